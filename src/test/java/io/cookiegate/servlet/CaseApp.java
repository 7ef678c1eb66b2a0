package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * An application in which every path writes its answer in a way of its own. Most answers carry a tag
 * and a cookie of a tracker, and one of the site's.
 */
public final class CaseApp implements ServletContainerInitializer {
  static final String TAG = "<script src=\"https://tracker.test/t.js\"></script>";
  static final String PAGE =
      "<!DOCTYPE html><html><head><title>t</title>"
          + TAG
          + "</head><body>\u00e5 &amp; b</body></html>";

  private static final Map<String, Way> WAYS = new HashMap<>();

  /** One way of answering. */
  private interface Way {
    void answer(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  @Override
  public void onStartup(Set<Class<?>> types, ServletContext context) {
    String renamed = System.getProperty("case.session-cookie");
    if (renamed != null) {
      context.getSessionCookieConfig().setName(renamed);
    }
    ServletRegistration.Dynamic servlet = context.addServlet("cases", new Cases());
    servlet.setAsyncSupported(true);
    servlet.addMapping("/c/*");
  }

  private static final class Cases extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      Object included = request.getAttribute("jakarta.servlet.include.path_info");
      String path = included == null ? request.getPathInfo() : included.toString();
      Way way = WAYS.get(path.substring(1));
      if (way == null) {
        response.sendError(404, "no such case");
      } else {
        way.answer(request, response);
      }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      doGet(request, response);
    }
  }

  private static void way(String name, Way way) {
    if (WAYS.put(name, way) != null) {
      throw new IllegalStateException(name);
    }
  }

  static Set<String> names() {
    return new TreeSet<>(WAYS.keySet());
  }

  private static void html(HttpServletResponse response) {
    response.setContentType("text/html;charset=UTF-8");
  }

  private static Cookie cookie(String name) {
    Cookie cookie = new Cookie(name, "v1");
    cookie.setPath("/");
    return cookie;
  }

  private static void cookies(HttpServletResponse response) {
    response.addCookie(cookie("_track"));
    response.addCookie(cookie("basket"));
  }

  private static String big(int paragraphs) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>");
    for (int i = 0; i < paragraphs; i++) {
      page.append("<p>Paragraph ").append(i).append(" of \u00e5 page</p>");
      page.append(i % 10 == 0 ? TAG : "").append('\n');
    }
    return page.append("</body></html>").toString();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  static {
    characters();
    heads();
    bodies();
    containers();
    dispatches();
    asynchronous();
    views();
  }

  private static void characters() {
    way(
        "stream",
        (q, r) -> {
          html(r);
          cookies(r);
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
        });
    way(
        "writer",
        (q, r) -> {
          html(r);
          cookies(r);
          r.getWriter().print(PAGE);
        });
    way("writer-default", (q, r) -> r.getWriter().print(PAGE));
    way(
        "writer-html-default",
        (q, r) -> {
          r.setContentType("text/html");
          r.getWriter().print(PAGE);
        });
    way(
        "writer-charset-before",
        (q, r) -> {
          r.setCharacterEncoding("ISO-8859-15");
          r.setContentType("text/html");
          r.getWriter().print(PAGE + "\u20ac");
        });
    way(
        "writer-charset-twice",
        (q, r) -> {
          r.setContentType("text/html;charset=ISO-8859-1");
          r.setCharacterEncoding("UTF-8");
          r.getWriter().print(PAGE);
        });
    way(
        "writer-charset-after",
        (q, r) -> {
          r.setContentType("text/html;charset=ISO-8859-1");
          PrintWriter out = r.getWriter();
          r.setCharacterEncoding("UTF-8");
          out.print(PAGE);
        });
    way(
        "writer-type-after",
        (q, r) -> {
          r.setContentType("text/plain;charset=ISO-8859-1");
          PrintWriter out = r.getWriter();
          out.print(PAGE);
          r.setContentType("text/html;charset=UTF-8");
        });
    way(
        "writer-utf16",
        (q, r) -> {
          r.setContentType("text/html;charset=UTF-16");
          r.getWriter().print(PAGE);
        });
    way(
        "writer-locale",
        (q, r) -> {
          r.setContentType("text/html");
          r.setLocale(Locale.forLanguageTag("sv"));
          r.getWriter().print(PAGE);
        });
    way(
        "writer-unmappable",
        (q, r) -> {
          r.setContentType("text/html;charset=ISO-8859-1");
          r.getWriter().print(PAGE + "\u4e2d");
        });
    way(
        "writer-surrogates",
        (q, r) -> {
          html(r);
          PrintWriter out = r.getWriter();
          out.write('\ud83c');
          out.write('\udf6a');
          out.print(TAG);
        });
    way(
        "json-writer",
        (q, r) -> {
          r.setContentType("application/json");
          r.getWriter().print("{\"a\":\"" + TAG.replace("\"", "'") + "\"}");
        });
    way(
        "plain-writer",
        (q, r) -> {
          r.setContentType("text/plain");
          r.getWriter().print(PAGE);
        });
    way(
        "print",
        (q, r) -> {
          r.setContentType("text/html;charset=ISO-8859-1");
          ServletOutputStream out = r.getOutputStream();
          out.print(PAGE);
          out.println(7);
          out.println("x");
          out.print(true);
        });
    way(
        "single-bytes",
        (q, r) -> {
          html(r);
          for (byte b : PAGE.getBytes(UTF_8)) {
            r.getOutputStream().write(b);
          }
        });
    way(
        "xhtml",
        (q, r) -> {
          r.setContentType("application/xhtml+xml");
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
        });
    way("no-type", (q, r) -> r.getOutputStream().write(PAGE.getBytes(UTF_8)));
  }

