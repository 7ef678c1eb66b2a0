package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A site of pages that are each built in another way. */
final class OddSite extends Handler.Abstract implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  static OddSite open() throws Exception {
    OddSite site = new OddSite();
    site.connector.setHost("127.0.0.1");
    site.server.addConnector(site.connector);
    site.server.setHandler(site);
    site.server.start();
    return site;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!name.matches("[a-z0-9-]+") || name.equals("sent")) {
      return answer(response, callback, name.equals("sent") ? 200 : 404);
    }
    OddPage page = OddPage.read(name);
    response.setStatus(Integer.parseInt(page.field("X-Status", "200")));
    page.fields().stream()
        .filter(field -> !field.getKey().startsWith("X-"))
        .forEach(field -> response.getHeaders().add(field.getKey(), field.getValue()));
    byte[] body = page.body();
    if (page.pieces() == 0) {
      response.write(true, ByteBuffer.wrap(body), callback);
    } else {
      try (var sink = Content.Sink.asOutputStream(response)) {
        for (int at = 0; at < body.length; at += page.pieces()) {
          sink.write(body, at, Math.min(page.pieces(), body.length - at));
          sink.flush();
        }
      }
      callback.succeeded();
    }
    return true;
  }

  private static boolean answer(Response response, Callback callback, int status) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    String text = "<!DOCTYPE html><title>Sent</title><h1>" + status + "</h1>";
    response.write(true, ByteBuffer.wrap(text.getBytes(UTF_8)), callback);
    return true;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new AssertionError("The odd site did not stop.", e);
    }
  }
}
