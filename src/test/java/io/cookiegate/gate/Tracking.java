package io.cookiegate.gate;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Pages full of trackers, spelled in many ways, between elements with ids that must stay. */
final class Tracking {
  private static final List<String> GATED_URLS =
      List.of(
          "https://static.hotjar.com/x.js",
          "//www.google-analytics.com/a.js",
          "http://ad.doubleclick.net/p?q=1",
          "https://www.google.com/x/../pagead/y",
          "https://www.facebook.com/tr?id=1&ev=x",
          "HTTPS:\\\\u@STATIC.HOTJAR.COM.:443/x");
  private static final List<String> KEPT_URLS =
      List.of(
          "/a.png",
          "b.js?u=https://static.hotjar.com/",
          "https://pay.example/v3",
          "https://cdn.other.example/c",
          "https://www.google.com/maps",
          "data:,x");
  private static final List<String> SHAPES =
      List.of(
          "<script%s src=%s></script>",
          "<img%s src=%s>",
          "<iframe%s src=%s></iframe>",
          "<link%s rel=stylesheet href=%s>",
          "<embed%s src=%s>",
          "<object%s data=%s><p>x</p></object>",
          "<video%s poster=%s></video>",
          "<input%s type=image src=%s>",
          "<a%s href=/x ping=%s>a</a>",
          "<svg><image%s xlink:href=%s></image></svg>",
          "<picture><source%s srcset=%s><img></picture>",
          "<p%s background=%s>p</p>",
          "<script%s data-src=%s>void 0</script>");
  private static final List<String> INLINE =
      List.of(
          "<script>window._hjSettings={a:1}</script>",
          "<script>var s=document.createElement('script');s.src='//static.hotjar.com/x'</script>",
          "<p onclick=\"gtag('config','G')\">c</p>",
          "<p style=\"background:url(//ad.doubleclick.net/x)\">s</p>",
          "<style>@import '//static.hotjar.com/x.css';b{}</style>");
  private static final List<String> TEXT =
      List.of(
          "a & b",
          "<!-- <script src=//static.hotjar.com/x></script> -->",
          "<textarea><img src=//static.hotjar.com/x></textarea>",
          "<script>var a='<p>'</script>",
          "&lt;img src=//static.hotjar.com/x&gt;",
          "\u00e5\u00e4\u00f6 \u20ac",
          "<br>",
          "<style>p{color:red}</style>",
          "\n");
  private static final List<String> WRAPPERS =
      List.of(
          "%s",
          "<div>%s</div>",
          "<noscript>%s</noscript>",
          "<p>%s</p>",
          "<section>%s</section>",
          "<template>%s</template>",
          "<ul><li>%s</ul>");

  private static final String BEGIN = "\ue000";
  private static final String END = "\ue001";

  private Tracking() {}

  /** Pages in which everything stays. */
  static Arbitrary<String> innocentPages() {
    return pages(
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, elements(KEPT_URLS)),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(TEXT))));
  }

  /** Pages with gated tags. */
  static Arbitrary<String> pages() {
    return markedPages().map(Tracking::whole);
  }

  /** Pages in which each gated tag stands between two marks. */
  static Arbitrary<String> markedPages() {
    return pages(
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, elements(GATED_URLS).map(Tracking::marked)),
            net.jqwik.api.Tuple.of(3, elements(KEPT_URLS)),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(INLINE).map(Tracking::marked)),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(TEXT))));
  }

  private static String marked(String gated) {
    return BEGIN + gated + END;
  }

  /** A marked page as it is. */
  static String whole(String markedPage) {
    return markedPage.replace(BEGIN, "").replace(END, "");
  }

  /** A marked page without anything gated. */
  static String kept(String markedPage) {
    return markedPage.replaceAll("(?s)" + BEGIN + ".*?" + END, "");
  }

  /** Any bytes that look a little like markup. */
  static Arbitrary<String> soup() {
    Arbitrary<String> crumbs =
        Arbitraries.of(
            "<",
            ">",
            "</",
            "<!--",
            "-->",
            "--!>",
            "<script",
            "</script",
            "<style>",
            "</style>",
            " src=",
            "//static.hotjar.com/x",
            "'",
            "\"",
            "=",
            "/",
            " ",
            "\n",
            "<svg>",
            "</svg>",
            "<![CDATA[",
            "]]>",
            "<template>",
            "</template>",
            "<noscript>",
            "</noscript>",
            "<p",
            "<iframe",
            "</iframe>",
            "<img",
            "<textarea>",
            "</textarea>",
            "&amp;",
            "&#x2f;",
            "a",
            "_hjSettings",
            "<math>",
            "<title>",
            "</title>",
            "<?",
            "<plaintext>",
            "\0",
            "<select>",
            "srcset=",
            "style=",
            "url(",
            ")",
            "href=",
            "<base",
            "<object",
            "</object>",
            "<b id=k>");
    return crumbs.list().ofMaxSize(60).map(list -> String.join("", list));
  }

  private static Arbitrary<String> pages(Arbitrary<String> parts) {
    Arbitrary<String> wrapped =
        Combinators.combine(Arbitraries.of(WRAPPERS), parts.list().ofMinSize(1).ofMaxSize(4))
            .as((wrapper, inner) -> wrapper.formatted(String.join("", inner)));
    return wrapped
        .list()
        .ofMaxSize(12)
        .map(list -> "<!DOCTYPE html><html><head><title>t</title></head><body>" + numbered(list));
  }

  // Each kept element gets an id of its own, so that an oracle can say which one is missing.
  private static String numbered(List<String> parts) {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      page.append("<b id=k").append(i).append(">t").append(i).append("</b>").append(parts.get(i));
    }
    return page.append("<b id=last>end</b>").toString();
  }

  private static Arbitrary<String> elements(List<String> urls) {
    return Combinators.combine(
            Arbitraries.of(SHAPES),
            Arbitraries.of("", " class=c", " data-x='>'", "\n\tdefer"),
            Arbitraries.of(urls),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 20))
        .as(
            (shape, other, url, style, at) ->
                shape.formatted(
                    other, quoted(spelled(url, isList(shape) && style == 2 ? 4 : style, at))));
  }

  // In a list of URLs a line break is no part of a URL: it begins the next one.
  private static boolean isList(String shape) {
    return shape.contains("ping=") || shape.contains("srcset=");
  }

  private static String quoted(String url) {
    return '"' + url + '"';
  }

  private static String spelled(String url, int style, int at) {
    int i = Math.min(at, url.length() - 1);
    String head = url.substring(0, i);
    char c = url.charAt(i);
    String tail = url.substring(i + 1);
    return switch (style) {
      case 0 -> head + "&#" + (int) c + ";" + tail;
      case 1 -> head + "&#x" + Integer.toHexString(c) + ";" + tail;
      case 2 -> head + c + "\n" + tail;
      case 3 -> " " + url + "\t";
      default -> url;
    };
  }
}
