package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it came over the wire.
 *
 * @param fields the values of each field, by its name in lower case
 * @param body with the framing taken off, each byte as one character
 * @param end how it ended: {@code whole} or {@code cut off}
 */
record RawAnswer(
    String status,
    Map<String, List<String>> fields,
    String body,
    Map<String, List<String>> trailers,
    String end) {

  /** Asks by a connection of its own. */
  static RawAnswer to(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      InputStream in = new BufferedInputStream(socket.getInputStream());
      return read(in, request.startsWith("HEAD "));
    }
  }

  private static RawAnswer read(InputStream in, boolean headOnly) throws IOException {
    String line = line(in);
    Map<String, List<String>> fields = fields(in);
    StringBuilder body = new StringBuilder();
    Map<String, List<String>> trailers = new TreeMap<>();
    boolean bare = headOnly || line.contains(" 204") || line.contains(" 304");
    String end = "whole";
    try {
      if (!bare && fields.containsKey("transfer-encoding")) {
        trailers = chunked(in, body);
      } else if (!bare && fields.containsKey("content-length")) {
        append(in, Integer.parseInt(fields.get("content-length").get(0)), body);
      } else if (!bare) {
        body.append(new String(in.readAllBytes(), ISO_8859_1));
      }
    } catch (IOException e) {
      end = "cut off";
    }
    return new RawAnswer(line, fields, body.toString(), trailers, end);
  }

  private static Map<String, List<String>> chunked(InputStream in, StringBuilder body)
      throws IOException {
    for (int size = size(in); size > 0; size = size(in)) {
      append(in, size, body);
      line(in);
    }
    return fields(in);
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", -1)[0].strip(), 16);
  }

  private static void append(InputStream in, int length, StringBuilder body) throws IOException {
    byte[] bytes = in.readNBytes(length);
    body.append(new String(bytes, ISO_8859_1));
    if (bytes.length < length) {
      throw new IOException("cut off");
    }
  }

  private static Map<String, List<String>> fields(InputStream in) throws IOException {
    Map<String, List<String>> fields = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      fields.computeIfAbsent(name, any -> new ArrayList<>()).add(line.substring(colon + 1).strip());
    }
    return fields;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("cut off");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  List<String> values(String name) {
    return fields.getOrDefault(name, List.of());
  }

  int code() {
    return Integer.parseInt(status.substring(9, 12));
  }
}
