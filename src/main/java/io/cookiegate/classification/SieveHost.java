package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A host, or the end of one after a dot, between bytes that can stand around one. */
final class SieveHost implements SievePattern {
  private final byte[] name;
  private final boolean isEnd;
  private final boolean hasPath;

  SieveHost(String name, boolean isEnd, boolean hasPath) {
    this.name = name.getBytes(US_ASCII);
    this.isEnd = isEnd;
    this.hasPath = hasPath;
  }

  @Override
  public boolean at(byte[] a, int from, int to, int position, boolean open) {
    if (position < from && !open) {
      return false;
    }
    for (int i = Math.max(0, from - position); i < name.length; i++) {
      if (position + i >= to) {
        return true;
      }
      if (lower(a[position + i]) != name[i]) {
        return false;
      }
    }
    return position + name.length >= to
        || (mayFollow(a[position + name.length]) && mayBegin(a, from, position, open));
  }

  @Override
  public boolean mayHave(int at, byte b) {
    return at < name.length ? lower(b) == name[at] : at > name.length || mayFollow(b);
  }

  private boolean mayFollow(byte b) {
    if (hasPath) {
      // The path may be in the next string.
      boolean ends = SieveBytes.isQuote(b) || (b >= 0 && b < ' ');
      return ends || b == '/' || b == '\\' || b == '%' || b == '&' || b == ':' || b == '.';
    }
    return b == '.' || !SieveBytes.isInHost(b);
  }

  private boolean mayBegin(byte[] a, int from, int position, boolean open) {
    if (position <= from) {
      return open || !isEnd;
    }
    if (SievePattern.isNearEscape(a, from, position, open)) {
      return true;
    }
    if (a[position - 1] != '.') {
      return !isEnd && !SieveBytes.isInHost(a[position - 1]);
    }
    return !isEnd || position - 1 == from || a[position - 2] == '.' || beginsEnd(a[position - 2]);
  }

  private static boolean beginsEnd(byte b) {
    return !SieveBytes.isInHost(b);
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
  }
}
