package io.cookiegate.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The patterns that are found by one run. Many literals may have one common word, such as {@code
 * window}: those that go on with a dot and another word are known apart by that.
 */
final class SieveRun {
  private static final Entry[] NONE = {};

  /** How many bytes after a word tell its literals apart: a dot and three of the next word. */
  static final int FOLLOWING = 4;

  /** A pattern, and where in it the run stands. */
  record Entry(SievePattern pattern, int offset) {}

  private final Entry[] entries;
  private final Entry[] plain;

  /** How many bytes the word of all the others has; none where there are no others. */
  private final int length;

  private final SieveKeys keys;
  private final Entry[][] dotted;

  private SieveRun(Entry[] entries, Entry[] plain, int length, Map<Long, List<Entry>> groups) {
    this.entries = entries;
    this.plain = plain;
    this.length = length;
    this.keys = new SieveKeys(groups.size());
    this.dotted = new Entry[groups.isEmpty() ? 0 : keys.size()][];
    groups.forEach((follows, same) -> dotted[keys.add(follows)] = same.toArray(NONE));
  }

  static SieveRun of(List<Entry> entries) {
    List<Entry> plain = new ArrayList<>();
    Map<Long, List<Entry>> groups = new HashMap<>();
    int length = 0;
    for (Entry entry : entries) {
      SieveLiteral literal = entry.pattern instanceof SieveLiteral l ? l : null;
      long follows = literal == null || entry.offset != 0 ? 0 : literal.followedBy();
      if (literal == null || follows == 0 || (length != 0 && literal.length() != length)) {
        plain.add(entry);
      } else {
        length = literal.length();
        groups.computeIfAbsent(follows, first -> new ArrayList<>()).add(entry);
      }
    }
    return new SieveRun(entries.toArray(NONE), plain.toArray(NONE), length, groups);
  }

  /** Whether one of the patterns may be there whose run stands at a position. */
  boolean mayMatch(byte[] a, int from, int to, int position, boolean open) {
    int at = position + length;
    if (length == 0 || position < from || at + FOLLOWING > to || SieveLiteral.mayHide(a[at])) {
      return mayMatch(entries, a, from, to, position, open);
    }
    return mayMatch(plain, a, from, to, position, open)
        || dottedMayMatch(a, from, to, position, open);
  }

  private boolean dottedMayMatch(byte[] a, int from, int to, int position, boolean open) {
    int at = position + length;
    if (SieveBytes.isSpace(a[at])) {
      return mayMatch(entries, a, from, to, position, open);
    } else if (a[at] != '.') {
      return false;
    }
    long follows = '.';
    for (int i = 1; i < FOLLOWING; i++) {
      byte b = a[at + i];
      if (b < 0 || !ScriptSymbols.inWord(b)) {
        return mayMatch(entries, a, from, to, position, open);
      }
      follows |= (long) b << (i * Byte.SIZE);
    }
    int key = keys.find(follows);
    return key >= 0 && mayMatch(dotted[key], a, from, to, position, open);
  }

  private static boolean mayMatch(
      Entry[] entries, byte[] a, int from, int to, int position, boolean open) {
    for (Entry entry : entries) {
      if (entry.pattern.at(a, from, to, position - entry.offset, open)) {
        return true;
      }
    }
    return false;
  }
}
