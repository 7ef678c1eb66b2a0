package io.cookiegate.servlet;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a {@code Content-Type} says of the characters. */
final class ContentType {
  private ContentType() {}

  static Charset charset(String name) throws UnsupportedEncodingException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnsupportedEncodingException(name);
    }
  }

  /** A type with a charset in place of its own. */
  static String with(String type, @Nullable String charset) {
    int parameter = type.toLowerCase(Locale.ROOT).indexOf("charset=");
    int semicolon = parameter < 0 ? -1 : type.lastIndexOf(';', parameter);
    String bare = semicolon < 0 ? type : type.substring(0, semicolon);
    return charset == null ? bare : bare.strip() + ";charset=" + charset;
  }

  /** Whether a type has this charset by itself, so that saying so adds nothing: JSON is UTF-8. */
  static boolean impliesCharset(@Nullable String type, String charset) {
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return charset.equalsIgnoreCase("UTF-8")
        && (lower.startsWith("application/json") || lower.startsWith("text/json"));
  }
}
