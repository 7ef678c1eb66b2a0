package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.coding.PageCharset;
import io.cookiegate.host.UrlReader;
import io.cookiegate.html.CssUrls;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The judge of style sheets and declarations: a gated URL becomes one that loads nothing, the rest
 * stays byte for byte.
 */
final class StyleJudge {
  private static final byte[] INERT = "data:,".getBytes(US_ASCII);

  /** A sheet in a sheet in a sheet: deeper ones are not looked into, and go. */
  private static final int DEEPEST = 4;

  private final UrlJudge urls;
  private final PageCharset charset;
  private final int depth;
  private final CssUrls found = new CssUrls();
  private final Scratch scratch = new Scratch();

  StyleJudge(UrlJudge urls, PageCharset charset) {
    this(urls, charset, 0);
  }

  private StyleJudge(UrlJudge urls, PageCharset charset, int depth) {
    this.urls = urls;
    this.charset = charset;
    this.depth = depth;
  }

  /** The style without its gated URLs; null where it has none. */
  byte @Nullable [] without(byte[] a, int from, int to) {
    byte[] once = without(a, a, from, to);
    if (!charset.isGuessed() || !mayEscape(a, from, to)) {
      return once;
    }
    byte[] left = once == null ? Arrays.copyOfRange(a, from, to) : once;
    byte[] twice = without(left, withoutEscapes(left), 0, left.length);
    return twice == null ? once : twice;
  }

  /**
   * The position in a sheet, of which more is to come, up to which it can be judged by itself; the
   * beginning where there is none.
   */
  int separableTo(byte[] a, int from, int to) {
    if (charset.isGuessed()) {
      return from;
    }
    found.read(a, from, to);
    return found.calmTo();
  }

  /** The same as {@link #without} of a sheet up to where it is separable, right after that was told. */
  byte @Nullable [] withoutSeparable(byte[] a, int from, int to) {
    return judged(a, a, from, to);
  }

  // A browser that guesses an encoding with characters of two bytes may not see these backslashes.
  private static boolean mayEscape(byte[] a, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (a[i] == '\\' && a[i - 1] < 0) {
        return true;
      }
    }
    return false;
  }

  private static byte[] withoutEscapes(byte[] a) {
    byte[] plain = a.clone();
    for (int i = 1; i < a.length; i++) {
      if (a[i] == '\\' && a[i - 1] < 0) {
        plain[i] = 'x';
      }
    }
    return plain;
  }

  private byte @Nullable [] without(byte[] a, byte[] reading, int from, int to) {
    found.read(reading, from, to);
    return judged(a, reading, from, to);
  }

  private byte @Nullable [] judged(byte[] a, byte[] reading, int from, int to) {
    Bytes kept = null;
    int done = from;
    for (int i = 0; i < found.count() && found.from(i) < to; i++) {
      if (isGated(reading, i)) {
        kept = kept == null ? new Bytes() : kept;
        kept.add(a, done, found.from(i));
        kept.add(INERT);
        done = found.to(i);
      }
    }
    // A sheet that is another one to what looks ahead in Chromium was made to be: all of it goes.
    if (kept == null) {
      return ImportsAhead.areGated(urls, a, from, to) ? Bytes.NONE : null;
    }
    kept.add(a, done, to);
    boolean ahead = ImportsAhead.areGated(urls, kept.array(), 0, kept.length());
    return ahead ? Bytes.NONE : kept.copy();
  }

  /** Lets go of what only the style at hand needed. */
  void rest() {
    found.rest();
    scratch.rest();
  }

  private boolean isGated(byte[] a, int i) {
    if (!found.escaped(i)) {
      return isGated(a, found.from(i), found.to(i));
    }
    if (urls.gates(a, found.from(i), found.to(i))) {
      // What looks ahead in Chromium takes an import as it is written.
      return true;
    }
    byte[] unescaped = scratch.ofLength(2 * (found.to(i) - found.from(i)));
    return isGated(unescaped, 0, found.decode(a, i, unescaped));
  }

  private boolean isGated(byte[] url, int from, int to) {
    return urls.judge(url, from, to) != null || importsGated(url, from, to);
  }

  // A sheet in a URL loads what it names as if it stood here.
  private boolean importsGated(byte[] url, int from, int to) {
    if (urls.kind(url, from, to) != UrlReader.Kind.DATA || DataUrl.isPicture(url, from, to)) {
      return false;
    }
    DataUrl data = DataUrl.parse(url, from, to);
    return data.isStyle() && (depth == DEEPEST || isSheetGated(data.body()));
  }

  private boolean isSheetGated(byte[] sheet) {
    return new StyleJudge(urls, charset, depth + 1).without(sheet, 0, sheet.length) != null;
  }
}
