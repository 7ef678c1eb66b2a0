package io.cookiegate.wording;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Markup with blanks: a logic-less template, of which everything but the blanks is put out as it
 * stands. It is a part of Mustache (mustache(5)): {@code {{word}}}, a section {@code
 * {{#list}}...{{/list}}} once for each item, an inverted one {@code {{^list}}...{{/list}}} where
 * there is none, and comments {@code {{! ... }}}. A word is always escaped. Immutable.
 */
public final class Template {
  private final List<Part> parts;
  private volatile @Nullable Boolean wellFormed;

  Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A piece of a template. */
  sealed interface Part {
    /** Markup that stays as it is. */
    record Literal(String markup) implements Part {}

    /** A blank for a word. */
    record Word(String name) implements Part {}

    /** What is repeated for the items of a list, or stands where it has none. */
    record Section(String name, boolean inverted, List<Part> parts) implements Part {}
  }

  /**
   * Whether what it makes can stand in a document of XML, whichever of its sections do. Instructions
   * and sections of XML are for documents.
   */
  public boolean isWellFormed() {
    // Most sites have no page of XML, and the parser takes its time to come.
    Boolean known = wellFormed;
    if (known == null) {
      known = isWellFormed(true) && isWellFormed(false);
      wellFormed = known;
    }
    return known;
  }

  private boolean isWellFormed(boolean sections) {
    StringBuilder markup = new StringBuilder(1024).append("<x>");
    sketch(markup, parts, sections);
    return isWellFormed(markup.append("</x>").toString());
  }

  private static void sketch(StringBuilder markup, List<Part> parts, boolean sections) {
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        markup.append(literal.markup());
      } else if (part instanceof Part.Section section && sections != section.inverted()) {
        sketch(markup, section.parts(), sections);
      } else if (part instanceof Part.Word) {
        markup.append('x');
      }
    }
  }

  private static boolean isWellFormed(String document) {
    if (document.contains("<?") || document.contains("<![")) {
      return false;
    }
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.newSAXParser().parse(new InputSource(new StringReader(document)), new Silent());
      return true;
    } catch (SAXException | ParserConfigurationException | IOException e) {
      return false;
    }
  }

  /** Prints nothing. */
  private static final class Silent extends DefaultHandler {
    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }

  /** The markup with its blanks filled, in ASCII. */
  public String fill(Filling filling) {
    StringBuilder markup = new StringBuilder(1024);
    fill(markup, parts, filling);
    return markup.toString();
  }

  private static void fill(StringBuilder markup, List<Part> parts, Filling filling) {
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        markup.append(literal.markup());
      } else if (part instanceof Part.Word word) {
        markup.append(filling.word(word.name()));
      } else if (part instanceof Part.Section section) {
        fill(markup, section, filling);
      }
    }
  }

  private static void fill(StringBuilder markup, Part.Section section, Filling filling) {
    List<Filling> items = filling.list(section.name());
    if (section.inverted()) {
      if (items.isEmpty()) {
        fill(markup, section.parts(), filling);
      }
      return;
    }
    items.forEach(item -> fill(markup, section.parts(), item));
  }
}