  private static void heads() {
    way(
        "cookie-add",
        (q, r) -> {
          Cookie long1 = cookie("_track");
          long1.setMaxAge(3600);
          long1.setHttpOnly(true);
          r.addCookie(long1);
          Cookie kept = cookie("basket");
          kept.setMaxAge(100);
          kept.setSecure(true);
          kept.setDomain("site.test");
          kept.setAttribute("SameSite", "Lax");
          r.addCookie(kept);
          r.setContentType("image/png");
          r.getOutputStream().write(new byte[] {1, 2, 3});
        });
    way(
        "cookie-delete",
        (q, r) -> {
          Cookie gone = cookie("_track");
          gone.setMaxAge(0);
          r.addCookie(gone);
          r.setContentType("image/png");
          r.getOutputStream().write(1);
        });
    way(
        "cookie-header",
        (q, r) -> {
          r.setHeader("Set-Cookie", "first=0; Path=/");
          r.setHeader("set-cookie", "_track=1; Path=/");
          r.addHeader("Set-Cookie", "basket=2; path=/; secure");
          r.addHeader("SET-COOKIE", "_track=3");
          r.setContentType("text/css");
          r.getOutputStream().print("a{}");
        });
    way(
        "cookie-shortened",
        (q, r) -> {
          r.addHeader("Set-Cookie", "visits=1; Max-Age=63072000; Path=/");
          r.setContentType("text/css");
          r.getOutputStream().print("a{}");
        });
    way(
        "cookie-added-shortened",
        (q, r) -> {
          Cookie visits = cookie("visits");
          visits.setMaxAge(63072000);
          r.addCookie(visits);
          r.setContentType("text/css");
          r.getOutputStream().print("a{}");
        });
    way(
        "cookie-late",
        (q, r) -> {
          html(r);
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
          cookies(r);
        });
    way(
        "cookie-too-late",
        (q, r) -> {
          html(r);
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
          r.flushBuffer();
          cookies(r);
          r.setHeader("X-Late", "1");
          r.setStatus(500);
        });
    way(
        "link",
        (q, r) -> {
          html(r);
          r.setHeader("Link", "<https://tracker.test/a.js>; rel=preload, </own.css>; rel=preload");
          r.addHeader("Link", "<https://tracker.test/>; rel=preconnect");
          r.addHeader("Refresh", "5; url=/next");
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
        });
    way(
        "dates",
        (q, r) -> {
          html(r);
          r.setDateHeader("Last-Modified", 1_000_000_000_000L);
          r.addDateHeader("Expires", 2_000_000_000_000L);
          r.setIntHeader("X-Int", 3);
          r.addIntHeader("X-Int", 4);
          r.setHeader("ETag", "\"v1\"");
          r.setHeader("Accept-Ranges", "bytes");
          r.setHeader("Vary", "Accept-Encoding");
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
        });
    way(
        "dates-picture",
        (q, r) -> {
          r.setContentType("image/png");
          r.setDateHeader("Last-Modified", 1_000_000_000_000L);
          r.setHeader("ETag", "\"v1\"");
          r.addCookie(cookie("_track"));
          r.getOutputStream().write(9);
        });
    way(
        "etag",
        (q, r) -> {
          html(r);
          r.setHeader("ETag", "\"v1\"");
          if ("\"v1\"".equals(q.getHeader("If-None-Match"))) {
            r.setStatus(304);
          } else {
            r.getOutputStream().write(PAGE.getBytes(UTF_8));
          }
        });
    way(
        "status",
        (q, r) -> {
          r.setStatus(404);
          html(r);
          r.getWriter().print(PAGE);
          r.setStatus(410);
        });
    way(
        "no-content",
        (q, r) -> {
          cookies(r);
          r.setStatus(204);
        });
    way("nothing", (q, r) -> cookies(r));
    way(
        "removed",
        (q, r) -> {
          html(r);
          r.setHeader("X-Own", "1");
          r.addHeader("Set-Cookie", "_track=1");
          r.reset();
          html(r);
          r.addHeader("Set-Cookie", "basket=1");
          r.getWriter().print(PAGE);
        });
    way(
        "upgrade-insecure",
        (q, r) -> {
          html(r);
          r.setHeader("Content-Security-Policy", "default-src 'self'");
          r.getWriter().print(PAGE);
        });
  }

