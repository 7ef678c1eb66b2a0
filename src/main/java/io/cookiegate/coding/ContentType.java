package io.cookiegate.coding;

import org.jspecify.annotations.Nullable;

/**
 * The {@code charset} of a {@code Content-Type} value, read as a browser does: the Fetch Standard's
 * "extract a MIME type" over the MIME Sniffing Standard's "parse a MIME type" (section 4.4), which
 * between them also settle what a value means that was sent twice.
 */
public final class ContentType {
  private final String text;
  private int at;
  private String essence = "";
  private @Nullable String charset;

  private ContentType(String text) {
    this.text = text;
  }

  /**
   * The charset that the last good media type of the value has, or has from one before it of the
   * same kind.
   */
  static @Nullable String charset(@Nullable String field) {
    if (field == null) {
      return null;
    }
    String essence = "";
    String charset = null;
    int from = 0;
    while (from <= field.length()) {
      int to = endOfValue(field, from);
      ContentType type = new ContentType(field.substring(from, to));
      if (type.parse() && !type.essence.equals("*/*")) {
        charset = type.charset != null || !type.essence.equals(essence) ? type.charset : charset;
        essence = type.essence;
      }
      from = to + 1;
    }
    return charset;
  }

  /** Where the value ends that begins at a position: at the next comma outside quotes, or the end. */
  public static int endOfValue(String field, int from) {
    boolean quoted = false;
    for (int i = from; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      } else if (c == ',' && !quoted) {
        return i;
      }
    }
    return field.length();
  }

  private boolean parse() {
    skipSpaces();
    String type = upTo('/', '/');
    if (!isToken(type) || at == text.length()) {
      return false;
    }
    at++;
    String subtype = withoutSpacesBehind(upTo(';', ';'));
    essence = Ascii.lower(type + '/' + subtype);
    while (at < text.length()) {
      at++;
      parameter();
    }
    return isToken(subtype);
  }

  /** Reads to the semicolon behind the parameter, or to the end. */
  private void parameter() {
    skipSpaces();
    String name = Ascii.lower(upTo(';', '='));
    if (at == text.length() || text.charAt(at) == ';') {
      return;
    }
    at++;
    String value = value();
    if (charset == null && name.equals("charset") && value != null && isPrintable(value)) {
      charset = value;
    }
  }

  private @Nullable String value() {
    if (at < text.length() && text.charAt(at) == '"') {
      String value = quoted();
      upTo(';', ';');
      return value;
    }
    String value = withoutSpacesBehind(upTo(';', ';'));
    return value.isEmpty() ? null : value;
  }

  /** Reads a quoted string, which the end of the text may close. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        break;
      }
      boolean escapes = c == '\\' && at + 1 < text.length();
      value.append(escapes ? text.charAt(++at) : c);
    }
    return value.toString();
  }

  private String upTo(char one, char other) {
    int from = at;
    while (at < text.length() && text.charAt(at) != one && text.charAt(at) != other) {
      at++;
    }
    return text.substring(from, at);
  }

  private void skipSpaces() {
    while (at < text.length() && Ascii.isHttpSpace(text.charAt(at))) {
      at++;
    }
  }

  private static String withoutSpacesBehind(String text) {
    int end = text.length();
    while (end > 0 && Ascii.isHttpSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isToken(String text) {
    int at = 0;
    while (at < text.length() && isOfToken(text.charAt(at))) {
      at++;
    }
    return at > 0 && at == text.length();
  }

  private static boolean isOfToken(char c) {
    return Ascii.isLetter(c) || (c >= '0' && c <= '9') || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  private static boolean isPrintable(String text) {
    int at = 0;
    while (at < text.length() && isPrintable(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }

  private static boolean isPrintable(char c) {
    return c == '\t' || (c >= ' ' && c <= '~') || (c >= 0x80 && c <= 0xff);
  }
}
