package io.cookiegate.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;

/**
 * What the demonstration shows beside every page: the names of the cookies that arrived with the
 * request, the tags that left with the answer, and the site's own question about cookies.
 */
final class Panel {
  private static final String PANEL = Resources.text("panel.html");

  private final Page page;
  private final ArrivedCookies arrived;
  private final int sitePort;

  Panel(Page page, Request request) {
    this.page = page;
    this.arrived = ArrivedCookies.of(request);
    this.sitePort = Request.getLocalPort(request);
  }

  String html() {
    List<String> cookies = arrived.names();
    return Template.fill(
        PANEL,
        Map.of(
            "consent", consent(),
            "cookie-count", String.valueOf(cookies.size()),
            "cookies", cookies.isEmpty() ? "<li class=none>none</li>" : items(cookies),
            "tag-count", String.valueOf(page.snippets().size()),
            "tags", page.snippets().stream().map(Panel::tag).collect(Collectors.joining()),
            "back", page.path(),
            "site-port", String.valueOf(sitePort)));
  }

  private static String items(List<String> names) {
    return names.stream()
        .map(name -> "<li>" + Template.escape(name) + "</li>")
        .collect(Collectors.joining());
  }

  private static String tag(Snippet snippet) {
    return "<li data-host=\""
        + snippet.host()
        + "\"><b>"
        + snippet.vendor()
        + "</b> "
        + snippet.shape()
        + "<br><span class=host>"
        + snippet.host()
        + "</span> <span class=seen></span></li>\n";
  }

  private String consent() {
    String value = arrived.value("acceptcookies");
    return value.equals("true") || value.equals("false") ? value : "unasked";
  }
}
