package io.cookiegate.gate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a parser that is not ours sees in a page: elements, attributes and text, and what is gated. */
final class Seen {
  final List<String> ids = new ArrayList<>();
  final List<String> gated = new ArrayList<>();

  /** The start of each element with its attributes, and each character of text. */
  final List<String> tokens = new ArrayList<>();

  static Seen byJsoup(String page) {
    Seen seen = new Seen();
    Document document = Jsoup.parse(page);
    NodeTraversor.traverse((node, depth) -> seen.node(node), document);
    for (Element element : document.getAllElements()) {
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

  private void node(Node node) {
    if (node instanceof Element element) {
      start(
          element.normalName(),
          element.attributes().asList().stream().map(a -> a.getKey() + "=" + a.getValue()));
    } else if (node instanceof TextNode text) {
      text(text.getWholeText());
    } else if (node instanceof DataNode data) {
      text(data.getWholeData());
    }
  }

  private void start(String element, Stream<String> attributes) {
    tokens.add("<" + element + attributes.sorted().toList());
  }

  private void text(String characters) {
    characters.codePoints().mapToObj(Character::toString).forEach(tokens::add);
  }

  /** What of another page is missing here, in its order; empty where all is there. */
  String missing(Seen other) {
    int at = 0;
    for (int i = 0; i < other.tokens.size(); i++) {
      while (at < tokens.size() && !tokens.get(at).equals(other.tokens.get(i))) {
        at++;
      }
      if (at++ == tokens.size()) {
        return String.join("", other.tokens.subList(i, Math.min(i + 40, other.tokens.size())));
      }
    }
    return "";
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
      start(
          name,
          IntStream.range(0, attributes.getLength())
              .mapToObj(i -> attributes.getQName(i) + "=" + attributes.getValue(i)));
      for (int i = 0; i < attributes.getLength(); i++) {
        attribute(name, attributes.getQName(i), attributes.getValue(i));
      }
      source = attributes.getValue("src") == null ? "" : attributes.getValue("src");
      text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
      text(new String(characters, start, length));
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
