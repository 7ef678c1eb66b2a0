package io.cookiegate.host;

import org.jspecify.annotations.Nullable;

/** The host parser of the standard (WHATWG URL 3.5): the text of a host in, its serialised form out. */
final class HostParser {
  private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

  private HostParser() {}

  /** The serialised host of a special URL, or null where it is none. */
  static @Nullable String parse(String input) {
    if (input.startsWith("[")) {
      return bracketed(input);
    }
    String domain = DomainToAscii.convert(withoutByteOrderMark(PercentEncodeSet.decode(input)));
    if (domain == null || domain.isEmpty() || hasForbiddenDomainCodePoint(domain)) {
      return null;
    }
    return Ipv4Parser.endsInNumber(domain) ? Ipv4Parser.parse(domain) : domain;
  }

  /** The serialised host of any other URL, which keeps its spelling, or null where it is none. */
  static @Nullable String parseOpaque(String input) {
    if (input.startsWith("[")) {
      return bracketed(input);
    }
    boolean forbidden = input.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0);
    return forbidden ? null : PercentEncodeSet.C0_CONTROL.encode(input);
  }

  private static @Nullable String bracketed(String input) {
    if (!input.endsWith("]")) {
      return null;
    }
    int[] pieces = Ipv6Parser.parse(input.substring(1, input.length() - 1));
    return pieces == null ? null : "[" + Ipv6Parser.serialize(pieces) + "]";
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean hasForbiddenDomainCodePoint(String domain) {
    return domain.chars().anyMatch(HostParser::isForbiddenInDomain);
  }

  private static boolean isForbiddenInDomain(int c) {
    return c <= 0x1F || c == '%' || c == 0x7F || FORBIDDEN.indexOf(c) >= 0;
  }
}
