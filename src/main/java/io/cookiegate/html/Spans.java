package io.cookiegate.html;

import java.util.Arrays;

/**
 * The attributes of the tag at hand: for each, four positions, relative to the tag, and which of the
 * known names it has.
 */
final class Spans {
  private static final int FIRST = 16;

  private final int most;

  /** Four positions an attribute: its name from and to, its value from and to. */
  private int[] positions = new int[4 * FIRST];

  private byte[] names = new byte[FIRST];
  private int count;

  /** The known names of all, as in an {@link AttributeSet}. */
  private long low;

  private long high;

  /** Room for so many attributes and the one at hand. */
  Spans(int mostAttributes) {
    most = mostAttributes + 1;
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
    low = 0;
    high = 0;
  }

  /** One of the four positions of an attribute. */
  int position(int attribute, int field) {
    return positions[4 * attribute + field];
  }

  /** The known name of an attribute. */
  Attribute name(int attribute) {
    return Attribute.of(names[attribute] & 0xFF);
  }

  /** Adds a whole attribute. */
  void add(int nameFrom, int nameTo, int valueFrom, int valueTo, int name) {
    int slot = room();
    positions[slot] = nameFrom;
    positions[slot + 1] = nameTo;
    positions[slot + 2] = valueFrom;
    positions[slot + 3] = valueTo;
    put(name);
    count++;
  }

  /** Begins an attribute, which counts when it is ended. */
  void open(int nameFrom) {
    int slot = room();
    positions[slot] = nameFrom;
  }

  private int room() {
    int slot = 4 * count;
    if (slot == positions.length) {
      int grown = Math.min(most, 2 * count);
      positions = Arrays.copyOf(positions, 4 * grown);
      names = Arrays.copyOf(names, grown);
    }
    return slot;
  }

  /** Puts one of the positions of the attribute that was begun. */
  void put(int field, int at) {
    positions[4 * count + field] = at;
  }

  /** Puts the known name of the attribute that was begun. */
  void put(int name) {
    names[count] = (byte) name;
    low |= AttributeSet.low(name);
    high |= AttributeSet.high(name);
  }

  /** Whether any attribute has a name of a set. */
  boolean hasAny(AttributeSet set) {
    return set.meets(low, high);
  }

  /** The first attribute, from one on, that has a name of a set; the count where none has. */
  int next(AttributeSet set, int from) {
    int i = from;
    while (i < count && !set.contains(names[i] & 0xFF)) {
      i++;
    }
    return i;
  }

  /** Ends the attribute that was begun. */
  void close() {
    count++;
  }
}
