package io.cookiegate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages of the legacy site. */
enum Page {
  CHOICE("/", "Welcome", UTF_8, "", Snippet.GA_JS, Snippet.ANALYTICS_JS, Snippet.FLOODLIGHT),
  PRIVATE("/private", "For you", UTF_8, "", everywhere()),
  BUSINESS("/business", "For business", UTF_8, "", everywhere()),
  NEWS(
      "/news",
      "News",
      UTF_8,
      "gzip",
      Snippet.GTM,
      Snippet.GTM_NOSCRIPT,
      Snippet.META,
      Snippet.YOUTUBE),
  NEWS_BROTLI(
      "/news/archive", "News archive", UTF_8, "br", Snippet.GTAG, Snippet.HOTJAR, Snippet.BING),
  NEWS_ZSTD("/news/press", "Press", UTF_8, "zstd", Snippet.GTAG, Snippet.LINKEDIN, Snippet.MARKETO),
  ABOUT(
      "/om",
      "Om Ciszere",
      ISO_8859_1,
      "",
      Snippet.GA_JS,
      Snippet.GOOGLE_ADS,
      Snippet.DOUBLECLICK_IMAGE),
  CONTACT("/contact", "Contact", UTF_8, "", Snippet.ANALYTICS_JS, Snippet.HUMANY, Snippet.MARKETO),
  THANKS(
      "/contact/thanks",
      "Thank you",
      UTF_8,
      "",
      Snippet.ANALYTICS_JS,
      Snippet.META,
      Snippet.ADFORM),
  COOKIES("/cookies", "Cookies", UTF_8, "", Snippet.GTAG),
  NOT_FOUND("", "Not found", UTF_8, "", Snippet.GA_JS);

  private final String path;
  private final String title;
  private final Charset charset;
  private final String coding;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Snippet> snippets;

  Page(String path, String title, Charset charset, String coding, Snippet... snippets) {
    this.path = path;
    this.title = title;
    this.charset = charset;
    this.coding = coding;
    this.snippets = List.of(snippets);
  }

  static Optional<Page> at(String path) {
    return Arrays.stream(values())
        .filter(p -> !p.path.isEmpty() && p.path.equals(path))
        .findFirst();
  }

  String path() {
    return path;
  }

  String title() {
    return title;
  }

  Charset charset() {
    return charset;
  }

  /** The content coding the page is sent in to a browser that takes it; empty for none. */
  String coding() {
    return coding;
  }

  List<Snippet> snippets() {
    return snippets;
  }

  int status() {
    return this == NOT_FOUND ? 404 : 200;
  }

  String template() {
    return "pages/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".html";
  }

  private static Snippet[] everywhere() {
    return EnumSet.complementOf(EnumSet.of(Snippet.YOUTUBE)).toArray(Snippet[]::new);
  }
}
