package io.cookiegate.coding;

/** Makes symbols of bytes that stayed, from the tokens that the original had for them. */
final class StretchCoder {
  private final Window window;
  private final Tokens tokens;
  private final Stretches stretches;
  private final Symbols symbols;

  StretchCoder(Original original, Stretches stretches, Symbols symbols) {
    this.window = original.window;
    this.tokens = original.tokens;
    this.stretches = stretches;
    this.symbols = symbols;
  }

  /**
   * Makes symbols of a part of the stretch at hand, as far as there is room for them.
   *
   * @return how far it came
   */
  long code(long from, long to) {
    tokens.seek(from);
    symbols.reserve((int) Math.min(symbols.room(), to - from));
    int low = (int) Math.max(Integer.MIN_VALUE / 2, stretches.start - window.base);
    int at = window.index(from);
    int end = window.index(to);
    int tokenFrom = window.index(tokens.place);
    int next = tokens.at;
    int[] items = tokens.items;
    byte[] bytes = window.bytes;
    while (at < end && symbols.room() > DeflateFormat.LONGEST) {
      int token = items[next];
      int literalsTo = tokenFrom + Tokens.literals(token);
      if (at < literalsTo) {
        int until = Math.min(Math.min(end, literalsTo), at + symbols.room());
        symbols.addLiterals(bytes, at, until);
        at = until;
      } else if (token < 0) {
        tokenFrom = literalsTo;
        next++;
      } else {
        int tokenTo = literalsTo + Tokens.length(token);
        int length = Math.min(end, tokenTo) - at;
        int distance = Tokens.distance(token);
        if (length >= DeflateFormat.SHORTEST && at - distance >= low) {
          symbols.addMatch(length, distance);
        } else {
          addMoved(at, length, distance);
        }
        at += length;
        if (at == tokenTo) {
          tokenFrom = tokenTo;
          next++;
        }
      }
    }
    return window.base + at;
  }

  /** A match of something outside the stretch at hand: of what is left of it, where it is now. */
  private void addMoved(int from, int length, int distance) {
    int end = from + length;
    for (int at = from; at < end; ) {
      long place = window.base + at;
      long source = place - distance;
      int n = end - at;
      int now = distance;
      if (source < stretches.start) {
        int stretch = stretches.find(source);
        n = (int) Math.min(n, stretches.until(stretch) - source);
        now = stretch < 0 ? 0 : distance + (int) (stretches.startShift - stretches.shift(stretch));
      }
      add(at, n, now);
      at += n;
    }
  }

  /** Bytes that are also at this distance, where it is one. */
  private void add(int at, int length, int distance) {
    if (length >= DeflateFormat.SHORTEST && 0 < distance && distance <= DeflateFormat.WINDOW) {
      symbols.addMatch(length, distance);
    } else {
      symbols.addLiterals(window.bytes, at, at + length);
    }
  }
}
