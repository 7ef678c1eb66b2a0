package io.cookiegate.proxy;

/**
 * What can stand in the first line of a request by HTTP/1.1. HTTP/2 carries a method and a target as two
 * fields (RFC 9113 8.3.1), in which a blank does no harm; in a line it would begin the next part, and an
 * upstream that splits the line elsewhere than the gate would see another request.
 */
final class RequestLine {
  private RequestLine() {}

  /** Whether a method is a token (RFC 9110 5.6.2) and a target has neither blanks nor controls. */
  static boolean takes(String method, String target) {
    return isToken(method) && isUnbroken(target);
  }

  private static boolean isToken(String method) {
    for (int i = 0; i < method.length(); i++) {
      if (!isTokenCharacter(method.charAt(i))) {
        return false;
      }
    }
    return !method.isEmpty();
  }

  private static boolean isTokenCharacter(char c) {
    int lower = c | 0x20;
    boolean letter = lower >= 'a' && lower <= 'z';
    boolean digit = c >= '0' && c <= '9';
    return letter || digit || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  private static boolean isUnbroken(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ') {
        return false;
      }
    }
    return true;
  }
}
