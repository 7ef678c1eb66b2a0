package io.cookiegate.gate;

import io.cookiegate.coding.PageCharset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** A {@code data:} URL (WHATWG Fetch section 6). */
final class DataUrl {
  private static final byte[] NOTHING = {};

  private static final int VERTICAL_TAB = 0x0b;

  private final byte[] url;
  private final int from;
  private final int to;

  /** All before the comma, in lower case without white space. */
  private final String head;

  /** The MIME type without parameters, empty where none is said. */
  private final String type;

  private DataUrl(byte[] url, int from, int to, String head) {
    this.url = url;
    this.from = from;
    this.to = to;
    this.head = head;
    int semicolon = head.indexOf(';');
    this.type = semicolon < 0 ? head : head.substring(0, semicolon);
  }

  /** The bytes it stands for, made anew each time. */
  byte[] body() {
    byte[] body = unescaped(url, from, to);
    return inAscii(head, head.endsWith(";base64") ? base64(body) : body);
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

  /** Whether the body may be a module, which loads by import. */
  boolean mayBeModule() {
    return !isMarkup() && !isMedia() && !isStyle();
  }

  boolean isStyle() {
    return type.equals("text/css");
  }

  /**
   * Whether a URL that was found to begin with a scheme and a colon is plainly a picture or a font, in
   * which nothing runs; others may be, too.
   */
  static boolean isPicture(byte[] a, int from, int to) {
    int start = AsciiText.indexOf(a, from, to, ':') + 1;
    int end = start;
    while (end < to && a[end] != ',' && a[end] != ';') {
      end++;
    }
    boolean picture =
        AsciiText.startsWith(a, start, end, "image/")
            || AsciiText.startsWith(a, start, end, "font/");
    return end < to && picture && isName(a, start, end);
  }

  private static boolean isName(byte[] a, int from, int to) {
    boolean name = !AsciiText.endsWith(a, from, to, "xml");
    for (int i = from; i < to && name; i++) {
      int c = AsciiText.lower(a[i]);
      name = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "/-.+".indexOf(c) >= 0;
    }
    return name;
  }

  /** Reads a URL up to its comma; what the array has there is read again by {@link #body}. */
  static DataUrl parse(byte[] a, int from, int to) {
    int start = AsciiText.indexOf(a, from, to, ':') + 1;
    int comma = AsciiText.indexOf(a, start, to, ',');
    return comma == to
        ? new DataUrl(a, to, to, "")
        : new DataUrl(a, comma + 1, to, head(a, start, comma));
  }

  private static String head(byte[] a, int from, int to) {
    StringBuilder head = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (!AsciiText.isSpace(a[i]) && a[i] != VERTICAL_TAB) {
        head.append((char) (a[i] & 0xff));
      }
    }
    return head.toString().toLowerCase(Locale.ROOT);
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
