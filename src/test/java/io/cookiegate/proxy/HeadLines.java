package io.cookiegate.proxy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lines of heads, plain and odd ones. */
final class HeadLines {
  private HeadLines() {}

  /** A field of one of the names or any other, of one of the values or any other. */
  static Arbitrary<String> plain(List<String> names, List<String> values, int longestValue) {
    Arbitrary<String> name =
        Arbitraries.oneOf(
            Arbitraries.of(names),
            Arbitraries.strings().withChars("abcXYZ019-_.!~|").ofMinLength(1).ofMaxLength(20));
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of(values),
            Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\t')
                .ofMaxLength(longestValue));
    Arbitrary<String> gaps = Arbitraries.of(" ", "", "  ", "\t ");
    return Combinators.combine(name, gaps, value, gaps).as((n, g, v, h) -> n + ":" + g + v + h);
  }

  /** How a line ends, so many times as it should and once in each other way. */
  static Arbitrary<String> end(int usual) {
    return Arbitraries.frequency(
        Tuple.of(usual, "\r\n"),
        Tuple.of(1, "\n"),
        Tuple.of(1, "\r"),
        Tuple.of(1, "\r\r\n"),
        Tuple.of(1, "\r\n "));
  }

  static Arbitrary<String> odd() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            " folded",
            "\tfolded",
            ": no name",
            "no colon",
            "name : x",
            "a b: c",
            "a: b\0c",
            "a: \u00e9",
            "\u00e9: a",
            "a: \u007f",
            "a:\u0001"),
        Arbitraries.strings()
            .withCharRange((char) 0, (char) 255)
            .excludeChars('\n')
            .ofMaxLength(30),
        Arbitraries.of("a: " + "x".repeat(3000), "y".repeat(5000) + ": a"));
  }
}