  private static void bodies() {
    way(
        "reset",
        (q, r) -> {
          html(r);
          r.addHeader("Set-Cookie", "_track=1");
          r.getWriter().print("first" + PAGE);
          r.reset();
          r.setContentType("text/html;charset=ISO-8859-1");
          r.getOutputStream().write(PAGE.getBytes(ISO_8859_1));
        });
    way(
        "reset-buffer",
        (q, r) -> {
          html(r);
          cookies(r);
          r.getWriter().print("first" + PAGE);
          r.resetBuffer();
          r.getWriter().print("second" + PAGE);
        });
    way(
        "reset-too-late",
        (q, r) -> {
          html(r);
          r.getWriter().print(PAGE);
          r.flushBuffer();
          String said = "none";
          try {
            r.reset();
          } catch (IllegalStateException e) {
            said = "refused";
          }
          r.getWriter().print(said);
        });
    way(
        "both",
        (q, r) -> {
          html(r);
          r.getOutputStream();
          String said = "none";
          try {
            r.getWriter();
          } catch (IllegalStateException e) {
            said = "refused";
          }
          r.getOutputStream().print(said);
        });
    way(
        "flush",
        (q, r) -> {
          html(r);
          cookies(r);
          r.getWriter().print("<p>one");
          r.flushBuffer();
          r.getWriter().print(TAG + "<p>two");
          r.getWriter().flush();
          r.getWriter().print("<p>three");
        });
    way(
        "flush-picture",
        (q, r) -> {
          r.setContentType("image/png");
          r.getOutputStream().write(1);
          r.getOutputStream().flush();
          r.getOutputStream().write(2);
        });
    way(
        "flush-empty",
        (q, r) -> {
          r.setContentType("image/png");
          cookies(r);
          r.flushBuffer();
        });
    way(
        "length",
        (q, r) -> {
          html(r);
          byte[] page = PAGE.getBytes(UTF_8);
          r.setContentLength(page.length);
          r.getOutputStream().write(page);
        });
    way(
        "length-long",
        (q, r) -> {
          html(r);
          byte[] page = PAGE.getBytes(UTF_8);
          r.setContentLengthLong(page.length);
          r.getOutputStream().write(page);
        });
    way(
        "length-header",
        (q, r) -> {
          r.setContentType("image/png");
          r.setHeader("Content-Length", "3");
          r.getOutputStream().write(new byte[] {1, 2, 3});
        });
    way(
        "buffer-size",
        (q, r) -> {
          r.setBufferSize(100_000);
          html(r);
          r.getOutputStream().write(big(1000).getBytes(UTF_8));
          cookies(r);
        });
    way(
        "buffer-size-too-late",
        (q, r) -> {
          html(r);
          r.getWriter().print(PAGE);
          r.flushBuffer();
          String said = "none";
          try {
            r.setBufferSize(5);
          } catch (IllegalStateException e) {
            said = "refused";
          }
          r.getWriter().print(said);
        });
    way(
        "big",
        (q, r) -> {
          html(r);
          cookies(r);
          byte[] page = big(5000).getBytes(UTF_8);
          for (int at = 0; at < page.length; at += 3000) {
            r.getOutputStream().write(page, at, Math.min(3000, page.length - at));
          }
        });
    way(
        "big-at-once",
        (q, r) -> {
          html(r);
          r.getOutputStream().write(big(5000).getBytes(UTF_8));
        });
    way(
        "big-writer",
        (q, r) -> {
          html(r);
          cookies(r);
          r.getWriter().print(big(5000));
        });
    way(
        "big-picture",
        (q, r) -> {
          r.setContentType("image/png");
          cookies(r);
          byte[] bytes = big(5000).getBytes(UTF_8);
          for (int at = 0; at < bytes.length; at += 5000) {
            r.getOutputStream().write(bytes, at, Math.min(5000, bytes.length - at));
          }
        });
    way(
        "gzip",
        (q, r) -> {
          html(r);
          r.setHeader("Content-Encoding", "gzip");
          r.getOutputStream().write(gzip(PAGE.getBytes(UTF_8)));
        });
    way(
        "gzip-broken",
        (q, r) -> {
          html(r);
          r.setHeader("Content-Encoding", "gzip");
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
        });
    way(
        "unknown-coding",
        (q, r) -> {
          html(r);
          cookies(r);
          r.setHeader("Content-Encoding", "secret");
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
        });
    way(
        "close-early",
        (q, r) -> {
          html(r);
          r.getWriter().print(PAGE);
          r.getWriter().close();
          cookies(r);
          r.getWriter().print("after");
        });
    way(
        "trailers",
        (q, r) -> {
          html(r);
          r.setHeader("Trailer", "X-Sum, Set-Cookie");
          r.setTrailerFields(() -> Map.of("X-Sum", "12", "Set-Cookie", "_track=1"));
          r.getOutputStream().write(PAGE.getBytes(UTF_8));
          r.flushBuffer();
          r.getOutputStream().write("<p>end".getBytes(UTF_8));
        });
  }

