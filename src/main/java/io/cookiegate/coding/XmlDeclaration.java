package io.cookiegate.coding;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An XML declaration at the start of a page (WHATWG HTML 13.2.3.2, "get an XML encoding"), to which
 * browsers listen in HTML too.
 */
final class XmlDeclaration {
  private XmlDeclaration() {}

  static @Nullable Encoding encoding(byte[] page, int length) {
    String text = new String(page, 0, length, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('>');
    if (!text.startsWith("<?xml") || end < 0) {
      return null;
    }
    int at = text.indexOf("encoding");
    if (at < 0 || at > end) {
      return null;
    }
    at = skipBlanks(text, at + "encoding".length());
    if (at >= length || text.charAt(at) != '=') {
      return null;
    }
    return quoted(text, skipBlanks(text, at + 1));
  }

  private static @Nullable Encoding quoted(String text, int from) {
    if (from >= text.length() || (text.charAt(from) != '"' && text.charAt(from) != '\'')) {
      return null;
    }
    int to = text.indexOf(text.charAt(from), from + 1);
    if (to < 0 || skipNonBlanks(text, from) < to) {
      return null;
    }
    Encoding declared = Encoding.ofLabel(text.substring(from + 1, to));
    return declared == null ? null : declared.asDeclaredInside();
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static int skipNonBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) > ' ') {
      at++;
    }
    return at;
  }
}
