package io.cookiegate.host;

/** The Windows drive letters that file URLs know ({@code C:} and {@code C|}; WHATWG URL 4.2). */
final class WindowsDrive {
  private WindowsDrive() {}

  static boolean is(String text) {
    return text.length() == 2
        && isLetter(text.charAt(0))
        && (text.charAt(1) == ':' || text.charAt(1) == '|');
  }

  static boolean isNormalized(String text) {
    return is(text) && text.charAt(1) == ':';
  }

  /** Whether a text starts with a drive that ends there, or at a slash, a query or a fragment. */
  static boolean startsIn(String text) {
    return text.length() >= 2
        && is(text.substring(0, 2))
        && (text.length() == 2 || "/\\?#".indexOf(text.charAt(2)) >= 0);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
