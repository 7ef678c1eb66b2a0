package io.cookiegate.classification;

/**
 * A literal of an inline rule, looked for by one of its words: around that word, white space aside,
 * must be the rest of it, as far as nothing is there that may stand for something else.
 */
final class SieveLiteral implements SievePattern {
  /** No byte. */
  private static final int NONE = 0x100;

  private final int[] symbols;
  private final int first;
  private final int length;

  /** The symbol after the word, and the one that begins a word right after that; or none. */
  private final int joint;

  private final int next;

  /**
   * A literal.
   *
   * @param first where its word begins in the symbols
   * @param length how many bytes the word has
   */
  SieveLiteral(int[] symbols, int first, int length) {
    this.symbols = symbols;
    this.first = first;
    this.length = length;
    int after = first + length;
    boolean isFollowed = after + 2 < symbols.length && symbols[after + 1] == ScriptSymbols.WORD;
    this.joint = isFollowed ? symbols[after] : NONE;
    this.next = isFollowed ? symbols[after + 2] : NONE;
  }

  /** How many bytes its word has. */
  int length() {
    return length;
  }

  /** The dot and the first bytes of a word that stand right after its word; 0 where others do. */
  long followedBy() {
    // The mark of a word's beginning is not in the text.
    return joint == '.' ? beside(first + length, 1, 2) : 0;
  }

  /** The dot that stands right before its word, and the last bytes of the word before; 0 where others do. */
  long precededBy() {
    int dot = first - 2;
    return dot >= 0 && symbols[dot] == '.' ? beside(dot, -1, 1) : 0;
  }

  /** A dot, and above it the bytes of a word in a direction, which begins at a distance; 0 where none. */
  private long beside(int dot, int direction, int distance) {
    long beside = '.';
    for (int i = 1; i < SieveRun.BESIDE; i++) {
      int at = dot + direction * (distance + i - 1);
      int symbol = at >= 0 && at < symbols.length ? symbols[at] : NONE;
      if (symbol >= ScriptSymbols.BEYOND_ASCII || !ScriptSymbols.inWord(symbol)) {
        return 0;
      }
      beside |= (long) symbol << (i * Byte.SIZE);
    }
    return beside;
  }

  @Override
  public boolean at(byte[] a, int from, int to, int position, boolean open) {
    if ((position < from && !open) || goesOnOtherwise(a, position + length, to)) {
      return false;
    }
    for (int i = Math.max(0, from - position); i < length; i++) {
      if (position + i >= to) {
        return true;
      }
      if (a[position + i] != symbols[first + i]) {
        return false;
      }
    }
    return beginsWord(a, from, position, open)
        && after(a, position + length, to)
        && before(a, from, position, open);
  }

  @Override
  public boolean mayHave(int at, byte b) {
    int symbol = first + at;
    if (at > length && symbol < symbols.length && symbols[symbol] == ScriptSymbols.WORD) {
      symbol++;
    }
    boolean fits = symbol >= symbols.length || ScriptSymbols.of(b & 0xff) == symbols[symbol];
    return at < length
        ? b == symbols[symbol]
        : fits || at > length + 1 || SieveBytes.isSpace(b) || mayHide(b);
  }

  /** Whether another word is where the next one should be, the usual thing with common first words. */
  private boolean goesOnOtherwise(byte[] a, int at, int to) {
    return at + 1 < to
        && a[at] == joint
        && a[at + 1] != next
        && !mayHide(a[at + 1])
        && !SieveBytes.isSpace(a[at + 1]);
  }

  private static boolean beginsWord(byte[] a, int from, int position, boolean open) {
    return position <= from
        || !SieveBytes.isWord(a[position - 1])
        || SievePattern.isNearEscape(a, from, position, open);
  }

  private boolean after(byte[] a, int from, int to) {
    int at = from;
    for (int i = first + length; i < symbols.length; i++) {
      if (symbols[i] == ScriptSymbols.WORD) {
        continue;
      }
      while (at < to && SieveBytes.isSpace(a[at])) {
        at++;
      }
      if (at >= to || mayHide(a[at])) {
        return true;
      }
      if (ScriptSymbols.of(a[at] & 0xff) != symbols[i]) {
        return false;
      }
      at++;
    }
    return true;
  }

  private boolean before(byte[] a, int from, int position, boolean open) {
    int at = position;
    for (int i = first - 1; i >= 0; i--) {
      if (symbols[i] == ScriptSymbols.WORD) {
        continue;
      }
      while (at > from && SieveBytes.isSpace(a[at - 1])) {
        at--;
        // The line before may end in a comment.
        if (a[at] == '\n' || a[at] == '\r') {
          return true;
        }
      }
      if (at <= from || mayHide(a[at - 1]) || SievePattern.isNearEscape(a, from, at, open)) {
        return true;
      }
      if (ScriptSymbols.of(a[at - 1] & 0xff) != symbols[i]) {
        return false;
      }
      at--;
    }
    return true;
  }

  // A comment, a hole of a template, an escape, a line that ends in a way of its own.
  static boolean mayHide(byte b) {
    return b < 0 || b == '/' || b == '\\' || b == '<' || b == '>' || b == '-' || b == '{'
        || b == '}' || b == '*';
  }
}
