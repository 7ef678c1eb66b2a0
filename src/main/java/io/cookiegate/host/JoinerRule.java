package io.cookiegate.host;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a domain label may have a zero-width joiner or non-joiner (CONTEXTJ, RFC 5892 appendix A).
 *
 * <p>Between letters of a joining script a non-joiner is allowed without asking for each letter's
 * joining type, which the JDK does not know. That reads some names that a browser refuses, which is
 * harmless: the browser then loads nothing.
 */
final class JoinerRule {
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.NKO,
          UnicodeScript.MANDAIC,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.PHAGS_PA,
          UnicodeScript.MANICHAEAN,
          UnicodeScript.PSALTER_PAHLAVI,
          UnicodeScript.ADLAM,
          UnicodeScript.HANIFI_ROHINGYA,
          UnicodeScript.SOGDIAN,
          UnicodeScript.CHORASMIAN);

  /** Every character of canonical combining class 9, in order. */
  private static final int[] VIRAMAS = {
    0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD3B, 0xD3C,
    0xD4D, 0xDCA, 0xE3A, 0xEBA, 0xF84, 0x1039, 0x103A, 0x1714, 0x1715, 0x1734,
    0x17D2, 0x1A60, 0x1B44, 0x1BAA, 0x1BAB, 0x1BF2, 0x1BF3, 0x2D7F, 0xA806, 0xA82C,
    0xA8C4, 0xA953, 0xA9C0, 0xAAF6, 0xABED, 0x10A3F, 0x11046, 0x11070, 0x1107F, 0x110B9,
    0x11133, 0x11134, 0x111C0, 0x11235, 0x112EA, 0x1134D, 0x113CE, 0x113CF, 0x113D0, 0x11442,
    0x114C2, 0x115BF, 0x1163F, 0x116B6, 0x1172B, 0x11839, 0x1193D, 0x1193E, 0x119E0, 0x11A34,
    0x11A47, 0x11A99, 0x11C3F, 0x11D44, 0x11D45, 0x11D97, 0x11F41, 0x11F42, 0x1612F
  };

  private JoinerRule() {}

  static boolean allows(String label) {
    int[] points = label.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if ((points[i] == JOINER || points[i] == NON_JOINER) && !allowsAt(points, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean allowsAt(int[] points, int at) {
    if (at > 0 && isVirama(points[at - 1])) {
      return true;
    }
    return points[at] == NON_JOINER && joins(points, at, -1) && joins(points, at, 1);
  }

  /** Whether the nearest character that way, past transparent marks, is a letter of a joining script. */
  private static boolean joins(int[] points, int at, int step) {
    int i = at + step;
    while (i >= 0
        && i < points.length
        && Character.getType(points[i]) == Character.NON_SPACING_MARK) {
      i += step;
    }
    return i >= 0 && i < points.length && JOINING.contains(UnicodeScript.of(points[i]));
  }

  private static boolean isVirama(int point) {
    return Arrays.binarySearch(VIRAMAS, point) >= 0;
  }
}
