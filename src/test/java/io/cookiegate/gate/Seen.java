package io.cookiegate.gate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a parser that is not ours sees in a page: each attribute, and each script's text. */
final class Seen {
  final List<String> ids = new ArrayList<>();
  final List<String> gated = new ArrayList<>();

  static Seen byJsoup(String page) {
    Seen seen = new Seen();
    for (Element element : Jsoup.parse(page).getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        seen.attribute(element.normalName(), attribute.getKey(), attribute.getValue());
      }
      if (element.normalName().equals("script")) {
        seen.script(element.attributes().get("src"), element.data());
      }
      if (element.normalName().equals("style")) {
        seen.style(element.data());
      }
    }
    return seen;
  }

  static Seen byValidator(String page) {
    Seen seen = new Seen();
    HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALTER_INFOSET);
    parser.setScriptingEnabled(false);
    parser.setContentHandler(seen.new Handler());
    try {
      parser.parse(new InputSource(new StringReader(page)));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen;
  }

  private void attribute(String element, String name, String value) {
    if (name.equals("id")) {
      ids.add(value);
    } else if (name.equals("style")) {
      style(value);
    } else if (name.startsWith("on")) {
      script("", value);
    } else if (name.equals("srcset")) {
      candidates(element, value);
    } else if (name.equals("ping")) {
      for (String part : value.strip().split("\\s+", -1)) {
        url(element + " " + name, part);
      }
    } else if (!element.equals("a") || !name.equals("href")) {
      url(element + " " + name, value);
    }
  }

  /**
   * The URLs of a srcset (WHATWG HTML 4.8.4.2.2): a URL ends at white space, and what follows it up
   * to a comma outside parentheses are descriptors, which load nothing.
   */
  private void candidates(String element, String value) {
    Matcher candidate = Pattern.compile("[\\s,]*(\\S+)").matcher(value);
    int at = 0;
    while (candidate.find(at)) {
      String token = candidate.group(1);
      url(element + " srcset", token.replaceFirst(",+$", ""));
      at = token.endsWith(",") ? candidate.end() : afterDescriptors(value, candidate.end());
    }
  }

  private static int afterDescriptors(String value, int from) {
    int open = 0;
    int at = from;
    while (at < value.length() && (open > 0 || value.charAt(at) != ',')) {
      open += value.charAt(at) == '(' ? 1 : value.charAt(at) == ')' && open > 0 ? -1 : 0;
      at++;
    }
    return at;
  }

  private void url(String where, String value) {
    String url =
        value.replaceAll("[\t\n\r]", "").strip().replace('\\', '/').toLowerCase(Locale.ROOT);
    String host = url.replaceFirst("^(https?:)?//([^/@]*@)?", "//");
    boolean loads =
        host.matches("//[^/?#]*(hotjar\\.com|google-analytics\\.com|doubleclick\\.net).*")
            || host.matches("//www\\.google\\.com/(x/\\.\\./)?pagead.*")
            || host.startsWith("//www.facebook.com/tr");
    if (loads) {
      gated.add(where + "=" + value);
    }
  }

  private void script(String source, String text) {
    boolean runs = source.isEmpty();
    if (runs
        && (text.contains("_hjSettings") || text.contains("'//static") || text.contains("gtag("))) {
      gated.add(text);
    }
  }

  private void style(String text) {
    if (text.contains("//ad.double") || text.contains("//static")) {
      gated.add(text);
    }
  }

  private final class Handler extends DefaultHandler {
    private final StringBuilder text = new StringBuilder();
    private String source = "";

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
      for (int i = 0; i < attributes.getLength(); i++) {
        attribute(name, attributes.getQName(i), attributes.getValue(i));
      }
      source = attributes.getValue("src") == null ? "" : attributes.getValue("src");
      text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qName) {
      if (name.equals("script")) {
        script(source, text.toString());
      } else if (name.equals("style")) {
        style(text.toString());
      }
      text.setLength(0);
    }
  }
}
