package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Every vendor of the world on two ports of this machine: it answers whatever it is asked, sets the
 * cookies that DoubleClick sets, and counts who was asked how often, connections without a request
 * included.
 */
final class TrackerServer extends Handler.Abstract implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector plain;
  private final ServerConnector secure;
  private final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();

  private TrackerServer(Path keyStore) {
    plain = new ServerConnector(server, 1, 1, new HttpConnectionFactory());
    secure =
        new ServerConnector(
            server, 1, 1, tls(keyStore), new HttpConnectionFactory(withoutSniCheck()));
  }

  static TrackerServer start(Path keyStore) throws Exception {
    TrackerServer tracker = new TrackerServer(keyStore);
    for (ServerConnector connector : new ServerConnector[] {tracker.plain, tracker.secure}) {
      connector.setHost("127.0.0.1");
      connector.addEventListener(new ConnectionCounter(tracker.connections));
      tracker.server.addConnector(connector);
    }
    tracker.server.setHandler(tracker);
    tracker.server.start();
    return tracker;
  }

  int plainPort() {
    return plain.getLocalPort();
  }

  int securePort() {
    return secure.getLocalPort();
  }

  /** The hosts asked since the last reset. */
  Set<String> hosts() {
    return new TreeSet<>(hits.keySet());
  }

  Map<String, Integer> hits() {
    Map<String, Integer> counted = new TreeMap<>();
    hits.forEach((host, count) -> counted.put(host, count.get()));
    return counted;
  }

  /** The connections opened since the last reset: a preconnect is a contact, too. */
  int connections() {
    return connections.get();
  }

  void reset() {
    hits.clear();
    connections.set(0);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String host = Request.getServerName(request);
    hits.computeIfAbsent(host, h -> new AtomicInteger()).incrementAndGet();
    if (host.endsWith("doubleclick.net")) {
      cookie(response, "IDE", "AAAA");
      cookie(response, "id", "22222");
    }
    String path = Request.getPathInContext(request);
    String type = type(path);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(body(path, type).getBytes(UTF_8)), callback);
    return true;
  }

  private static void cookie(Response response, String name, String value) {
    response
        .getHeaders()
        .add(
            HttpHeader.SET_COOKIE,
            name
                + "="
                + value
                + "; Domain=.doubleclick.net; Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=None");
  }

  private static String type(String path) {
    if (path.contains("activityi") || path.startsWith("/embed/") || path.endsWith(".html")) {
      return "text/html";
    }
    return path.startsWith("/ddm/") || path.startsWith("/tr") ? "image/svg+xml" : "text/javascript";
  }

  /** What the libraries do that pages wait for: they run what was queued, and call back. */
  private static String body(String path, String type) {
    return switch (type) {
      case "text/html" -> "<!doctype html><title>vendor</title><p>vendor";
      case "image/svg+xml" -> "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
      default -> script(path);
    };
  }

  private static String script(String path) {
    if (path.endsWith("/analytics.js")) {
      return "(function(){function run(a){for(var i=0;i<a.length;i++)"
          + "if(a[i]&&a[i].hitCallback)a[i].hitCallback();}"
          + "var q=window.ga&&ga.q||[];window.ga=function(){run(arguments);};q.forEach(run);})();";
    }
    if (path.contains("satelliteLib")) {
      return "window._satellite={pageBottom:function(){},track:function(){}};";
    }
    return path.endsWith("/munchkin.js") ? "window.Munchkin={init:function(){}};" : "/* vendor */";
  }

  private static HttpConfiguration withoutSniCheck() {
    HttpConfiguration http = new HttpConfiguration();
    http.addCustomizer(new SecureRequestCustomizer(false));
    return http;
  }

  private static SslConnectionFactory tls(Path keyStore) {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStorePath(keyStore.toString());
    context.setKeyStorePassword(TestKeyStore.PASSWORD);
    context.setSniRequired(false);
    return new SslConnectionFactory(context, "http/1.1");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new AssertionError("The vendors did not stop.", e);
    }
  }
}