  private static void containers() {
    way(
        "redirect",
        (q, r) -> {
          cookies(r);
          r.sendRedirect("/c/stream");
        });
    way(
        "redirect-to-tracker",
        (q, r) -> {
          cookies(r);
          r.sendRedirect("https://tracker.test/pixel?v=1");
        });
    way(
        "redirect-after-writing",
        (q, r) -> {
          html(r);
          r.getWriter().print(PAGE);
          r.sendRedirect("stream?a=b");
        });
    way(
        "redirect-too-late",
        (q, r) -> {
          html(r);
          r.getWriter().print(PAGE);
          r.flushBuffer();
          String said = "none";
          try {
            r.sendRedirect("stream");
          } catch (IllegalStateException e) {
            said = "refused";
          }
          r.getWriter().print(said);
        });
    way(
        "error",
        (q, r) -> {
          cookies(r);
          r.sendError(404, "gone");
        });
    way("error-bare", (q, r) -> r.sendError(503));
    way(
        "error-after-writing",
        (q, r) -> {
          html(r);
          r.getWriter().print("lost" + PAGE);
          r.sendError(403, "no");
        });
    way(
        "error-page",
        (q, r) -> {
          cookies(r);
          r.sendError(418, "tea");
        });
    way(
        "error-view",
        (q, r) -> {
          html(r);
          r.addHeader("Set-Cookie", "_track=error");
          r.getWriter()
              .print("error page " + q.getAttribute("jakarta.servlet.error.status_code") + PAGE);
        });
    way(
        "exception-page",
        (q, r) -> {
          cookies(r);
          throw new IllegalArgumentException("meant");
        });
    way(
        "session",
        (q, r) -> {
          html(r);
          Integer seen = (Integer) q.getSession().getAttribute("seen");
          int now = seen == null ? 1 : seen + 1;
          q.getSession().setAttribute("seen", now);
          cookies(r);
          r.getWriter().print("seen " + now + TAG);
        });
    way(
        "session-after-cookie",
        (q, r) -> {
          r.setContentType("image/png");
          r.addHeader("Set-Cookie", "_track=1");
          q.getSession();
          r.addHeader("Set-Cookie", "basket=1");
          r.getOutputStream().write(1);
        });
    way(
        "sendfile",
        (q, r) -> {
          html(r);
          if (Boolean.TRUE.equals(q.getAttribute("org.apache.tomcat.sendfile.support"))) {
            Path file = Path.of(System.getProperty("case.files"), "big.html");
            long length = Files.size(file);
            q.setAttribute("org.apache.tomcat.sendfile.filename", file.toString());
            q.setAttribute("org.apache.tomcat.sendfile.start", 0L);
            q.setAttribute("org.apache.tomcat.sendfile.end", length);
            r.setContentLengthLong(length);
          } else {
            Path file = Path.of(System.getProperty("case.files"), "big.html");
            r.setContentLengthLong(Files.size(file));
            Files.copy(file, r.getOutputStream());
          }
        });
  }

