package io.cookiegate.host;

import java.util.List;

/** The Bidi Rule for the labels of a domain that has right-to-left characters (RFC 5893 section 2). */
final class BidiRule {
  private static final int L = 1 << Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  private static final int R = 1 << Character.DIRECTIONALITY_RIGHT_TO_LEFT;
  private static final int AL = 1 << Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  private static final int AN = 1 << Character.DIRECTIONALITY_ARABIC_NUMBER;
  private static final int EN = 1 << Character.DIRECTIONALITY_EUROPEAN_NUMBER;
  private static final int NSM = 1 << Character.DIRECTIONALITY_NONSPACING_MARK;
  private static final int NEUTRAL =
      1 << Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR
          | 1 << Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR
          | 1 << Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR
          | 1 << Character.DIRECTIONALITY_OTHER_NEUTRALS
          | 1 << Character.DIRECTIONALITY_BOUNDARY_NEUTRAL
          | NSM;

  private BidiRule() {}

  static boolean allows(List<String> labels) {
    boolean bidi = labels.stream().anyMatch(label -> (classes(label) & (R | AL | AN)) != 0);
    return !bidi || labels.stream().allMatch(BidiRule::allows);
  }

  private static boolean allows(String label) {
    if (label.isEmpty()) {
      return true;
    }
    int first = classOf(label.codePointAt(0));
    return first == L
        ? allowsLeftToRight(label)
        : (first & (R | AL)) != 0 && allowsRightToLeft(label);
  }

  private static boolean allowsLeftToRight(String label) {
    return (classes(label) & ~(L | EN | NEUTRAL)) == 0 && (lastStrong(label) & (L | EN)) != 0;
  }

  private static boolean allowsRightToLeft(String label) {
    int classes = classes(label);
    return (classes & ~(R | AL | AN | EN | NEUTRAL)) == 0
        && (classes & (EN | AN)) != (EN | AN)
        && (lastStrong(label) & (R | AL | EN | AN)) != 0;
  }

  /** The class of the last character that is no nonspacing mark. */
  private static int lastStrong(String label) {
    return label
        .codePoints()
        .map(BidiRule::classOf)
        .reduce(0, (last, next) -> next == NSM ? last : next);
  }

  private static int classes(String label) {
    return label.codePoints().map(BidiRule::classOf).reduce(0, (all, next) -> all | next);
  }

  private static int classOf(int point) {
    byte directionality = Character.getDirectionality(point);
    return directionality < 0 ? 0 : 1 << directionality;
  }
}
