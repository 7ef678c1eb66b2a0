package io.cookiegate.host;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mapping step of UTS 46, computed instead of tabled: a code point maps to its compatibility
 * composition, case-folded, but for the exceptions named here. A test holds it against ICU for every
 * code point there is.
 */
final class Uts46Mapping {
  private static final int SHARP_S = 0xDF;
  private static final int CAPITAL_SHARP_S = 0x1E9E;
  private static final int FINAL_SIGMA = 0x3C2;
  private static final int DOTLESS_I = 0x131;
  private static final int IDEOGRAPHIC_FULL_STOP = 0x3002;

  private Uts46Mapping() {}

  /** The mapped text, not yet composed; null where it has a code point that domains may not have. */
  static @Nullable String map(String text) {
    StringBuilder mapped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!append(mapped, text.codePointAt(i))) {
        return null;
      }
    }
    return mapped.toString();
  }

  /** Whether every code point of the text maps to itself. */
  static boolean isStable(String text) {
    return text.equals(map(text));
  }

  private static boolean append(StringBuilder mapped, int point) {
    if (point < 0x80) {
      mapped.append((char) Character.toLowerCase(point));
      return true;
    }
    if (isKept(point)) {
      mapped.appendCodePoint(point);
      return true;
    }
    return Character.isDefined(point)
        && (isIgnored(point) || (!isDisallowed(point) && appendFolded(mapped, point)));
  }

  /** Deviation characters, which stay since nontransitional processing, and a joiner's own rule follows. */
  private static boolean isKept(int point) {
    return point == SHARP_S || point == FINAL_SIGMA || point == 0x200C || point == 0x200D;
  }

  private static boolean appendFolded(StringBuilder mapped, int point) {
    String composed = compose(Character.toString(point));
    StringBuilder folded = new StringBuilder();
    composed.codePoints().forEach(c -> fold(folded, c));
    String result = compose(folded.toString());
    // A full stop inside a compatibility character (U+2024, U+2488) would hide a label's end.
    if (result.indexOf('.') >= 0 && !isFullStop(point)) {
      return false;
    }
    mapped.append(result);
    return true;
  }

  private static String compose(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static boolean isFullStop(int point) {
    return point == IDEOGRAPHIC_FULL_STOP || point == 0xFF0E || point == 0xFF61;
  }

  /** Full case folding: to upper case first, since that takes variants (U+0345, U+1C80) to one letter. */
  private static void fold(StringBuilder folded, int point) {
    String text = Character.toString(point);
    if (point == CAPITAL_SHARP_S) {
      folded.appendCodePoint(SHARP_S);
    } else if (point == IDEOGRAPHIC_FULL_STOP) {
      folded.append('.');
    } else if (point == DOTLESS_I) {
      folded.append(text);
    } else if (isCherokee(point)) {
      folded.append(text.toUpperCase(Locale.ROOT));
    } else {
      text.toUpperCase(Locale.ROOT).codePoints().forEach(c -> folded.append(lower(c)));
    }
  }

  private static String lower(int point) {
    return Character.toString(point).toLowerCase(Locale.ROOT);
  }

  /** Cherokee folds to its upper case: the lower case came later to Unicode. */
  private static boolean isCherokee(int point) {
    return (point >= 0x13A0 && point <= 0x13FD) || (point >= 0xAB70 && point <= 0xABBF);
  }

  private static boolean isDisallowed(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isSingledOut(point);
    };
  }

  /** Ogham space, ideographic description characters, object replacement and replacement character; U+FE12. */
  private static boolean isSingledOut(int point) {
    return point == 0x1680
        || (point >= 0x2FF0 && point <= 0x2FFF)
        || point == 0x31EF
        || point == 0xFE12
        || point == 0xFFFC
        || point == 0xFFFD;
  }

  private static boolean isIgnored(int point) {
    return switch (point) {
      case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B, 0x3164, 0xFEFF, 0xFFA0 -> true;
      default -> isIgnoredRange(point);
    };
  }

  private static boolean isIgnoredRange(int point) {
    return (point >= 0x180B && point <= 0x180F)
        || (point >= 0x2060 && point <= 0x2064)
        || (point >= 0x206A && point <= 0x206F)
        || (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0x1BCA0 && point <= 0x1BCA3)
        || (point >= 0x1D173 && point <= 0x1D17A)
        || (point >= 0xE0100 && point <= 0xE01EF);
  }
}
