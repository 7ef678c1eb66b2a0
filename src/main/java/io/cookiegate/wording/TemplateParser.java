package io.cookiegate.wording;

import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one template; every name that is not in its vocabulary is a finding, with its place. */
final class TemplateParser {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final String file;
  private final String source;
  private final Findings findings;
  private final Set<String> used = new TreeSet<>();
  private int at;
  private int problems;

  private TemplateParser(String file, String source, Findings findings) {
    this.file = file;
    this.source = source;
    this.findings = findings;
  }

  /** The template in a file's text; null where a finding was made. */
  static @Nullable Template parse(
      String file, String source, Vocabulary vocabulary, Findings findings) {
    TemplateParser parser = new TemplateParser(file, source, findings);
    List<Template.Part> parts = parser.parts("", vocabulary);
    parser.requireNeeded(vocabulary);
    return parser.problems == 0 ? new Template(parts) : null;
  }

  private List<Template.Part> parts(String section, Vocabulary vocabulary) {
    List<Template.Part> parts = new ArrayList<>();
    while (at < source.length()) {
      int open = source.indexOf(OPEN, at);
      literal(parts, open < 0 ? source.length() : open);
      if (open < 0) {
        break;
      }
      int close = source.indexOf(CLOSE, open);
      if (close < 0) {
        refuse(
            open, FindingCode.SYNTAX, OPEN + " has no end", "every " + OPEN + " ends in " + CLOSE);
        at = source.length();
        break;
      }
      String tag = source.substring(open + OPEN.length(), close).strip();
      at = close + CLOSE.length();
      if (tag.startsWith("/")) {
        return ended(section, tag.substring(1).strip(), open, parts);
      }
      tag(parts, tag, open, vocabulary);
    }
    if (!section.isEmpty()) {
      refuse(
          at,
          FindingCode.SYNTAX,
          "{{#" + section + "}} has no end",
          "it ends in {{/" + section + "}}");
    }
    return parts;
  }

  private void literal(List<Template.Part> parts, int to) {
    if (to > at) {
      parts.add(new Template.Part.Literal(AsciiMarkup.ofMarkup(source.substring(at, to))));
    }
  }

  private List<Template.Part> ended(
      String section, String name, int open, List<Template.Part> parts) {
    if (!name.equals(section)) {
      String expected =
          section.isEmpty() ? "no section is open here" : "open is {{#" + section + "}}";
      refuse(open, FindingCode.SYNTAX, "{{/" + name + "}} is given", expected);
    }
    return parts;
  }

  private void tag(List<Template.Part> parts, String tag, int open, Vocabulary vocabulary) {
    char kind = tag.isEmpty() ? ' ' : tag.charAt(0);
    switch (kind) {
      case '!' -> {}
      case '#', '^' -> {
        String name = tag.substring(1).strip();
        requireKnown(name, open, vocabulary.lists().containsKey(name), vocabulary);
        Vocabulary inside = vocabulary.within(name, kind == '^');
        parts.add(new Template.Part.Section(name, kind == '^', parts(name, inside)));
      }
      default -> {
        requireKnown(tag, open, vocabulary.words().contains(tag), vocabulary);
        parts.add(new Template.Part.Word(tag));
      }
    }
  }

  private void requireKnown(String name, int open, boolean known, Vocabulary vocabulary) {
    used.add(name);
    if (!known) {
      refuse(
          open, FindingCode.UNKNOWN_REFERENCE, "there is no " + shown(name), vocabulary.sentence());
    }
  }

  private void requireNeeded(Vocabulary vocabulary) {
    Set<String> missing = new TreeSet<>(vocabulary.needed());
    missing.removeAll(used);
    for (String name : missing) {
      refuse(
          0,
          FindingCode.MISSING_KEY,
          OPEN + name + CLOSE + " is missing",
          "visitors cannot answer without it");
    }
  }

  private static String shown(String name) {
    String printable = name.replaceAll("[^ -~]", "?");
    return printable.length() > 40 ? printable.substring(0, 40) + "..." : printable;
  }

  private void refuse(int offset, FindingCode code, String given, String allowed) {
    problems++;
    findings.add(place(offset), code, "template", given, allowed);
  }

  private Position place(int offset) {
    int line = 1;
    int start = 0;
    for (int i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    return new Position(file, line, offset - start + 1);
  }
}
