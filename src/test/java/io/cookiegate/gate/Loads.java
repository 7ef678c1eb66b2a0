package io.cookiegate.gate;

import io.cookiegate.host.WebUrl;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The scripts, images and frames of three gated hosts that parsers which are not ours see in a page. */
final class Loads {
  private static final List<String> GATED =
      List.of("hotjar.com", "doubleclick.net", "google-analytics.com");
  private static final List<String> ELEMENTS = List.of("script", "img", "iframe");
  private static final WebUrl SITE = WebUrl.parse("https://www.site.example/dir/page.html", null);
  private static final Pattern COMMENT_IN_COMMENT =
      Pattern.compile("<!--.*<!--[^>-]>", Pattern.DOTALL);
  private static final Pattern SCRIPT_IN_NOSCRIPT =
      Pattern.compile(
          "<noscript.*<script.*<!--.*<script", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPTY =
      Pattern.compile(
          "<(?:svg|math)|<(?:script|style|title|textarea|xmp|iframe|no[a-z]+)[^>]*/>",
          Pattern.CASE_INSENSITIVE);

  static {
    // Its own assertions do not hold on every input.
    Loads.class.getClassLoader().setPackageAssertionStatus("nu.validator", false);
  }

  private Loads() {}

  /** Whether the nu.validator parser may lose a byte of a page. */
  static boolean errsValidator(String page) {
    return COMMENT_IN_COMMENT.matcher(page).find();
  }

  /** Whether jsoup may take markup for text, and what follows it for markup. */
  static boolean errsJsoup(String page) {
    return EMPTY.matcher(page).find() || SCRIPT_IN_NOSCRIPT.matcher(page).find();
  }

  static List<String> byJsoup(String page) {
    List<String> gated = new ArrayList<>();
    for (Element element : Jsoup.parse(page).select(String.join(", ", ELEMENTS))) {
      if (element.tag().namespace().equals(Parser.NamespaceHtml)) {
        boolean plain = !element.hasAttr("type") && !element.hasAttr("language");
        String src = element.hasAttr("src") ? element.attributes().get("src") : null;
        add(gated, element.normalName(), plain, src);
      }
    }
    return gated;
  }

  /** With scripts and without. */
  static List<String> byValidator(String page) {
    List<String> gated = new ArrayList<>();
    read(page, true, gated);
    read(page, false, gated);
    return gated;
  }

  private static void read(String page, boolean scripting, List<String> gated) {
    HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
    parser.setScriptingEnabled(scripting);
    parser.setContentHandler(new Handler(gated));
    try {
      parser.parse(new InputSource(new StringReader(page)));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A script with a type or language may be data; in svg and math none of the three has a src.
  private static void add(List<String> gated, String element, boolean plain, @Nullable String src) {
    boolean loads = src != null && ELEMENTS.contains(element);
    if (loads && (plain || !element.equals("script"))) {
      WebUrl url = WebUrl.parse(src, SITE);
      if (url != null && url.isNetwork() && isGated(url.matchHost())) {
        gated.add(element + " " + src);
      }
    }
  }

  private static boolean isGated(@Nullable String host) {
    return host != null && GATED.stream().anyMatch(g -> host.equals(g) || host.endsWith("." + g));
  }

  private static final class Handler extends DefaultHandler {
    private final List<String> gated;

    Handler(List<String> gated) {
      this.gated = gated;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      if (uri.equals(Parser.NamespaceHtml)) {
        boolean plain =
            attributes.getValue("", "type") == null && attributes.getValue("", "language") == null;
        add(gated, local, plain, attributes.getValue("", "src"));
      }
    }
  }
}
