package io.cookiegate.host;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The IPv6 parser and serialiser of the standard (WHATWG URL 3.5 and 3.6). */
final class Ipv6Parser {
  private static final int END = -1;

  private final String input;
  private final int[] address = new int[8];
  private int at;
  private int piece;
  private int compress = -1;

  private Ipv6Parser(String input) {
    this.input = input;
  }

  /** The eight pieces of an address without its brackets, or null where it is none. */
  static int @Nullable [] parse(String input) {
    Ipv6Parser parser = new Ipv6Parser(input);
    return parser.pieces() ? parser.address : null;
  }

  private boolean pieces() {
    if (peek() == ':') {
      if (peek(1) != ':') {
        return false;
      }
      at += 2;
      compress = ++piece;
    }
    while (peek() != END) {
      if (piece == 8 || !piece()) {
        return false;
      }
    }
    return expand();
  }

  private boolean piece() {
    if (peek() == ':') {
      at++;
      compress = compress < 0 ? ++piece : 9;
      return compress < 9;
    }
    int start = at;
    int value = hexadecimal();
    if (peek() == '.') {
      boolean empty = at == start;
      at = start;
      return !empty && piece <= 6 && embeddedIpv4();
    }
    address[piece++] = value;
    return separator();
  }

  private boolean separator() {
    if (peek() == ':') {
      at++;
      return peek() != END;
    }
    return peek() == END;
  }

  private int hexadecimal() {
    int value = 0;
    for (int length = 0; length < 4 && isHexadecimal(peek()); length++) {
      value = value << 4 | Character.digit(peek(), 16);
      at++;
    }
    return value;
  }

  private boolean embeddedIpv4() {
    for (int seen = 0; seen < 4; seen++) {
      int number = seen == 0 || skip('.') ? decimal() : -1;
      if (number < 0) {
        return false;
      }
      address[piece] = address[piece] << 8 | number;
      piece += seen & 1;
    }
    return peek() == END;
  }

  private boolean skip(char expected) {
    boolean found = peek() == expected;
    at += found ? 1 : 0;
    return found;
  }

  /** A number of 0 to 255 without a leading zero, or -1. */
  private int decimal() {
    int start = at;
    int value = 0;
    while (peek() >= '0' && peek() <= '9' && value <= 255) {
      if (at > start && value == 0) {
        return -1;
      }
      value = value * 10 + peek() - '0';
      at++;
    }
    return at == start || value > 255 ? -1 : value;
  }

  private boolean expand() {
    if (compress < 0) {
      return piece == 8;
    }
    int tail = piece - compress;
    System.arraycopy(address, compress, address, 8 - tail, tail);
    Arrays.fill(address, compress, 8 - tail, 0);
    return true;
  }

  private int peek() {
    return peek(0);
  }

  private int peek(int ahead) {
    return at + ahead < input.length() ? input.charAt(at + ahead) : END;
  }

  private static boolean isHexadecimal(int c) {
    return c >= 0 && c < 0x80 && Character.digit(c, 16) >= 0;
  }

  /** The address with its longest run of zeroes written as {@code ::}. */
  static String serialize(int[] pieces) {
    int compress = longestZeroes(pieces);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == compress) {
        text.append(i == 0 ? "::" : ":");
        i = afterZeroes(pieces, i) - 1;
      } else {
        text.append(Integer.toHexString(pieces[i])).append(i < 7 ? ":" : "");
      }
    }
    return text.toString();
  }

  private static int longestZeroes(int[] pieces) {
    int longest = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int run = afterZeroes(pieces, i) - i;
      if (run > length) {
        longest = i;
        length = run;
      }
    }
    return longest;
  }

  private static int afterZeroes(int[] pieces, int from) {
    int i = from;
    while (i < 8 && pieces[i] == 0) {
      i++;
    }
    return i;
  }
}
