package io.cookiegate.gate;

import io.cookiegate.coding.PageCharset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** A {@code data:} URL (WHATWG Fetch section 6) or the script of a {@code javascript:} URL. */
final class DataUrl {
  private static final byte[] NOTHING = {};

  private final boolean isData;
  private final String type;
  private final byte[] body;

  /** With a MIME type without parameters in lower case, empty where none is said. */
  private DataUrl(boolean isData, String type, byte[] body) {
    this.isData = isData;
    this.type = type;
    this.body = body;
  }

  /** The bytes it stands for. */
  byte[] body() {
    return body;
  }

  /** Whether the body is a page or an image with markup. */
  boolean isMarkup() {
    return type.equals("text/html") || type.endsWith("+xml") || type.endsWith("/xml");
  }

  /** Whether the body is a picture, a sound or a font, in which nothing runs. */
  boolean isMedia() {
    return !isMarkup()
        && (type.startsWith("image/")
            || type.startsWith("font/")
            || type.startsWith("audio/")
            || type.startsWith("video/"));
  }

  /** Whether the body may be a module, which loads by import: a javascript: URL is none. */
  boolean mayBeModule() {
    return isData && !isMarkup() && !isMedia() && !isStyle();
  }

  boolean isStyle() {
    return type.equals("text/css");
  }

  /** The body of a URL that was found to begin with a scheme and a colon. */
  static DataUrl script(byte[] a, int from, int to) {
    return new DataUrl(
        false, "text/javascript", unescaped(a, AsciiText.indexOf(a, from, to, ':') + 1, to));
  }

  static DataUrl parse(byte[] a, int from, int to) {
    int start = AsciiText.indexOf(a, from, to, ':') + 1;
    int comma = AsciiText.indexOf(a, start, to, ',');
    if (comma == to) {
      return new DataUrl(true, "", NOTHING);
    }
    String head =
        new String(a, start, comma - start, StandardCharsets.ISO_8859_1)
            .replaceAll("[\\s]", "")
            .toLowerCase(Locale.ROOT);
    byte[] body = unescaped(a, comma + 1, to);
    int semicolon = head.indexOf(';');
    String type = semicolon < 0 ? head : head.substring(0, semicolon);
    byte[] bytes = head.endsWith(";base64") ? base64(body) : body;
    return new DataUrl(true, type, inAscii(head, bytes));
  }

  private static byte[] inAscii(String head, byte[] body) {
    boolean mark = body.length > 1 && (body[0] & 0xff) + (body[1] & 0xff) == 0xff + 0xfe;
    if (!mark) {
      return PageCharset.inUtf8(head, body);
    }
    boolean big = (body[0] & 0xff) == 0xfe;
    Charset charset = big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    return new String(body, charset).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] unescaped(byte[] a, int from, int to) {
    byte[] plain = new byte[to - from];
    return Arrays.copyOf(plain, PercentText.decode(a, from, to, plain));
  }

  private static byte[] base64(byte[] text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return NOTHING;
    }
  }
}
