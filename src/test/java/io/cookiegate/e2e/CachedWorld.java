package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A site of cacheable pages (nginx, with entity tags, dates and gzip), the gate before it, and before
 * that two caches of other people's making. Every call for a target gives a new one, so that what one
 * test put into a cache is not in the way of another.
 */
final class CachedWorld implements AutoCloseable {
  static final List<Way> CACHES = List.of(Way.VARNISH, Way.NGINX);

  /** How a request gets to the gate. */
  enum Way {
    STRAIGHT,
    VARNISH,
    NGINX
  }

  /** Keeps everything, and keeps it apart by Vary alone; under /stale it must ask each time. */
  private static final String VCL =
      """
      vcl 4.1;
      backend gate { .host = "127.0.0.1"; .port = "%d"; }
      sub vcl_recv {
        if (req.url ~ "^/.cookie-gate/") { return (pass); }
        if (!req.http.If-None-Match) { unset req.http.If-Modified-Since; }
        return (hash);
      }
      sub vcl_backend_response {
        set beresp.grace = 0s;
        set beresp.keep = 1h;
        if (bereq.url ~ "^/stale/") { set beresp.ttl = 1ms; }
        if (beresp.was_304) { set beresp.http.X-Revalidated = "yes"; }
        return (deliver);
      }
      sub vcl_deliver {
        if (resp.http.X-Revalidated) { set resp.http.X-Cache = "REVALIDATED"; }
        elsif (obj.hits > 0) { set resp.http.X-Cache = "HIT"; }
        else { set resp.http.X-Cache = "MISS"; }
      }
      """;

  private static final String CACHE =
      """
      proxy_cache_path FOLDER/cache keys_zone=pages:1m;
      server {
        listen 127.0.0.1:%1$d;
        add_header X-Cache $upstream_cache_status always;
        proxy_set_header Host $http_host;
        proxy_cache pages;
        proxy_cache_key $request_uri;
        proxy_cache_revalidate on;
        proxy_cache_lock on;
        location / {
          proxy_ignore_headers Set-Cookie;
          proxy_pass http://127.0.0.1:%2$d;
        }
        location /stale/ {
          proxy_ignore_headers Set-Cookie Cache-Control Expires;
          proxy_cache_valid 200 1s;
          proxy_pass http://127.0.0.1:%2$d;
        }
      }
      """;

  private static final String SITE =
      """
      server {
        listen 127.0.0.1:%d;
        root FOLDER/root;
        gzip on;
        gzip_proxied any;
        gzip_vary on;
        expires 1h;
        location /cookies/ {
          add_header Set-Cookie "sid=1; Path=/";
          add_header Set-Cookie "_ga=GA1.2.3.4; Path=/; Max-Age=63072000";
          add_header Set-Cookie "_fbp=fb.1.2.3; Path=/";
        }
        location /varies/ {
          add_header Vary Cookie;
          add_header Vary X-Device;
        }
      }
      """;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger targets = new AtomicInteger();
  private final Path site;
  private final int origin = Programs.freePort();
  private final Map<Way, Integer> ports = new EnumMap<>(Way.class);

  private CachedWorld(Path site) throws IOException {
    this.site = site;
  }

  static CachedWorld start(Path directory) throws Exception {
    CachedWorld world = new CachedWorld(directory.resolve("site"));
    try {
      world.open(directory);
      return world;
    } catch (Throwable e) {
      world.close();
      throw e;
    }
  }

  private void open(Path directory) throws Exception {
    open.push(Nginx.start(site, origin, SITE.formatted(origin)));
    GateProcess gate = gate(directory);
    open.push(gate);
    ports.put(Way.STRAIGHT, gate.port());
    ports.put(Way.VARNISH, varnish(directory.resolve("varnish"), gate.port()));
    int cache = Programs.freePort();
    open.push(Nginx.start(directory.resolve("cache"), cache, CACHE.formatted(cache, gate.port())));
    ports.put(Way.NGINX, cache);
  }

