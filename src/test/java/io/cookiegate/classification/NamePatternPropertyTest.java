package io.cookiegate.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamePatternPropertyTest {
  private static final String[] PIECES = {
    "a", "b", "_", "ab", "?", "*", "+", "{2}", "{0}", "|", "(a|b)", "(?i)", "[ab]", ".", "\\w", "^"
  };

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces))
        .filter(NamePatternPropertyTest::isExpression);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.strings().withChars("ab_AB").ofMaxLength(6).list().ofSize(20);
  }

  private static boolean isExpression(String text) {
    try {
      Pattern.compile(text);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  @Property(tries = 2000)
  void aRegexMeansTheNamesThatItMatches(
      @ForAll("expressions") String text, @ForAll("names") List<String> names) {
    NamePattern regex = new NamePattern.Regex(text);
    for (String name : names) {
      assertEquals(name.matches(text), regex.matches(name), () -> text + " and " + name);
    }
  }
}
