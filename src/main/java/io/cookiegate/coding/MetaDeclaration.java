package io.cookiegate.coding;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one {@code meta} element says about the charset of its page (WHATWG HTML 13.2.3.2, the steps
 * for {@code meta}).
 */
final class MetaDeclaration {
  private @Nullable String charset;
  private @Nullable String content;
  private boolean pragma;
  private boolean plain = true;

  /** Reads the attributes, from behind the name to the end of the tag. */
  static MetaDeclaration read(TagCursor cursor) {
    MetaDeclaration meta = new MetaDeclaration();
    Set<String> seen = new HashSet<>();
    while (cursor.nextAttribute()) {
      if (seen.add(cursor.name())) {
        meta.take(cursor.name(), cursor.value());
      }
    }
    return meta;
  }

  private void take(String name, String value) {
    switch (name) {
      case "charset" -> charset = value;
      case "content" -> content = value;
      case "http-equiv" -> pragma = value.equals("content-type");
      default -> {
        return;
      }
    }
    plain &= value.indexOf('&') < 0 && value.indexOf('\0') < 0;
  }

  /** The encoding that this declares, with what may not be declared inside a page replaced. */
  @Nullable Encoding encoding() {
    Encoding declared;
    if (charset != null) {
      declared = Encoding.ofLabel(charset);
    } else if (pragma && content != null) {
      declared = inContent(content);
    } else {
      declared = null;
    }
    return declared == null ? null : declared.asDeclaredInside();
  }

  /**
   * Whether no browser could read something else here: one charset, spelled without character
   * references.
   */
  boolean isPlain() {
    return plain && (charset == null || content == null || inContent(content) == null);
  }

  /**
   * WHATWG HTML 2.6.5, "extracting a character encoding from a meta element"; the text is in lower
   * case already.
   */
  static @Nullable Encoding inContent(String text) {
    int at = text.indexOf("charset");
    while (at >= 0) {
      int equals = skipSpaces(text, at + "charset".length());
      if (equals < text.length() && text.charAt(equals) == '=') {
        return inValue(text, skipSpaces(text, equals + 1));
      }
      at = text.indexOf("charset", at + "charset".length());
    }
    return null;
  }

  private static @Nullable Encoding inValue(String text, int from) {
    if (from == text.length()) {
      return null;
    }
    char quote = text.charAt(from);
    if (quote == '"' || quote == '\'') {
      int to = text.indexOf(quote, from + 1);
      return to < 0 ? null : Encoding.ofLabel(text.substring(from + 1, to));
    }
    int to = from;
    while (to < text.length() && text.charAt(to) != ';' && !Ascii.isSpace(text.charAt(to))) {
      to++;
    }
    return Encoding.ofLabel(text.substring(from, to));
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && Ascii.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
