package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Chooses, for each pattern, the runs by which it is found. */
final class SievePatterns {
  /** What a word is worth that is rare and short. */
  private static final int RARE = 100;

  private final SieveGrams grams = new SieveGrams();
  private final Set<String> ends = new HashSet<>();
  private boolean complete = true;

  /** The runs of all rules; null where one is too short for it. */
  static @Nullable SieveGrams of(List<TagRule.Inline> inline, List<TagRule.Host> hosts) {
    SievePatterns patterns = new SievePatterns();
    hosts.forEach(patterns::host);
    inline.forEach(rule -> rule.literals().forEach(patterns::literal));
    patterns.grams.close();
    return patterns.complete ? patterns.grams : null;
  }

  private void host(TagRule.Host rule) {
    boolean hasPath = rule.path().length() > 1;
    host(rule.host(), false, hasPath);
    String end = hasPath ? afterFirstLabel(rule.host()) : "";
    while (end.indexOf('.') > 0) {
      if (ends.add(end)) {
        host(end, true, true);
      }
      end = afterFirstLabel(end);
    }
  }

  private static String afterFirstLabel(String host) {
    return host.substring(host.indexOf('.') + 1);
  }

  private void host(String host, boolean isEnd, boolean hasPath) {
    SievePattern pattern = new SieveHost(host, isEnd, hasPath);
    byte[] text = host.getBytes(ISO_8859_1);
    if (text.length > SieveGrams.LENGTH) {
      addBest(text, pattern);
    } else if (text.length == SieveGrams.LENGTH) {
      grams.add(text, 0, pattern, 0);
      addFollowed(text, pattern, after -> true);
    } else {
      complete = false;
    }
  }

  private void addBest(byte[] text, SievePattern pattern) {
    int best = 0;
    for (int i = 1; i + SieveGrams.LENGTH < text.length; i++) {
      best = grams.commonness(text, i) < grams.commonness(text, best) ? i : best;
    }
    grams.add(text, best, pattern, best);
    grams.add(text, best + 1, pattern, best + 1);
  }

  private void literal(String literal) {
    int[] symbols = ScriptSymbols.of(literal);
    int best = -1;
    int bestWorth = 0;
    for (int i = 0; i < symbols.length; i++) {
      int worth = symbols[i] == ScriptSymbols.WORD ? worth(symbols, i + 1) : 0;
      if (worth > bestWorth) {
        best = i + 1;
        bestWorth = worth;
      }
    }
    if (best < 0) {
      complete = false;
    } else {
      add(symbols, best);
    }
  }

  /** How good a word is to look for; nothing where it cannot be. */
  private int worth(int[] symbols, int first) {
    int length = length(symbols, first);
    boolean bounded = first + length < symbols.length;
    if (length < 3 || (length == 3 && !bounded)) {
      return 0;
    }
    byte[] text = text(symbols, first, length);
    if (length <= SieveGrams.LENGTH) {
      return grams.isCommon(text) ? 1 : RARE;
    }
    int least = Integer.MAX_VALUE;
    for (int i = 0; i + SieveGrams.LENGTH < length; i++) {
      least = Math.min(least, grams.commonness(text, i));
    }
    return least == 0 ? RARE + length : RARE - Math.min(least, RARE - 2);
  }

  private static int length(int[] symbols, int first) {
    int to = first;
    while (to < symbols.length && symbols[to] < 128 && ScriptSymbols.inWord(symbols[to])) {
      to++;
    }
    // A character beyond ASCII is of the word, and its bytes depend on the page.
    return to < symbols.length && symbols[to] == ScriptSymbols.BEYOND_ASCII ? 0 : to - first;
  }

  private static byte[] text(int[] symbols, int first, int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) symbols[first + i];
    }
    return text;
  }

  private void add(int[] symbols, int first) {
    int length = length(symbols, first);
    byte[] text = text(symbols, first, length);
    SievePattern pattern = new SieveLiteral(symbols, first, length);
    if (length > SieveGrams.LENGTH) {
      addBest(text, pattern);
    } else if (length == SieveGrams.LENGTH) {
      grams.add(text, 0, pattern, 0);
      addPreceded(text, pattern);
    } else {
      addPreceded(text, pattern);
      addFollowed(text, pattern, after -> !ScriptSymbols.inWord(after));
    }
  }

  // Once for each byte that may stand before: folded, there are few.
  private void addPreceded(byte[] text, SievePattern pattern) {
    boolean[] seen = new boolean[256];
    for (int before = 0; before < 256; before++) {
      byte[] run = {(byte) before, text[0], text[1], text[2]};
      int folded = SieveGrams.gram(run, 0) & 0xff;
      if (!ScriptSymbols.inWord(before) && !seen[folded]) {
        seen[folded] = true;
        grams.add(run, 0, pattern, -1);
      }
    }
  }

  private void addFollowed(byte[] text, SievePattern pattern, IntPredicate mayFollow) {
    int at = text.length - 3;
    boolean[] seen = new boolean[256];
    for (int after = 0; after < 256; after++) {
      byte[] run = {text[at], text[at + 1], text[at + 2], (byte) after};
      int folded = SieveGrams.gram(run, 0) >>> 24;
      if (mayFollow.test(after) && !seen[folded]) {
        seen[folded] = true;
        grams.add(run, 0, pattern, at);
      }
    }
  }
}
