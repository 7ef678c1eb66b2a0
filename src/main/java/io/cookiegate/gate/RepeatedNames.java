package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.StartTag;

/**
 * Which attributes of one name count in a tag. A browser takes the first; but what Chromium fetches
 * ahead of its parser, it takes from the first that is not empty.
 */
final class RepeatedNames {
  static {
    if (Attribute.values().length > 2 * Long.SIZE) {
      throw new IllegalStateException("two words have no bit for each name");
    }
  }

  /** A bit for each name that was met. */
  private long first;

  private long rest;

  /** Begins with a tag. */
  void begin() {
    first = 0;
    rest = 0;
  }

  /** Whether an attribute counts, of which those before it were asked for. */
  @SuppressWarnings("EnumOrdinal") // it is the place of a bit, and outlives no tag
  boolean counts(StartTag tag, int i) {
    Attribute name = tag.attribute(i);
    return switch (name) {
      case UNKNOWN, HANDLER, XLINK_HREF -> true;
      default -> isFirst(name.ordinal(), maySayNothing(tag, i));
    };
  }

  private boolean isFirst(int name, boolean saysNothing) {
    long bit = 1L << name;
    long seen = name < Long.SIZE ? first : rest;
    long heard = saysNothing ? 0 : bit;
    if (name < Long.SIZE) {
      first |= heard;
    } else {
      rest |= heard;
    }
    return (seen & bit) == 0;
  }

  /** Whether an attribute may be empty, so that another one of its name counts too. */
  static boolean maySayNothing(StartTag tag, int i) {
    int from = tag.valueFrom(i);
    int first = from < tag.valueTo(i) ? tag.array()[from] & 0xff : ' ';
    return first <= ' ' || first == '&';
  }
}
