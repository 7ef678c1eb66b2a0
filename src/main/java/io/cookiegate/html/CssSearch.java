package io.cookiegate.html;

/**
 * Searches in style sheets, eight bytes at a time: for the next token that may have to do with a URL,
 * and for the ends of strings and addresses. What is passed over, the tokens of most of a sheet,
 * changes nothing about how what follows is read (CSS Syntax 3, section 4.3).
 */
final class CssSearch {
  private static final int NONE = -1;

  /** The longest name of a function that has URLs, and one byte more. */
  private static final int NAME_ROOM = "-webkit-image-set".length() + 1;

  private CssSearch() {}

  /**
   * The first token, from where one begins, that is a comment, a string, an at-keyword, a function
   * that may have URLs, a name that has an escape, or one of a custom property; or the end.
   */
  static int token(byte[] a, int from, int to) {
    int at = from;
    for (; at < to - 8; at += 8) {
      long signs = Swar.cssSigns(Swar.read(a, at), Swar.read(a, at + 1));
      while (signs != 0) {
        int token = tokenOf(a, from, at + Swar.first(signs), to);
        if (token != NONE) {
          return token;
        }
        signs &= signs - 1;
      }
    }
    for (; at < to; at++) {
      int token = tokenOf(a, from, at, to);
      if (token != NONE) {
        return token;
      }
    }
    return to;
  }

  /** The position after the last byte that ends a declaration or a block, or where the search ends. */
  static int lastBreak(byte[] a, int from, int to) {
    int at = to;
    while (at > from && a[at - 1] != '}' && a[at - 1] != ';' && a[at - 1] != '{') {
      at--;
    }
    return at;
  }

  private static int tokenOf(byte[] a, int from, int sign, int to) {
    return switch (a[sign]) {
      case '"', '\'', '@' -> sign;
      case '*' -> sign > from && a[sign - 1] == '/' ? sign - 1 : NONE;
      case '(' -> function(a, from, sign);
      case '\\' -> nameOf(a, from, sign);
      case '-' -> beginsCustom(a, from, sign, to) ? sign : NONE;
      default -> NONE;
    };
  }

  /** Where a function's name begins, if it may be one that has URLs. */
  private static int function(byte[] a, int from, int parenthesis) {
    int least = Math.max(from, parenthesis - NAME_ROOM);
    int name = parenthesis;
    while (name > least && CssName.isNameByte(a[name - 1])) {
      name--;
    }
    boolean may =
        switch (parenthesis - name) {
          case 3, 5, 9, 17 -> true; // url and src, image, image-set, -webkit-image-set
          default -> false;
        };
    return may && !isInToken(a, from, name) ? name : NONE;
  }

  /** Whether the byte before a name makes it a part of a hash, or its first one of a dimension. */
  private static boolean isInToken(byte[] a, int from, int name) {
    return (a[name] >= '0' && a[name] <= '9') || (name > from && a[name - 1] == '#');
  }

  /** Where the name or the hash begins that an escape is in. */
  private static int nameOf(byte[] a, int from, int escape) {
    int name = escape;
    while (name > from && CssName.isNameByte(a[name - 1])) {
      name--;
    }
    return name > from && a[name - 1] == '#' ? name - 1 : name;
  }

  private static boolean beginsCustom(byte[] a, int from, int dash, int to) {
    boolean begins = dash == from || !(CssName.isNameByte(a[dash - 1]) || a[dash - 1] == '#');
    return begins && dash + 1 < to && a[dash + 1] == '-';
  }

  /** Whether a text has no parenthesis, at sign, dash, backslash or ampersand. */
  static boolean isPlain(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (a[i]) {
        case '(', '@', '-', '\\', '&' -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  /** The first quote of a kind, backslash or line break, or the end. */
  static int stringEnd(byte[] a, int from, int to, byte quote) {
    int at = from;
    for (; at <= to - 8; at += 8) {
      long signs = Swar.stringSigns(Swar.read(a, at), quote);
      while (signs != 0) {
        int sign = at + Swar.first(signs);
        if (endsString(a[sign], quote)) {
          return sign;
        }
        signs &= signs - 1;
      }
    }
    while (at < to && !endsString(a[at], quote)) {
      at++;
    }
    return at;
  }

  private static boolean endsString(byte b, byte quote) {
    return b == quote || b == '\\' || CssName.isNewline(b);
  }

  /** The first byte that is no part of an address without quotes, or a backslash, or the end. */
  static int addressEnd(byte[] a, int from, int to) {
    int at = from;
    for (; at <= to - 8; at += 8) {
      long signs = Swar.addressSigns(Swar.read(a, at));
      while (signs != 0) {
        int sign = at + Swar.first(signs);
        if (endsAddress(a[sign])) {
          return sign;
        }
        signs &= signs - 1;
      }
    }
    while (at < to && !endsAddress(a[at])) {
      at++;
    }
    return at;
  }

  private static boolean endsAddress(byte b) {
    return b == ')' || b == '(' || b == '"' || b == '\'' || b == '\\' || Ascii.isSpace(b);
  }

  /** The position after the end of a comment, or the end. */
  static int commentEnd(byte[] a, int from, int to) {
    int star = Swar.indexOf(a, from, to, (byte) '*');
    while (star + 1 < to && a[star + 1] != '/') {
      star = Swar.indexOf(a, star + 1, to, (byte) '*');
    }
    return Math.min(to, star + 2);
  }
}