  private static void dispatches() {
    way(
        "forward",
        (q, r) -> {
          r.addCookie(cookie("_track"));
          q.getRequestDispatcher("/c/writer").forward(q, r);
          r.addHeader("X-After", "1");
        });
    way(
        "forward-after-writing",
        (q, r) -> {
          html(r);
          r.getWriter().print("lost");
          q.getRequestDispatcher("/c/writer").forward(q, r);
        });
    way(
        "forward-named",
        (q, r) -> q.getServletContext().getRequestDispatcher("/c/stream").forward(q, r));
    way("forward-to-file", (q, r) -> q.getRequestDispatcher("/page.html").forward(q, r));
    way(
        "include",
        (q, r) -> {
          html(r);
          r.getWriter().print("<p>before");
          q.getRequestDispatcher("/c/fragment").include(q, r);
          r.getWriter().print("<p>after");
          r.addCookie(cookie("basket"));
        });
    way(
        "fragment",
        (q, r) -> {
          r.setStatus(500);
          r.setContentType("text/plain");
          r.addHeader("Set-Cookie", "_track=included");
          r.addCookie(cookie("included"));
          r.setHeader("ETag", "\"included\"");
          r.getWriter().print("<p>included" + TAG);
        });
    way(
        "include-flushing",
        (q, r) -> {
          html(r);
          cookies(r);
          q.getRequestDispatcher("/c/flushing-fragment").include(q, r);
          r.getWriter().print("<p>after" + TAG);
        });
    way(
        "flushing-fragment",
        (q, r) -> {
          r.getWriter().print("<p>included" + TAG);
          r.flushBuffer();
          r.getWriter().print("<p>more" + TAG);
        });
    way(
        "include-big",
        (q, r) -> {
          html(r);
          cookies(r);
          r.getWriter().print("<p>before");
          q.getRequestDispatcher("/c/big-fragment").include(q, r);
          r.getWriter().print("<p>after" + TAG);
        });
    way("big-fragment", (q, r) -> r.getWriter().print(big(3000)));
    way(
        "include-file",
        (q, r) -> {
          html(r);
          cookies(r);
          r.getOutputStream().print("<p>before");
          q.getRequestDispatcher("/page.html").include(q, r);
          r.getOutputStream().print("<p>after");
        });
  }

