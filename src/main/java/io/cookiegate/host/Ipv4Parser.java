package io.cookiegate.host;

import org.jspecify.annotations.Nullable;

/** The IPv4 parser of the standard (WHATWG URL 3.5): decimal, octal and hexadecimal, one to four parts. */
final class Ipv4Parser {
  private Ipv4Parser() {}

  /** The ends-in-a-number checker: such a host is an IPv4 address or no host at all. */
  static boolean endsInNumber(String host) {
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    String last = host.substring(host.lastIndexOf('.', end - 1) + 1, end);
    return !last.isEmpty() && (isDigits(last, 10) || number(last) >= 0);
  }

  /** The address in dotted decimal, or null where the text is none. */
  static @Nullable String parse(String host) {
    String[] parts =
        (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
    long address = parts.length > 4 ? -1 : address(parts);
    return address < 0 ? null : serialize(address);
  }

  private static long address(String[] parts) {
    long address = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      long number = number(parts[i]);
      if (number < 0 || number > 255) {
        return -1;
      }
      address |= number << (8 * (3 - i));
    }
    long last = number(parts[parts.length - 1]);
    return last < 0 || last >= 1L << (8 * (5 - parts.length)) ? -1 : address + last;
  }

  /** The value of one part, or -1 where it is no number or far too large. */
  private static long number(String part) {
    if (part.isEmpty()) {
      return -1;
    }
    boolean hexadecimal = part.startsWith("0x") || part.startsWith("0X");
    boolean octal = !hexadecimal && part.length() > 1 && part.startsWith("0");
    String digits = part.substring(hexadecimal ? 2 : octal ? 1 : 0);
    return valueOf(digits, hexadecimal ? 16 : octal ? 8 : 10);
  }

  private static long valueOf(String digits, int radix) {
    if (!isDigits(digits, radix)) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      // Above 32 bits only "too large" matters, however many digits follow.
      value = Math.min(value * radix + Character.digit(digits.charAt(i), radix), 1L << 33);
    }
    return value;
  }

  private static boolean isDigits(String text, int radix) {
    return text.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
  }

  private static String serialize(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 0xFF)
        + "."
        + (address >> 8 & 0xFF)
        + "."
        + (address & 0xFF);
  }
}
