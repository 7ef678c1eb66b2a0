package io.cookiegate.classification;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A sieve before the reader of scripts. Most inline scripts of a page have nothing in their bytes that
 * any rule is about, and need not be read as scripts at all. It never holds back what the reader
 * would find something in; what it lets through is read, whatever it is. Immutable but for room that
 * is used again; what is known of the pieces of one script is in {@link ScriptSifting}.
 *
 * <p>It looks for the hosts of host rules and the literals of inline rules in the bytes as they
 * stand. Wherever one of them stands, words begin: of each, the first bytes of one of its words are
 * in a table of bits ({@link SieveGrams}), which is asked wherever a word of the script begins ({@link
 * SievePass}), and what the table does not exclude is compared. Bytes do not stand for themselves
 * where there is an escape, a percent-encoding, a character reference, a character beyond ASCII that
 * is another to a host, a sum of strings, or a line break inside an address. These are found by the
 * way, and what is around them is put together and looked at, too ({@link SieveJoint}).
 */
final class ScriptSieve {
  /** How many bytes an escape has that is resolved here: two backslashes, six digits, a space. */
  static final int LONGEST_ESCAPE = 9;

  private final @Nullable SieveGrams grams;

  /** Whether a host of a rule is one beyond ASCII. */
  private final boolean readsBeyondAscii;

  private final AtomicReference<@Nullable SieveText> room = new AtomicReference<>();

  private ScriptSieve(@Nullable SieveGrams grams, boolean readsBeyondAscii) {
    this.grams = grams;
    this.readsBeyondAscii = readsBeyondAscii;
  }

  static ScriptSieve of(List<TagRule.Inline> inline, List<TagRule.Host> hosts) {
    boolean beyondAscii = hosts.stream().anyMatch(rule -> rule.host().contains("xn--"));
    return new ScriptSieve(SievePatterns.of(inline, hosts), beyondAscii);
  }

  /** What goes over pieces of scripts; null where every script may matter. */
  @Nullable SievePass pass() {
    return grams == null ? null : new SievePass(grams, readsBeyondAscii, room);
  }

  /**
   * Whether bytes that stand for themselves may matter, of which those before are not known. Eight
   * blanks stand behind them.
   */
  static boolean runMayMatter(SieveGrams table, byte[] a, int to) {
    for (int i = 0; i < to; i++) {
      if (table.mayMatch(SieveBytes.read(a, i), a, 0, to, i, true)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word may matter that begins at a place, whatever is before the text. */
  static boolean startMayMatter(SieveGrams table, byte[] a, int from, int to, int at) {
    return table.mayMatch(read(a, at, to), a, from, to, at, true);
  }

  private static long read(byte[] a, int at, int to) {
    if (at + Long.BYTES <= to) {
      return SieveBytes.read(a, at);
    }
    long eight = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      eight = eight << 8 | (at + i < to ? a[at + i] & 0xff : ' ');
    }
    return eight;
  }
}
