package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An upstream of plain sockets: it keeps what came, byte for byte, and answers what a test says. */
final class RawUpstream implements AutoCloseable {
  private final ServerSocket socket;
  private final Script script;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  final List<Came> requests = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();

  /** What to do with a request. */
  interface Script {
    void answer(Came request, OutputStream out) throws Exception;
  }

  /** A request head as it came; its body is read by {@link #body}. */
  record Came(String head, InputStream in, Socket socket, List<String> trailers) {
    String line() {
      return head.substring(0, head.indexOf("\r\n"));
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

    String body() throws IOException {
      return new String(bytes(), ISO_8859_1);
    }

    byte[] bytes() throws IOException {
      String length = field("Content-Length");
      if (length != null) {
        return in.readNBytes(Integer.parseInt(length));
      }
      if (field("Transfer-Encoding") == null) {
        return new byte[0];
      }
      byte[] body = Http.chunked(in).toByteArray();
      for (String line = Http.line(in); !line.isEmpty(); line = Http.line(in)) {
        trailers.add(line);
      }
      return body;
    }
  }

  RawUpstream(Script script) throws IOException {
    this.script = script;
    this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /** One that answers everything with the same text. */
  static RawUpstream saying(String answer) throws IOException {
    return new RawUpstream((request, out) -> out.write(answer.getBytes(ISO_8859_1)));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  Came last() {
    return requests.get(requests.size() - 1);
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "raw-upstream");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        open.add(connection);
        if (socket.isClosed()) { // while this one was let in
          connection.close();
        }
        daemon(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String head = head(in); head != null; head = head(in)) {
        Came request = new Came(head, in, connection, new CopyOnWriteArrayList<>());
        requests.add(request);
        OutputStream out = connection.getOutputStream();
        script.answer(request, out);
        out.flush();
      }
    } catch (Exception e) {
      // the test sees it at the other end
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int last = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.write(b);
      last = last << 8 | b;
      if (last == 0x0d0a0d0a) {
        return head.toString(ISO_8859_1);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
