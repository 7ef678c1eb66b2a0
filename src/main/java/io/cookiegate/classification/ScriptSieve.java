package io.cookiegate.classification;

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

  private ScriptSieve(@Nullable SieveGrams grams) {
    this.grams = grams;
  }

  static ScriptSieve of(List<TagRule.Inline> inline, List<TagRule.Host> hosts) {
    return new ScriptSieve(SievePatterns.of(inline, hosts));
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
    while ((at = skip(table, a, at, limit)) < limit) {
      if (mayMatter(table, a, from, to, at, open, joint)) {
        return true;
      }
      at += 8;
    }
    return at < to && tailMayMatter(table, a, from, to, at, open, joint);
  }

  /** On to the next eight bytes in which anything may be. */
  private static int skip(SieveGrams table, byte[] a, int from, int limit) {
    int at = from;
    while (at < limit) {
      long word = SieveBytes.read(a, at);
      long next = SieveBytes.read(a, at + 4) | SieveBytes.FOLDS;
      long folded = word | SieveBytes.FOLDS;
      long runs =
          table.mayBe((int) folded)
              | table.mayBe((int) (folded >>> 16))
              | table.mayBe((int) next)
              | table.mayBe((int) (next >>> 16));
      if ((SieveBytes.special(word) | (runs & 1)) != 0) {
        return at;
      }
      at += 8;
    }
    return at;
  }

  private static boolean mayMatter(
      SieveGrams table, byte[] a, int from, int to, int at, boolean open, SieveJoint joint) {
    long word = SieveBytes.read(a, at);
    long runs = word | SieveBytes.FOLDS;
    for (int i = at; i < Math.min(at + 8, to); i += 2) {
      if (i == at + 4) {
        runs = SieveBytes.read(a, i) | SieveBytes.FOLDS;
      }
      int gram = (int) runs;
      if ((table.mayBe(gram) & 1) != 0 && table.matches(gram, a, from, to, i, open)) {
        return true;
      }
      runs >>>= 16;
    }
    long special = SieveBytes.special(word);
    while (special != 0) {
      int position = at + (Long.numberOfTrailingZeros(special) >>> 3);
      if (position < to
          && !SieveBytes.isSilent(a, from, position)
          && joint.mayMatter(table, a, from, to, position, open)) {
        return true;
      }
      special &= special - 1;
    }
    return false;
  }

  private static boolean tailMayMatter(
      SieveGrams table, byte[] a, int from, int to, int at, boolean open, SieveJoint joint) {
    for (int i = at; i < to; i++) {
      int gram = gram(a, i, to);
      boolean even = ((i - at) & 1) == 0;
      if (even && (table.mayBe(gram) & 1) != 0 && table.matches(gram, a, from, to, i, open)) {
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
      if ((table.mayBe(gram) & 1) != 0 && table.matches(gram, a, from, to, i, true)) {
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
