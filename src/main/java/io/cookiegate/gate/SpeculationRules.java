package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules by which a browser fetches what links lead to before a visitor follows any (WHATWG
 * HTML 7.6.1, speculation rules). A link to a gated host is the visitor's own step and stays; so a rule
 * about a document's links may only be about those that a pattern of the site's own, or of a host that
 * is written out, lets through. What cannot be read for sure may be about any.
 */
final class SpeculationRules {
  private static final Pattern OF_ONE_HOST =
      Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[^:]*)?");

  /** A path, which is read against the address of the page. */
  private static final Pattern OWN = Pattern.compile("[?#][^:]*|/([^:/\\\\][^:]*)?");

  /** Parts of a pattern that, where they are not given, are those of the page. */
  private static final Set<String> BEYOND_PATH =
      Set.of("protocol", "username", "password", "hostname", "port", "baseURL");

  private SpeculationRules() {}

  /** Whether no rule may be about a link to a host that is not written in it. */
  static boolean nameWhatTheyFetch(byte[] a, int from, int to) {
    return JsonText.parse(new String(a, from, to - from, UTF_8)) instanceof Map<?, ?> actions
        && actions.values().stream()
            .allMatch(given -> all((List<?>) given, SpeculationRules::areNarrow));
  }

  private interface Test {
    boolean holds(@Nullable Object value);
  }

  /** Of keys that are given twice, each value counts. */
  private static boolean all(List<?> values, Test test) {
    return values.stream().allMatch(test::holds);
  }

  private static boolean areNarrow(@Nullable Object rules) {
    return !(rules instanceof List<?> list) || all(list, SpeculationRules::isNarrow);
  }

  private static boolean isNarrow(@Nullable Object rule) {
    if (!(rule instanceof Map<?, ?> parts)) {
      return true;
    }
    boolean ofList =
        parts.containsKey("urls")
            && !parts.containsKey("where")
            && all(given(parts, "source"), "list"::equals);
    return ofList || isConfined(parts, "where");
  }

  private static List<?> given(Map<?, ?> parts, String key) {
    return parts.get(key) instanceof List<?> values ? values : List.of();
  }

  private static boolean isConfined(Map<?, ?> parts, String key) {
    return parts.containsKey(key) && all(given(parts, key), SpeculationRules::confines);
  }

  /** Whether a condition lets no link through but to the site or a host that it names. */
  private static boolean confines(@Nullable Object condition) {
    if (!(condition instanceof Map<?, ?> parts)) {
      return false;
    }
    if (parts.containsKey("and")) {
      return all(given(parts, "and"), SpeculationRules::anyConfines);
    } else if (parts.containsKey("or")) {
      return all(given(parts, "or"), SpeculationRules::eachConfines);
    }
    return parts.containsKey("href_matches")
        && all(given(parts, "href_matches"), SpeculationRules::isNearby);
  }

  private static boolean anyConfines(@Nullable Object conditions) {
    return conditions instanceof List<?> list && list.stream().anyMatch(SpeculationRules::confines);
  }

  private static boolean eachConfines(@Nullable Object conditions) {
    return conditions instanceof List<?> list && all(list, SpeculationRules::confines);
  }

  private static boolean isNearby(@Nullable Object pattern) {
    if (pattern instanceof String text) {
      return OWN.matcher(text).matches() || OF_ONE_HOST.matcher(text).matches();
    } else if (pattern instanceof List<?> patterns) {
      return all(patterns, SpeculationRules::isNearby);
    }
    return pattern instanceof Map<?, ?> parts
        && parts.keySet().stream().noneMatch(BEYOND_PATH::contains);
  }
}
