package io.cookiegate.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a page makes a browser load, found in a tree that jsoup builds: a reading of the
 * page that shares nothing with the gate's own.
 */
final class LoadedUrls {
  private static final Set<String> LOADING =
      Set.of(
          "stylesheet",
          "icon",
          "preload",
          "prefetch",
          "modulepreload",
          "preconnect",
          "dns-prefetch",
          "prerender",
          "manifest",
          "apple-touch-icon",
          "mask-icon");
  private static final String SOURCES =
      "script[src], img[src], iframe[src], frame[src], embed[src], source[src], track[src],"
          + " video[src], audio[src], input[type=image][src]";
  private static final Pattern CSS_URL =
      Pattern.compile("(?is)(?:url\\(\\s*['\"]?|@import\\s+['\"])([^'\")]+)");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s;\"]+)");

  private final Document page;
  private final List<String> found = new ArrayList<>();

  private LoadedUrls(Document page) {
    this.page = page;
  }

  /** Reads a page; the tree gives its addresses and its links. */
  static LoadedUrls of(FetchedPage page) throws IOException {
    String address = page.address().toString();
    return new LoadedUrls(
        Jsoup.parse(
            new ByteArrayInputStream(page.content()),
            charset(page.contentType()),
            address,
            page.isXhtml() ? Parser.xmlParser() : Parser.htmlParser()));
  }

  private static @Nullable String charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    try {
      return named.find() ? Charset.forName(named.group(1)).name() : null;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** The address from which the page's relative addresses start. */
  String base() {
    return page.baseUri();
  }

  /** What it makes a browser load, as it is written. */
  List<String> loaded() {
    each(SOURCES, "src");
    each("object[data]", "data");
    each("video[poster]", "poster");
    each("body[background], table[background], td[background]", "background");
    each("image[href], use[href], feImage[href]", "href");
    each("image[xlink:href], use[xlink:href], script[xlink:href]", "xlink:href");
    each("script[href]", "href");
    page.select("a[ping], area[ping]").forEach(one -> words(one.attr("ping")));
    page.select("img[srcset], source[srcset]").forEach(one -> candidates(one.attr("srcset")));
    page.select("link[imagesrcset]").forEach(one -> candidates(one.attr("imagesrcset")));
    page.select("link[href][rel]").forEach(this::link);
    page.select("meta[http-equiv=refresh]").forEach(one -> refresh(one.attr("content")));
    page.select("style").forEach(one -> css(one.data() + one.wholeText()));
    page.select("[style]").forEach(one -> css(one.attr("style")));
    page.select("iframe[srcdoc]").forEach(this::document);
    return found;
  }

  private void each(String selector, String attribute) {
    page.select(selector).forEach(one -> found.add(one.attr(attribute)));
  }

  private void words(String list) {
    found.addAll(List.of(list.strip().split("\\s+", -1)));
  }

  private void candidates(String list) {
    for (String candidate : list.split(",\\s+", -1)) {
      found.add(candidate.strip().split("\\s+", 2)[0]);
    }
  }

  private void link(Element link) {
    for (String relation : link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (LOADING.contains(relation)) {
        found.add(link.attr("href"));
        return;
      }
    }
  }

  private void refresh(String content) {
    Matcher url = Pattern.compile("(?i)[;,]\\s*(?:url\\s*=)?\\s*['\"]?([^'\"]+)").matcher(content);
    if (url.find()) {
      found.add(url.group(1).strip());
    }
  }

  private void css(String text) {
    Matcher url = CSS_URL.matcher(text);
    while (url.find()) {
      found.add(url.group(1).strip());
    }
  }

  private void document(Element frame) {
    found.addAll(new LoadedUrls(Jsoup.parse(frame.attr("srcdoc"), base())).loaded());
  }

  /** The addresses of other pages that it links to. */
  List<String> links() {
    return page.select("a[href]").eachAttr("abs:href");
  }
}
