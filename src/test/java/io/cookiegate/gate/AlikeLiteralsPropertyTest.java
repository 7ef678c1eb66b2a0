package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Holds the sieve against the reader of scripts where many literals have one word in common. */
class AlikeLiteralsPropertyTest {
  private static final Position PLACE = Position.ofFile("alike.yaml");
  private static final List<String> LITERALS =
      List.of(
          "window.k1_id",
          "window.k1_ids(",
          "window.q9_x.push(",
          "window.q9_y.push(",
          "window.q9_y['b",
          "window.k2",
          "window.k22=",
          "window.z",
          "window['k4_id",
          "window.k\u00e9y",
          "window.a$b",
          "window.a_b.c",
          "windows.x9_y",
          "window.window.v1");
  private static final List<String> DOTTED = LITERALS.subList(0, 5);

  /** Of these, no word but the last is one to look for. */
  private static final List<String> PRECEDED =
      List.of(
          "x1abc.push(", "y2abc.push(", "x1ab.push('c", "$x1.push(", "q.push(", "x1ab.push.x1ab");

  private static final List<String> ALL =
      Stream.concat(LITERALS.stream(), PRECEDED.stream()).toList();

  private final SieveAndReader alike = SieveAndReader.of(classification(LITERALS));

  /** What stands for any of them is not taken for all. */
  private final SieveAndReader dotted = SieveAndReader.of(classification(DOTTED));

  private final SieveAndReader preceded = SieveAndReader.of(classification(PRECEDED));

  private static Classification classification(List<String> literals) {
    List<TagRule> rules = new ArrayList<>();
    for (String literal : literals) {
      rules.add(new TagRule.Inline(List.of(literal), "alike", "marketing", Origin.SITE, PLACE));
    }
    LocalizedText none = LocalizedText.NONE;
    Service service =
        new Service(
            "alike",
            "alike",
            "marketing",
            none,
            none,
            none,
            null,
            null,
            List.of(),
            rules,
            List.of(),
            Origin.SITE,
            PLACE);
    return Classification.of(ConfigLoader.catalogue().categories(), List.of(service));
  }

  @Provide
  Arbitrary<String> scripts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "window",
            "window",
            "window",
            ".",
            ".",
            ".",
            "['",
            "k1_id",
            "k1_ids(",
            "k2",
            "k22=",
            "z",
            "q9_x",
            "q9_y",
            "push(",
            "push",
            "(",
            "x1abc",
            "y2abc",
            "x1ab",
            "$x1",
            "q",
            "k4_id",
            "k\u00e9y",
            "a$b",
            "a_b",
            "c",
            "windows",
            "x9_y",
            "v1",
            " ",
            "\n",
            "\t",
            "/**/",
            "//c\n",
            "\\u0077",
            "\\u002e",
            "<!--\n",
            "-->",
            "+",
            "'",
            "`",
            ";",
            "}",
            "1",
            "\u00a0",
            "\u007f",
            "?.",
            "x");
    Arbitrary<String> soup = pieces.list().ofMaxSize(12).map(all -> String.join("", all));
    Arbitrary<String> gaps =
        Arbitraries.of("", "", "", " ", "\n", "/**/", " /* c */ ", "//c\n", "\u007f", "\u00a0");
    Arbitrary<String> spelled =
        Combinators.combine(Arbitraries.of(ALL), gaps, gaps, Arbitraries.integers().between(0, 40))
            .as(
                (literal, before, behind, at) -> {
                  String text = literal.replace(".", before + "." + behind);
                  int escaped = at < text.length() && text.charAt(at) < 128 ? at : -1;
                  return escaped < 0 || !Character.isLetter(text.charAt(escaped))
                      ? text
                      : text.substring(0, escaped)
                          + String.format("\\u%04x", (int) text.charAt(escaped))
                          + text.substring(escaped + 1);
                });
    return Combinators.combine(
            soup, Arbitraries.of("", ";", "\n", "}"), Arbitraries.oneOf(spelled, soup), soup)
        .as((a, b, c, d) -> a + b + c + d);
  }

  @Property(tries = 10_000)
  void whatIsFoundPasses(
      @ForAll("scripts") String text, @ForAll @IntRange(min = 1, max = 60) int piece) {
    byte[] script = text.getBytes(UTF_8);
    Statistics.label("alike").collect(alike.isFound(script));
    Statistics.label("alike")
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 12));
    Statistics.label("preceded").collect(preceded.isFound(script));
    Statistics.label("preceded")
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 4));
    for (SieveAndReader held : List.of(alike, dotted, preceded)) {
      if (held.isFound(script)) {
        assertTrue(held.passes(script, 1 << 20), text);
        assertTrue(held.passes(script, piece), text);
      }
    }
  }

  @Test
  void otherPropertiesDoNotPass() {
    String script = "window.k1_other=1;window.q9_z.push(2);window.alert(window);var window=3;    ";
    assertFalse(alike.passes(script.getBytes(UTF_8), 1 << 20));
    String other =
        "z1abc.push(1);xy.push(2);(x||y).push(3);a.x2ab.push(4);(push);var push=5;      ";
    assertFalse(preceded.passes(other.getBytes(UTF_8), 1 << 20));
  }
}
