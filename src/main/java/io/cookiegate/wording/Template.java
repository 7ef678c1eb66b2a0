package io.cookiegate.wording;

import java.util.List;

/**
 * Markup with blanks: a logic-less template, of which everything but the blanks is put out as it
 * stands. It is a part of Mustache (mustache(5)): {@code {{word}}}, a section {@code
 * {{#list}}...{{/list}}} once for each item, an inverted one {@code {{^list}}...{{/list}}} where
 * there is none, and comments {@code {{! ... }}}. A word is always escaped. Immutable.
 */
public final class Template {
  private final List<Part> parts;

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
