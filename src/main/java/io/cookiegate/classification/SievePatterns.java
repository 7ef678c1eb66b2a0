package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Chooses, for each pattern, the run by which it is found. */
final class SievePatterns {
  /** What a word is worth that is rare and short. */
  private static final int RARE = 100;

  /** How many bytes a word has at least that is looked up. */
  private static final int SHORTEST = 3;

  /** Longer hosts are looked for by what follows their first labels. */
  private static final int LONGEST_HOST = 63;

  private final SieveGrams grams = new SieveGrams();
  private final Set<String> ends = new HashSet<>();
  private final Set<String> literals = new HashSet<>();
  private boolean complete = true;

  /** The runs of all rules; null where one is too short for it. */
  static @Nullable SieveGrams of(List<TagRule.Inline> inline, List<TagRule.Host> hosts) {
    SievePatterns patterns = new SievePatterns();
    hosts.forEach(patterns::host);
    inline.forEach(rule -> rule.literals().forEach(patterns::literal));
    patterns.literal(RuleWords.TYPE);
    patterns.grams.close();
    return patterns.complete ? patterns.grams : null;
  }

  private void host(TagRule.Host rule) {
    boolean hasPath = rule.path().length() > 1;
    String host = rule.host();
    while (host.length() > LONGEST_HOST) {
      host = afterFirstLabel(host);
    }
    host(host, false, hasPath);
    String end = hasPath ? afterFirstLabel(host) : "";
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
    int best = best(text);
    if (best >= 0) {
      grams.add(text, best, pattern, best);
    } else {
      addLast(text, pattern);
    }
  }

  /** Where in a text the rarest run stands at which one of its words begins; negative where none. */
  private int best(byte[] text) {
    int best = -1;
    for (int i = 0; i + SieveGrams.LENGTH <= text.length; i++) {
      if (begins(text, i)
          && (best < 0 || grams.commonness(text, i) < grams.commonness(text, best))) {
        best = i;
      }
    }
    return best;
  }

  /** Whether a word begins at a place that is long enough to be looked up. */
  private static boolean begins(byte[] text, int at) {
    return (at == 0 || !isLetter(text[at - 1])) && areLetters(text, at, at + SHORTEST);
  }

  private static boolean areLetters(byte[] text, int from, int to) {
    boolean are = to <= text.length;
    for (int i = from; i < to && are; i++) {
      are = isLetter(text[i]);
    }
    return are;
  }

  private static boolean isLetter(byte b) {
    return b == '_' || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z');
  }

  // A host whose labels are short: x.com, where more must follow, or x.yy.
  private void addLast(byte[] text, SievePattern pattern) {
    int last = text.length - SHORTEST;
    int at = text.length - SieveGrams.LENGTH;
    if (last >= 0 && begins(text, last)) {
      addFollowed(text, last, pattern, b -> b == '.' || !SieveBytes.isInHost((byte) b));
    } else if (at >= 0 && areLetters(text, at + 2, at + SieveGrams.LENGTH)) {
      grams.add(text, at, pattern, at);
      if (!isLetter(text[at])) {
        grams.addPair();
      }
    } else {
      complete = false;
    }
  }

  private void literal(String literal) {
    if (literals.add(literal)) {
      addLiteral(literal);
    }
  }

  private void addLiteral(String literal) {
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
    byte[] text = text(symbols, first, length);
    int best = best(text);
    if (best >= 0) {
      int common = grams.commonness(text, best);
      return common == 0 ? RARE + length : RARE - Math.min(common, RARE - 2);
    }
    boolean isBounded = first + length < symbols.length;
    if (length != SHORTEST || !isBounded || !begins(text, 0)) {
      return 0;
    }
    return grams.isCommon(text) ? 1 : RARE;
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
    int best = best(text);
    if (best >= 0) {
      grams.add(text, best, pattern, best);
    } else {
      addFollowed(text, 0, pattern, after -> !ScriptSymbols.inWord(after));
    }
  }

  // Once for each byte that may stand after: folded, there are few.
  private void addFollowed(byte[] text, int at, SievePattern pattern, IntPredicate mayFollow) {
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
