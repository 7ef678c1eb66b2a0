package io.cookiegate.host;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Domain to ASCII as URLs use it (WHATWG URL 3.3): UTS 46 without transitional processing, with
 * CheckBidi and CheckJoiners, without CheckHyphens, STD3 rules and DNS lengths.
 *
 * <p>The tables are the JDK's own, so a character newer than the running JDK cannot be read: such a
 * domain has no result here, as a malformed one has none.
 */
final class DomainToAscii {
  private static final String PREFIX = "xn--";

  /** Longer than any name that DNS can carry, and short enough for Punycode's quadratic steps. */
  private static final int LONGEST = 2048;

  private DomainToAscii() {}

  /** The domain in ASCII and lower case, or null where it has none. */
  static @Nullable String convert(String domain) {
    // An all-ASCII domain is taken as it is: its A-labels are not checked (WHATWG URL 3.3 step 1).
    if (domain.chars().allMatch(c -> c < 0x80)) {
      return domain.toLowerCase(Locale.ROOT);
    }
    String mapped = domain.length() > LONGEST ? null : Uts46Mapping.map(domain);
    return mapped == null ? null : convertLabels(Normalizer.normalize(mapped, Normalizer.Form.NFC));
  }

  private static @Nullable String convertLabels(String mapped) {
    List<String> labels = new ArrayList<>();
    for (String label : mapped.split("\\.", -1)) {
      String unicode = toUnicode(label);
      if (unicode == null) {
        return null;
      }
      labels.add(unicode);
    }
    return BidiRule.allows(labels) ? toAscii(labels) : null;
  }

  /** The checked label with its Punycode resolved, or null where it breaks a criterion of UTS 46 section 4.1. */
  private static @Nullable String toUnicode(String label) {
    if (!label.startsWith(PREFIX)) {
      return isValid(label) ? label : null;
    }
    String decoded = Punycode.decode(label.substring(PREFIX.length()));
    if (decoded == null || isAscii(decoded)) {
      return null;
    }
    return Uts46Mapping.isStable(decoded) && isValid(decoded) ? decoded : null;
  }

  private static boolean isValid(String label) {
    return label.isEmpty()
        || (Normalizer.isNormalized(label, Normalizer.Form.NFC)
            && !label.startsWith(PREFIX)
            && !isMark(label.codePointAt(0))
            && JoinerRule.allows(label));
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static String toAscii(List<String> labels) {
    List<String> ascii = new ArrayList<>();
    for (String label : labels) {
      ascii.add(isAscii(label) ? label : PREFIX + Punycode.encode(label));
    }
    return String.join(".", ascii);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
