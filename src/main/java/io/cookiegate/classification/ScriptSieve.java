package io.cookiegate.classification;

import io.cookiegate.host.HostLetters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sieve before the reader of scripts. Most inline scripts of a page have nothing in their bytes that
 * any rule is about, and need not be read as scripts at all. It never holds back what the reader
 * would find something in; what it lets through is read, whatever it is. Immutable; what is known of
 * the pieces of one script is in {@link ScriptSifting}.
 *
 * <p>It looks for the hosts of host rules and the literals of inline rules in the bytes as they
 * stand: of each, a few runs of four bytes are in a table of bits ({@link SieveGrams}), which is
 * asked for every second place, and what the table does not exclude is compared. Bytes do not stand
 * for themselves where there is an escape, a percent-encoding, a sum of strings, or a line break
 * inside an address. These are found by the way, and what is around them is put together and looked
 * at, too ({@link SieveJoint}).
 */
public final class ScriptSieve {
  /** How many bytes an escape has that is resolved here. */
  static final int LONGEST_ESCAPE = 6;

  private final @Nullable SieveGrams grams;

  /** Whether a host of a rule is one beyond ASCII. */
  private final boolean readsBeyondAscii;

  private ScriptSieve(@Nullable SieveGrams grams, boolean readsBeyondAscii) {
    this.grams = grams;
    this.readsBeyondAscii = readsBeyondAscii;
  }

  static ScriptSieve of(List<TagRule.Inline> inline, List<TagRule.Host> hosts) {
    boolean beyondAscii = hosts.stream().anyMatch(rule -> rule.host().contains("xn--"));
    return new ScriptSieve(SievePatterns.of(inline, hosts), beyondAscii);
  }

  /** Whether a piece may matter by characters that are others to a host. */
  boolean spelledMayMatter(byte[] a, int from, int to, SieveJoint joint) {
    SieveGrams table = grams;
    if (table == null || (readsBeyondAscii && HostLetters.isBeyondAscii(a, from, to))) {
      return true;
    }
    int at = SieveSpelling.find(a, from, to);
    while (at < to) {
      if (joint.spelledMayMatter(table, a, from, to, at)) {
        return true;
      }
      at = SieveSpelling.find(a, joint.next(), to);
    }
    return false;
  }

  /** Whether a piece of a script may matter; where it is not the first, bytes come before it. */
  boolean mayMatter(byte[] a, int from, int to, boolean open, SieveJoint joint) {
    SieveGrams table = grams;
    if (table == null) {
      return true;
    }
    int at = from;
    // The last run that is looked at has its end eleven bytes on.
    int limit = Math.min(to, a.length - 11);
    while (at < limit) {
      int words = Math.min(Long.SIZE, (limit - at + 7) >> 3);
      if (runsMayMatter(table, a, from, to, at, runs(table, a, at, words), open)
          || jointsMayMatter(
              table, a, from, to, at, joints(a, at, specials(a, at, words)), open, joint)) {
        return true;
      }
      at += 8 * words;
    }
    return at < to && tailMayMatter(table, a, from, to, at, open, joint);
  }

  /** In which of the next words a run may be a pattern's: a bit each. */
  private static long runs(SieveGrams table, byte[] a, int from, int words) {
    long found = 0;
    for (int i = 0; i < words; i++) {
      found |=
          (table.runs(SieveBytes.read(a, from + 8 * i), SieveBytes.read(a, from + 8 * i + 4)) & 1)
              << i;
    }
    return found;
  }

  /** In which of the next words a byte may not stand for itself: a bit each. */
  private static long specials(byte[] a, int from, int words) {
    long found = 0;
    for (int i = 0; i < words; i++) {
      if (SieveBytes.special(SieveBytes.read(a, from + 8 * i)) != 0) {
        found |= 1L << i;
      }
    }
    return found;
  }

  /** Those of the words in which more than silent controls are special. */
  private static long joints(byte[] a, int from, long words) {
    long found = 0;
    for (long rest = words; rest != 0; rest &= rest - 1) {
      long special = joints(a, from + 8 * Long.numberOfTrailingZeros(rest));
      found |= special == 0 ? 0 : rest & -rest;
    }
    return found;
  }

  private static long joints(byte[] a, int at) {
    long word = SieveBytes.read(a, at);
    long before = at == 0 ? word << 8 : SieveBytes.read(a, at - 1);
    return SieveBytes.special(word) & ~SieveBytes.silent(word, before);
  }

  private static boolean runsMayMatter(
      SieveGrams table, byte[] a, int from, int to, int base, long words, boolean open) {
    for (long rest = words; rest != 0; rest &= rest - 1) {
      int at = base + 8 * Long.numberOfTrailingZeros(rest);
      if (table.matches(a, from, to, at, open)) {
        return true;
      }
    }
    return false;
  }

  private static boolean jointsMayMatter(
      SieveGrams table,
      byte[] a,
      int from,
      int to,
      int base,
      long words,
      boolean open,
      SieveJoint joint) {
    for (long rest = words; rest != 0; rest &= rest - 1) {
      int at = base + 8 * Long.numberOfTrailingZeros(rest);
      for (long special = joints(a, at); special != 0; special &= special - 1) {
        int position = at + (Long.numberOfTrailingZeros(special) >>> 3);
        if (position < to && joint.mayMatter(table, a, from, to, position, open)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean tailMayMatter(
      SieveGrams table, byte[] a, int from, int to, int at, boolean open, SieveJoint joint) {
    for (int i = at; i < to; i++) {
      int gram = gram(a, i, to);
      boolean even = ((i - at) & 1) == 0;
      if (even && table.mayMatch(gram, a, from, to, i, open)) {
        return true;
      }
      if (joint.mayMatter(table, a, from, to, i, open)) {
        return true;
      }
    }
    return false;
  }

  /** Whether bytes that stand for themselves may matter, of which those around are not known. */
  static boolean runMayMatter(SieveGrams table, byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      int gram = gram(a, i, to);
      if (table.mayMatch(gram, a, from, to, i, true)) {
        return true;
      }
    }
    return false;
  }

  private static int gram(byte[] a, int at, int to) {
    int gram = 0;
    for (int i = SieveGrams.LENGTH - 1; i >= 0; i--) {
      gram = gram << 8 | (at + i < to ? a[at + i] & 0xff : ' ');
    }
    return gram | (int) SieveBytes.FOLDS;
  }
}
