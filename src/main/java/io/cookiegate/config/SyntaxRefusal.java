package io.cookiegate.config;

import io.cookiegate.diagnostic.Finding;
import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Position;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** The end of reading: from here on the text is no YAML, so nothing after it has a meaning. */
final class SyntaxRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Characters that begin no plain value (YAML 1.2 section 5.3). */
  private static final String RESERVED = "*&%@`";

  private static final List<Slip> SLIPS =
      List.of(
          new Slip(
              "mapping values are not allowed",
              "a ':' is not expected here",
              "allowed is a key at the beginning of its line, or ': ' in quotes"),
          new Slip(
              "Expected a property name", "a key is no plain text", "allowed is a word as a key"),
          new Slip(
              "expected '<document start>'",
              "the line is indented differently",
              "allowed are keys of one mapping in one column"),
          new Slip(
              "expected <block end>",
              "the line is indented differently",
              "allowed are keys of one mapping, and items of one list, in one column"),
          new Slip(
              "expected ',' or ']'", "a list does not end", "allowed is ] after its last item"),
          new Slip(
              "expected ',' or '}'", "a mapping does not end", "allowed is } after its last value"),
          new Slip(
              "found unexpected end of stream", "a quote does not end", "allowed are two quotes"),
          new Slip(
              "could not find expected ':'",
              "a key has no ':'",
              "allowed is a key, ':' and a value"),
          new Slip(
              "found unknown escape character",
              "\"\\\" is given in double quotes",
              "allowed are single quotes, in which it is a character like any other"));

  private final transient Finding finding;

  private SyntaxRefusal(Finding finding) {
    super(finding.toString(), null, false, false);
    this.finding = finding;
  }

  static SyntaxRefusal at(Position position, String given, String allowed) {
    return new SyntaxRefusal(
        new Finding(position, FindingCode.SYNTAX, Node.WHOLE_FILE, given, allowed));
  }

  /** What the YAML reader says, in our words where it is one of the usual slips. */
  static SyntaxRefusal of(SourceText source, JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked
        && marked.getProblemMark().isPresent()) {
      return of(source, marked, marked.getProblemMark().get());
    }
    if (e.getCause() instanceof ReaderException unprintable) {
      return unprintable(source, unprintable);
    }
    TokenStreamLocation at = e.getLocation();
    Position position = source.position(at.getLineNr(), at.getColumnNr());
    return of(position, String.valueOf(e.getOriginalMessage()));
  }

  private static SyntaxRefusal of(
      SourceText source, MarkedYamlEngineException e, Mark problemMark) {
    Position problem = position(source, problemMark);
    if (source.at(problem) == '\t') {
      return at(problem, "a tab is given", "allowed are spaces to indent");
    }
    String context = String.valueOf(e.getContext());
    boolean name = context.endsWith("an alias") || context.endsWith("an anchor");
    Position begin = name ? position(source, e.getContextMark().orElse(problemMark)) : problem;
    return RESERVED.indexOf(source.at(begin)) >= 0
        ? reserved(begin, source.at(begin))
        : of(problem, e.getProblem());
  }

  private static SyntaxRefusal reserved(Position position, char indicator) {
    String shown = Shown.of(String.valueOf(indicator));
    return at(position, shown + " begins a value", "allowed is such a value in quotes");
  }

  private static Position position(SourceText source, Mark mark) {
    return source.position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static SyntaxRefusal of(Position position, String problem) {
    return SLIPS.stream()
        .filter(slip -> problem.startsWith(slip.problem()))
        .findFirst()
        .map(slip -> at(position, slip.given(), slip.allowed()))
        .orElseGet(() -> at(position, unreadable(problem), "allowed is YAML 1.2"));
  }

  private static String unreadable(String problem) {
    return "it cannot be read: " + Shown.of(problem.lines().findFirst().orElse(""));
  }

  private static SyntaxRefusal unprintable(SourceText source, ReaderException e) {
    String given = String.format("the character U+%04X is given", e.getCodePoint());
    return at(source.positionOf(e.getCodePoint()), given, "allowed are printable characters");
  }

  /** What the YAML reader says of a slip, and what we say. */
  private record Slip(String problem, String given, String allowed) {}

  Finding finding() {
    return finding;
  }
}
