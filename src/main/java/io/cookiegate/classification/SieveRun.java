package io.cookiegate.classification;

import java.util.ArrayList;
import java.util.List;

/**
 * The patterns that are found by one run. Many literals may have one common word, such as {@code
 * window} or {@code push}: those that go on with a dot and another word are known apart by that, and
 * so are those that have a word and a dot before it.
 */
final class SieveRun {
  private static final Entry[] NONE = {};

  /** How many bytes beside a word tell its literals apart: a dot and three of the other word. */
  static final int BESIDE = 4;

  /** How many bytes before a word an escape may begin that ends in one of those. */
  private static final int NEAR = BESIDE - 1 + ScriptSieve.LONGEST_ESCAPE;

  /** A pattern, and where in it the run stands. */
  record Entry(SievePattern pattern, int offset) {}

  private final Entry[] plain;

  /** Those that go on with a dot. */
  private final SieveGroups followed;

  /** How many bytes the word of those has. */
  private final int length;

  /** Those that have a dot before. */
  private final SieveGroups preceded;

  private final SieveNext next;

  private SieveRun(
      Entry[] plain, SieveGroups followed, int length, SieveGroups preceded, SieveNext next) {
    this.next = next;
    this.plain = plain;
    this.followed = followed;
    this.length = length;
    this.preceded = preceded;
  }

  /** Patterns of a run of so many bytes. */
  static SieveRun of(List<Entry> entries, int runLength) {
    List<Entry> plain = new ArrayList<>();
    SieveGroups.Builder followed = new SieveGroups.Builder();
    SieveGroups.Builder preceded = new SieveGroups.Builder();
    int length = 0;
    for (Entry entry : entries) {
      SieveLiteral literal =
          entry.offset == 0 && entry.pattern instanceof SieveLiteral l ? l : null;
      long follows = literal == null ? 0 : literal.followedBy();
      long precedes = literal == null ? 0 : literal.precededBy();
      if (literal != null && follows != 0 && (length == 0 || literal.length() == length)) {
        length = literal.length();
        followed.add(follows, entry);
      } else if (precedes != 0) {
        preceded.add(precedes, entry);
      } else {
        plain.add(entry);
      }
    }
    SieveNext next = new SieveNext(entries, runLength);
    return new SieveRun(plain.toArray(NONE), followed.build(), length, preceded.build(), next);
  }

  /** Whether the two lowest bytes may follow the run in any of the patterns. */
  boolean mayGoOn(long following) {
    return next.mayBe(following);
  }

  /** Whether one of the patterns may be there whose run stands at a position. */
  boolean mayMatch(byte[] a, int from, int to, int position, boolean open) {
    return mayMatch(plain, a, from, to, position, open)
        || (!followed.isEmpty()
            && mayMatch(following(a, from, to, position), a, from, to, position, open))
        || (!preceded.isEmpty()
            && mayMatch(preceding(a, from, position, open), a, from, to, position, open));
  }

  private Entry[] following(byte[] a, int from, int to, int position) {
    int at = position + length;
    if (position < from || at + BESIDE > to || isUnclear(a[at])) {
      return followed.all();
    }
    if (a[at] != '.') {
      return NONE;
    }
    long follows = '.';
    for (int i = 1; i < BESIDE; i++) {
      byte b = a[at + i];
      if (b < 0 || !ScriptSymbols.inWord(b)) {
        return followed.all();
      }
      follows |= (long) b << (i * Byte.SIZE);
    }
    return followed.beside(follows);
  }

  private Entry[] preceding(byte[] a, int from, int position, boolean open) {
    if (position - BESIDE < from || SievePattern.isNearEscape(a, from, position, NEAR, open)) {
      return preceded.all();
    }
    long precedes = 0;
    for (int i = 1; i <= BESIDE; i++) {
      byte b = a[position - i];
      if (isUnclear(b)) {
        return preceded.all();
      }
      if (i == 1 ? b != '.' : !ScriptSymbols.inWord(b)) {
        return NONE;
      }
      precedes |= (long) b << ((i - 1) * Byte.SIZE);
    }
    return preceded.beside(precedes);
  }

  /** Whether a byte may stand for something else, or for nothing. */
  static boolean isUnclear(byte b) {
    return SieveBytes.isSpace(b) || SieveLiteral.mayHide(b);
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
