package io.cookiegate.config;

import io.cookiegate.classification.LocalizedText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of values that are no kind of their own file. */
final class Kinds {
  private Kinds() {}

  /** A text that fits. */
  record Fitting(String form, Predicate<String> fits) implements Kind.OfText<String> {
    @Override
    public @Nullable String parse(String text) {
      return fits.test(text) ? text : null;
    }
  }

  /** A text that matches a pattern as a whole. */
  static Kind.OfText<String> matching(String regex, String form) {
    return new Fitting(form, Pattern.compile(regex).asMatchPredicate());
  }

  /** A text for people: not blank. */
  static Kind.OfText<String> text(String form) {
    return new Fitting(form, text -> !text.isBlank());
  }

  /** {@code true} or {@code false}. */
  static Kind.OfText<Boolean> flag() {
    return choice(List.of(true, false));
  }

  /** One of an enum's constants, in kebab case. */
  static <E extends Enum<E>> Kind.OfText<E> word(Class<E> type) {
    return choice(List.of(type.getEnumConstants()));
  }

  private static <T> Kind.OfText<T> choice(List<T> values) {
    return new Choice<>(values);
  }

  static String spelling(Object value) {
    return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private record Choice<T>(List<T> values) implements Kind.OfText<T> {
    @Override
    public String form() {
      return values.stream().map(Kinds::spelling).collect(Collectors.joining(" or "));
    }

    @Override
    public @Nullable T parse(String text) {
      Stream<T> matching = values.stream().filter(value -> spelling(value).equals(text));
      return matching.findFirst().orElse(null);
    }
  }

  /** A whole number, and what it counts. */
  static Kind.OfText<Integer> whole(String noun, int least, int most) {
    return new Whole(noun, least, most);
  }

  /** A time. */
  static Kind.OfText<Duration> span(String least, String most) {
    return new Span(least, most);
  }

  /** A list with at least one item. */
  static <T> Kind<List<Kind.Item<T>>> list(Kind<T> item, String form) {
    return new Kind.OfList<>(item, form);
  }

  static Kind<Node.Mapping> mapping(String form) {
    return new Kind.OfMapping(form);
  }

  /** One text in several languages. */
  static Kind<LocalizedText> texts() {
    return new LocalizedTextKind();
  }
}
