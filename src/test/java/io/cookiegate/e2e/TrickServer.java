package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The site that has the tricks: {@code /gated/7} is the seventh with the host it contacts behind the
 * gate, {@code /plain/7} the same without; {@code /to/HOST} redirects there, {@code /svg/HOST} is a
 * picture that loads from there, and {@code /rules/HOST} or {@code /rules/links} say what to fetch ahead. Behind the gate it hands out pages in small pieces.
 */
final class TrickServer implements AutoCloseable {
  private static final int SMALL = 4096;

  private final List<Trick> tricks;
  private final SocketServer server;

  TrickServer(List<Trick> tricks) throws IOException {
    this.tricks = tricks;
    this.server = SocketServer.start(ServerSocketFactory.getDefault(), this::answer);
  }

  int port() {
    return server.port();
  }

  private void answer(Socket visitor, String head) throws IOException {
    String path = head.split(" ", 3)[1];
    String[] parts = path.split("[/?]", -1);
    boolean isPage = parts.length == 3 && parts[2].matches("\\d+");
    OutputStream out = visitor.getOutputStream();
    switch (isPage ? "page" : parts[1]) {
      case "page" -> page(out, parts[1].equals("gated"), Integer.parseInt(parts[2]));
      case "to" -> out.write(redirect(path, parts[2]).getBytes(ISO_8859_1));
      case "svg" -> out.write(picture(parts[2]).getBytes(ISO_8859_1));
      case "rules" -> out.write(rules(parts[2]).getBytes(ISO_8859_1));
      default ->
          out.write(head("404 Not Found", List.of("Content-Type: text/plain"), 0).getBytes(UTF_8));
    }
    out.flush();
  }

  private static String redirect(String path, String host) {
    String target = path.endsWith("/again") ? "/to/" + host : "http://" + host + "/a";
    String status = path.endsWith("?301") ? "301 Moved Permanently" : "302 Found";
    return head(status, List.of("Content-Type: text/plain", "Location: " + target), 0);
  }

  private static String picture(String host) {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script href=\"http://%s/a\"/></svg>"
            .formatted(host);
    return head("200 OK", List.of("Content-Type: image/svg+xml"), svg.length()) + svg;
  }

  private static String rules(String what) {
    String rule =
        what.equals("links")
            ? """
              "where":{"href_matches":"https://*/*"},"eagerness":"immediate\""""
            : """
              "urls":["https://%s/a"]"""
                .formatted(what);
    String rules = "{\"prefetch\":[{" + rule + "}]}";
    return head(
            "200 OK", List.of("Content-Type: application/speculationrules+json"), rules.length())
        + rules;
  }

  private static String head(String status, List<String> fields, int length) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    fields.forEach(field -> head.append(field).append("\r\n"));
    return head.append("Content-Length: " + length + "\r\nConnection: close\r\n\r\n").toString();
  }

  private void page(OutputStream out, boolean gated, int number) throws IOException {
    Trick trick = tricks.get(number);
    TrickText text = new TrickText(Contacts.host(gated, number));
    byte[] body = coded(text.body(trick), trick.coding());
    List<String> fields = new ArrayList<>(trick.fields().stream().map(text::of).toList());
    if (trick.coding() != null) {
      fields.add("Content-Encoding: " + trick.coding().replace("raw", ""));
    }
    out.write(TrickText.bytes(head(trick.status(), fields, body.length)));
    pieces(out, body, gated ? 1 + number % 17 : SMALL);
  }

  private static void pieces(OutputStream out, byte[] body, int size) throws IOException {
    int at = 0;
    while (at < body.length) {
      int length = Math.min(body.length - at, at < SMALL ? size : body.length);
      out.write(body, at, length);
      out.flush();
      at += length;
    }
  }

  private static byte[] coded(byte[] body, @Nullable String coding) throws IOException {
    if (coding == null) {
      return body;
    }
    return switch (coding) {
      case "gzip", "x-gzip", "GZIP" -> gzip(body);
      case "gzip, gzip" -> gzip(gzip(body));
      case "deflate" -> deflate(body, false);
      case "rawdeflate" -> deflate(body, true);
      default -> body;
    };
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] body, boolean raw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.close();
  }
}