  private static void asynchronous() {
    way(
        "async",
        (q, r) -> {
          cookies(r);
          AsyncContext async = q.startAsync();
          async.start(() -> writeAndComplete(async));
        });
    way(
        "async-given",
        (q, r) -> {
          cookies(r);
          AsyncContext async = q.startAsync(q, r);
          async.start(() -> writeAndComplete(async));
        });
    way(
        "async-at-once",
        (q, r) -> {
          AsyncContext async = q.startAsync();
          writeAndComplete(async);
        });
    way(
        "async-dispatch",
        (q, r) -> {
          cookies(r);
          AsyncContext async = q.startAsync();
          async.start(() -> async.dispatch("/c/writer"));
        });
    way(
        "async-dispatch-again",
        (q, r) -> {
          if (q.getAttribute("again") == null) {
            q.setAttribute("again", "1");
            html(r);
            r.getWriter().print("<p>first" + TAG);
            q.startAsync().dispatch();
          } else {
            cookies(r);
            r.getWriter().print("<p>second" + TAG);
          }
        });
    way(
        "async-timeout",
        (q, r) -> {
          AsyncContext async = q.startAsync();
          async.setTimeout(100);
          async.addListener(new Late());
        });
    way(
        "async-flush",
        (q, r) -> {
          html(r);
          AsyncContext async = q.startAsync();
          async.start(
              () -> {
                try {
                  r.getOutputStream().print("<p>one");
                  r.flushBuffer();
                  r.getOutputStream().print(TAG + "<p>two");
                  async.complete();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
        });
    way(
        "ready",
        (q, r) -> {
          html(r);
          cookies(r);
          ready(q, r, big(8000).getBytes(UTF_8), 7000);
        });
    way(
        "ready-picture",
        (q, r) -> {
          r.setContentType("image/png");
          cookies(r);
          ready(q, r, big(8000).getBytes(UTF_8), 7000);
        });
    way(
        "ready-small",
        (q, r) -> {
          html(r);
          cookies(r);
          ready(q, r, PAGE.getBytes(UTF_8), 10);
        });
    way(
        "ready-at-once",
        (q, r) -> {
          html(r);
          ready(q, r, big(8000).getBytes(UTF_8), 1 << 20);
        });
  }

  private static void writeAndComplete(AsyncContext async) {
    try {
      async.getResponse().setContentType("text/html;charset=UTF-8");
      async.getResponse().getWriter().print(PAGE);
      async.complete();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Late implements AsyncListener {
    @Override
    public void onTimeout(AsyncEvent event) {
      writeAndComplete(event.getAsyncContext());
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }

  private static void ready(
      HttpServletRequest request, HttpServletResponse response, byte[] bytes, int step)
      throws IOException {
    AsyncContext async = request.startAsync();
    ServletOutputStream out = response.getOutputStream();
    out.setWriteListener(
        new WriteListener() {
          private int at;

          @Override
          public void onWritePossible() throws IOException {
            while (out.isReady()) {
              if (at == bytes.length) {
                async.complete();
                return;
              }
              int length = Math.min(step, bytes.length - at);
              out.write(bytes, at, length);
              at += length;
            }
          }

          @Override
          public void onError(Throwable failure) {
            async.complete();
          }
        });
  }

  private static void views() {
    way(
        "request-view",
        (q, r) -> {
          r.setContentType("text/plain;charset=UTF-8");
          List<String> said = new ArrayList<>();
          for (String name :
              List.of("Cookie", "Accept-Encoding", "Range", "If-None-Match", "If-Modified-Since")) {
            said.add(name + ": " + q.getHeader(name) + " " + Collections.list(q.getHeaders(name)));
            boolean named =
                Collections.list(q.getHeaderNames()).stream().anyMatch(name::equalsIgnoreCase);
            said.add(name + " is named: " + named);
          }
          said.add("modified since " + q.getDateHeader("If-Modified-Since"));
          Cookie[] cookies = q.getCookies();
          for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            said.add(cookie.getName() + " is " + cookie.getValue());
          }
          r.getWriter().print(String.join("\n", said));
        });
    way(
        "response-view",
        (q, r) -> {
          List<String> said = new ArrayList<>();
          r.setContentType("text/plain;charset=UTF-8");
          r.setHeader("ETag", "\"v\"");
          r.setHeader("X-Own", "1");
          r.addHeader("Link", "</a>; rel=preload");
          r.addHeader("Link", "</b>; rel=preload");
          r.addHeader("Set-Cookie", "basket=1");
          said.add("link " + r.getHeader("Link") + r.getHeaders("link"));
          said.add("cookie " + r.containsHeader("set-cookie") + r.getHeaders("Set-Cookie"));
          said.add("etag " + r.getHeader("etag") + r.containsHeader("Last-Modified"));
          said.add(
              "own " + r.getHeader("x-own") + r.getHeaders("X-Nothing") + r.getHeader("Refresh"));
          TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
          names.addAll(r.getHeaderNames());
          names.removeAll(Set.of("Content-Type", "Date", "Server"));
          said.add("names " + names);
          said.add("type " + r.getContentType() + " " + r.getCharacterEncoding());
          said.add("committed " + r.isCommitted());
          r.getWriter().print(String.join("\n", said));
          r.getWriter().print("\ncommitted " + r.isCommitted() + " " + r.getStatus());
          r.flushBuffer();
          r.getWriter().print("\ncommitted " + r.isCommitted() + r.getHeaders("Link"));
        });
    way(
        "buffer-view",
        (q, r) -> {
          r.setContentType("text/plain;charset=UTF-8");
          StringBuilder said = new StringBuilder();
          int size = r.getBufferSize();
          ServletOutputStream out = r.getOutputStream();
          out.write(new byte[10]);
          said.append(r.isCommitted());
          r.setHeader("X-Size", size >= 1000 ? "enough" : "little");
          out.write(new byte[100_000]);
          said.append(r.isCommitted());
          out.print(said.toString());
        });
    way(
        "consent",
        (q, r) -> {
          r.setContentType("text/plain;charset=UTF-8");
          r.getWriter().print(String.valueOf(q.getAttribute("io.cookiegate.consent")));
        });
  }
}
