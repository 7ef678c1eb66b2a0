package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** HTTP/1.1 by hand, so that a test sees every byte. */
final class Http implements AutoCloseable {
  private final Socket socket;
  final InputStream in;
  final OutputStream out;

  Http(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    in = new java.io.BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** An answer: its head with the status line, and its body with the framing taken off. */
  record Reply(String head, String body, String trailers) {
    String line() {
      return head.substring(0, head.indexOf("\r\n"));
    }

    int status() {
      return Integer.parseInt(line().substring(9, 12));
    }

    byte[] bytes() {
      return body.getBytes(ISO_8859_1);
    }

    String field(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse(null);
    }

    long count(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .count();
    }
  }

  /** A text block as it goes over the wire: with CR before every LF. */
  static String wire(String text) {
    return text.replace("\n", "\r\n");
  }

  Http send(String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
    return this;
  }

  /** One request on a connection of its own. */
  static Reply exchange(int port, String text) throws IOException {
    try (Http http = new Http(port)) {
      return http.send(text).reply(text.startsWith("HEAD "));
    }
  }

  static Reply get(int port, String target) throws IOException {
    return exchange(port, "GET " + target + " HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
  }

  Reply reply() throws IOException {
    return reply(false);
  }

  Reply reply(boolean headOnly) throws IOException {
    String head = head();
    Reply bare = new Reply(head, "", "");
    int status = bare.status();
    if (headOnly || status < 200 || status == 204 || status == 304) {
      return bare;
    }
    String length = bare.field("Content-Length");
    if (length != null) {
      byte[] body = in.readNBytes(Integer.parseInt(length));
      if (body.length < Integer.parseInt(length)) {
        throw new IOException("cut off after " + body.length + " bytes");
      }
      return new Reply(head, new String(body, ISO_8859_1), "");
    } else if (bare.field("Transfer-Encoding") != null) {
      byte[] body = chunked(in).toByteArray();
      return new Reply(head, new String(body, ISO_8859_1), trailers());
    }
    return new Reply(head, new String(in.readAllBytes(), ISO_8859_1), "");
  }

  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      head.append(line).append("\r\n");
    }
    return head.toString();
  }

  private String trailers() throws IOException {
    StringBuilder trailers = new StringBuilder();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      trailers.append(line).append("\r\n");
    }
    return trailers.toString();
  }

  /** The chunks up to the last one; trailers and the empty line are still to be read. */
  static ByteArrayOutputStream chunked(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      byte[] chunk = in.readNBytes(size);
      if (chunk.length < size) {
        throw new IOException("cut off in a chunk");
      }
      body.write(chunk);
      line(in);
    }
    return body;
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", -1)[0].strip(), 16);
  }

  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("cut off after: " + line);
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  /** Waits for a byte no longer than that. */
  void patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  /** Whether the other side has closed. */
  boolean closed() throws IOException {
    return in.read() < 0;
  }

  /** Leaves at once, as a browser does that is closed. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
