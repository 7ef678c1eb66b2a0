package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** A server that answers one request a connection as it likes, right or wrong. */
final class SocketServer implements AutoCloseable {
  /** What answers. */
  interface Handler {
    /** A connection was made: before anything is read. */
    default void connected(Socket visitor) {}

    /** A request head came. */
    void answer(Socket visitor, String head) throws IOException;
  }

  private static final int BACKLOG = 512;
  private static final int PATIENCE_MILLIS = 15_000;

  private final ServerSocket listening;
  private final Handler handler;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private SocketServer(ServerSocket listening, Handler handler) {
    this.listening = listening;
    this.handler = handler;
  }

  static SocketServer start(ServerSocketFactory sockets, Handler handler) throws IOException {
    ServerSocket listening =
        sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    SocketServer server = new SocketServer(listening, handler);
    server.threads.execute(server::accept);
    return server;
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket visitor = listening.accept();
        threads.execute(() -> serve(visitor));
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor) {
      visitor.setSoTimeout(PATIENCE_MILLIS);
      handler.connected(visitor);
      String head = head(visitor.getInputStream());
      if (!head.isEmpty()) {
        handler.answer(visitor, head);
      }
    } catch (IOException e) {
      // A browser that opens a connection in advance, or leaves the page, hangs up.
    }
  }

  /** A request head; empty where the connection ends before. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      head.write(b);
      matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