  private GateProcess gate(Path directory) throws IOException {
    Path config = directory.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen: [{ host: 127.0.0.1, port: 0 }]
        classification: %s
        sites:
          - { hosts: ["*"], upstream: "http://127.0.0.1:%d" }
        """
            .formatted(World.classification(), origin));
    return GateProcess.start(directory.resolve("gate.log"), "run", config.toString());
  }

  private int varnish(Path folder, int gate) throws IOException {
    Files.createDirectories(folder);
    Path vcl = folder.resolve("cache.vcl");
    Files.writeString(vcl, VCL.formatted(gate));
    int port = Programs.freePort();
    open.push(
        Program.start(
            folder.resolve("varnish.log"),
            port,
            List.of(
                Programs.find("varnishd", "varnish"),
                "-F",
                "-j",
                "none",
                "-n",
                folder.resolve("run").toString(),
                "-a",
                "127.0.0.1:" + port,
                "-T",
                "none",
                "-s",
                "malloc,16m",
                "-f",
                vcl.toString())));
    return port;
  }

  /** A new page that stays fresh for an hour. */
  String page() throws IOException {
    return file("", ".html", Visitor.PAGE);
  }

  /** A new page for which a cache has to ask anew at once, or soon. */
  String stalePage() throws IOException {
    return file("stale/", ".html", Visitor.PAGE);
  }

  String pageWithCookies() throws IOException {
    return file("cookies/", ".html", Visitor.PAGE);
  }

  String imageWithCookies() throws IOException {
    return file("cookies/", ".png", "no picture");
  }

  /** A new page that says itself, in two fields, what it depends on. */
  String pageThatVaries() throws IOException {
    return file("varies/", ".html", Visitor.PAGE);
  }

  String image() throws IOException {
    return file("", ".png", "no picture");
  }

  private String file(String folder, String extension, String text) throws IOException {
    String target = "/" + folder + "file" + targets.incrementAndGet() + extension;
    Path file = site.resolve("root" + target);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return target;
  }

  /** Asks as a visitor does who types an address. */
  HttpResponse<byte[]> get(Way way, String target, Visitor visitor, String... fields)
      throws IOException, InterruptedException {
    return get(ports.get(way), target, visitor, fields);
  }

  private HttpResponse<byte[]> get(int port, String target, Visitor visitor, String... fields)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + target);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/html,*/*");
    if (!visitor.cookie().isEmpty()) {
      request.header("Cookie", visitor.cookie());
    }
    if (fields.length > 0) {
      request.headers(fields);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Asks until the cache has asked the gate whether its page still holds. */
  HttpResponse<byte[]> awaitRevalidated(Way cache, String target, Visitor visitor)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      HttpResponse<byte[]> answer = get(cache, target, visitor);
      if (cacheStatus(answer).equals("REVALIDATED")) {
        return answer;
      }
      visitor.assertOwnPage(answer);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    throw new AssertionError(cache + " did not revalidate " + target + " within half a minute.");
  }

  /**
   * How often the site said 304 to a question about a target. The site, of one process, logs a request
   * only after its answer is out, but before it takes up the next: when it has answered a question of
   * ours, the lines of all whose answers came before that are there.
   */
  int revalidations(String target) throws IOException, InterruptedException {
    get(origin, "/", Visitor.UNASKED);
    return (int)
        Files.readAllLines(site.resolve("access.log"), UTF_8).stream()
            .filter(line -> line.startsWith("304 GET " + target + " "))
            .count();
  }

  static String cacheStatus(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("X-Cache").orElse("");
  }

  /** The names in all Vary fields, in lower case. */
  static List<String> vary(HttpResponse<byte[]> answer) {
    return answer.headers().allValues("Vary").stream()
        .flatMap(field -> List.of(field.split(",", -1)).stream())
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The question whether an answer still holds. */
  static String[] validators(HttpResponse<byte[]> answer) {
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    return answer
        .headers()
        .firstValue("Last-Modified")
        .map(date -> new String[] {"If-None-Match", tag, "If-Modified-Since", date})
        .orElse(new String[] {"If-None-Match", tag});
  }

  @Override
  public void close() {
    for (AutoCloseable one : open) {
      try {
        one.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
