package io.cookiegate.html;

/**
 * A set of known names of attributes, which a tag meets or not at once.
 *
 * @param low those of the first 64 ordinals
 * @param high those of the next 64
 */
@SuppressWarnings("EnumOrdinal") // A bit for each.
public record AttributeSet(long low, long high) {
  /** The set of all attributes. */
  static final AttributeSet ALL = new AttributeSet(-1, -1);

  /** The set of some attributes. */
  public static AttributeSet of(Attribute... attributes) {
    long low = 0;
    long high = 0;
    for (Attribute attribute : attributes) {
      low |= low(attribute.ordinal());
      high |= high(attribute.ordinal());
    }
    return new AttributeSet(low, high);
  }

  /** Whether an attribute is in the set. */
  public boolean contains(Attribute attribute) {
    return meets(low(attribute.ordinal()), high(attribute.ordinal()));
  }

  boolean contains(int ordinal) {
    return (((ordinal < 64 ? low : high) >>> ordinal) & 1) != 0;
  }

  boolean meets(long otherLow, long otherHigh) {
    return ((low & otherLow) | (high & otherHigh)) != 0;
  }

  static long low(int ordinal) {
    return ordinal < 64 ? 1L << ordinal : 0;
  }

  static long high(int ordinal) {
    return ordinal < 64 ? 0 : 1L << ordinal;
  }
}
