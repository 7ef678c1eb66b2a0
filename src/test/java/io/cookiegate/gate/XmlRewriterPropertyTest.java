package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Documents of XML, and what the platform's own parser sees in them. */
class XmlRewriterPropertyTest {
  private static final String GATED = "https://static.hotjar.com/x";
  private static final List<String> LIVE =
      List.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");
  private static final Set<String> LOADS = Set.of("script", "image", "img", "iframe", "use");
  private static final List<String> NAMES =
      List.of("a", "g", "script", "image", "img", "iframe", "style", "item", "use", "title");
  private static final List<String> PREFIXES = List.of("", "s:", "h:", "x:");
  private static final List<String> BINDINGS =
      List.of(
          "",
          "",
          "",
          " xmlns='http://www.w3.org/2000/svg'",
          " xmlns='http://www.w3.org/1999/xhtml'",
          " xmlns=''",
          " xmlns:s='http://www.w3.org/2000/svg'",
          " xmlns:h='http://www.w3.org/1999/xhtml'",
          " xmlns:x='urn:x'",
          " xmlns:s='urn:x'",
          " xmlns:x='http://www.w3.org/1999/xhtml'");
  private static final List<String> OTHERS =
      List.of(
          "text",
          "&amp;&#60;",
          "<!-- <script src='" + GATED + "'/> -->",
          "<!-->-->",
          "<![CDATA[<img src='" + GATED + "'/>]]>",
          "<![CDATA[]]]]>",
          "<?x <!-- ?>",
          "<?x '?>",
          "\n");

  private static String document(Random random) {
    StringBuilder xml = new StringBuilder();
    if (random.nextInt(4) == 0) {
      xml.append("<!DOCTYPE r [<!-- ]> \" --><!ENTITY e \"]><\"><?p ' ?>]>");
    }
    xml.append("<r xmlns:s='http://www.w3.org/2000/svg' xmlns:h='http://www.w3.org/1999/xhtml'");
    xml.append(" xmlns:x='urn:x'>");
    children(xml, random, 0);
    return xml.append("</r>").toString();
  }

  private static void children(StringBuilder xml, Random random, int depth) {
    for (int i = random.nextInt(5); i > 0; i--) {
      if (depth == 5 || random.nextInt(3) == 0) {
        xml.append(pick(OTHERS, random));
      } else {
        element(xml, random, depth);
      }
    }
  }

  private static void element(StringBuilder xml, Random random, int depth) {
    String name = pick(PREFIXES, random) + pick(NAMES, random);
    xml.append('<').append(name).append(pick(BINDINGS, random));
    if (random.nextInt(3) == 0) {
      String quote = random.nextBoolean() ? "'" : "\"";
      String attribute = List.of(" src", " href", " alt").get(random.nextInt(3));
      String url = random.nextBoolean() ? GATED : GATED.replace("hotjar", "h&#111;tjar");
      xml.append(attribute).append(random.nextBoolean() ? " = " : "=");
      xml.append(quote).append(url).append(quote);
    }
    if (random.nextInt(4) == 0) {
      xml.append(random.nextBoolean() ? "/>" : " />");
    } else {
      xml.append('>');
      children(xml, random, depth + 1);
      xml.append("</").append(name).append(">");
    }
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static String gate(String xml, int piece) {
    return gate("text/xml", xml, piece);
  }

  private static String gate(String type, String xml, int piece) {
    return new String(new GatedPage().contentType(type).rewrite(xml.getBytes(UTF_8), piece), UTF_8);
  }

  @Property(tries = 3000)
  void theParserSeesNothingGatedAndTheDocumentStaysWhole(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    String xml = document(random);
    String type = random.nextBoolean() ? "text/xml" : "application/xhtml+xml";
    String output = gate(type, xml, 1 + random.nextInt(400));
    Live live = Live.in(output);
    assertEquals(List.of(), live.gated, output);
    // Without what is gated, the elements that mean nothing to a browser are those of the source.
    assertEquals(Live.in(xml.replace("hotjar", "x").replace("h&#111;tjar", "x")).wellFormed, true);
    assertEquals(true, live.wellFormed, xml + "\n" + output);
  }

  @Property(tries = 2000)
  void whereNothingIsGatedEveryByteStays(@ForAll long seed) {
    String xml = document(new Random(seed)).replace("hotjar", "x").replace("h&#111;tjar", "x");
    String plain = xml.replaceFirst("^<!DOCTYPE[^\\]]*\\]> \" .*?\\]>(?=<r)", "");
    // A script that has an element inside is none that the gate could read.
    if (Live.in(plain).plainTexts) {
      assertEquals(plain, gate(plain, 1 << 20));
    }
  }

  @Property(tries = 2000)
  void theCutMakesNoDifference(@ForAll long seed) {
    Random random = new Random(seed);
    String xml = document(random);
    assertEquals(gate(xml, 1 << 20), gate(xml, 1 + random.nextInt(20)));
  }

  /** What a parser sees that a browser would act on. */
  private static final class Live extends DefaultHandler {
    private final List<String> gated = new ArrayList<>();
    private boolean wellFormed = true;
    private boolean plainTexts = true;
    private int inText;

    static Live in(String xml) {
      Live live = new Live();
      try {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.newSAXParser().parse(new InputSource(new StringReader(xml)), live);
      } catch (SAXParseException e) {
        live.wellFormed = false;
      } catch (SAXException | ParserConfigurationException | IOException e) {
        throw new IllegalStateException(xml, e);
      }
      return live;
    }

    @Override
    public void fatalError(SAXParseException e) {
      wellFormed = false;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      plainTexts &= inText == 0;
      boolean text = local.equals("script") || local.equals("style");
      inText += inText > 0 || (text && LIVE.contains(uri)) ? 1 : 0;
      if (LIVE.contains(uri) && LOADS.contains(local)) {
        String url = attributes.getValue(uri.endsWith("svg") ? "href" : "src");
        if (GATED.equals(url) && !(local.equals("use") && !uri.endsWith("svg"))) {
          gated.add(name + " " + url);
        }
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      inText -= inText > 0 ? 1 : 0;
    }
  }
}
