package io.cookiegate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A page of the legacy site on its way out: template, snippets and panel put together, in its charset and coding. */
final class PageWriter {
  private static final String LAYOUT = Resources.text("layout.html");

  void write(Page page, Request request, Response response, Callback callback) {
    response.setStatus(page.status());
    String charset = page.charset().name().toLowerCase(Locale.ROOT);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=" + charset);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "private, no-cache");
    byte[] body = html(page, request).getBytes(page.charset());
    response.write(true, ByteBuffer.wrap(coded(page, request, response, body)), callback);
  }

  private static String html(Page page, Request request) {
    return Template.fill(
        LAYOUT,
        Map.of(
            "lang", page.charset().equals(ISO_8859_1) ? "sv" : "en",
            "title", page.title(),
            "charset", page.charset().name().toLowerCase(Locale.ROOT),
            "head", Snippet.markupAt(Spot.HEAD, page.snippets()),
            "body-start", Snippet.markupAt(Spot.BODY_START, page.snippets()),
            "content",
                Template.fill(
                    Resources.text(page.template()),
                    Map.of("snippet", Snippet.markupAt(Spot.CONTENT, page.snippets()))),
            "panel", new Panel(page, request).html(),
            "body-end", Snippet.markupAt(Spot.BODY_END, page.snippets())));
  }

  private static byte[] coded(Page page, Request request, Response response, byte[] body) {
    if (page.coding().isEmpty()) {
      return body;
    }
    response.getHeaders().add(HttpHeader.VARY, "Accept-Encoding");
    if (!request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains(page.coding())) {
      return body;
    }
    response.getHeaders().put(HttpHeader.CONTENT_ENCODING, page.coding());
    return Coded.bytes(body, page.coding());
  }
}
