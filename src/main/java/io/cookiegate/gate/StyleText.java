package io.cookiegate.gate;

import io.cookiegate.html.Syntax;
import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The text of a style element. A sheet too long to hold is judged in parts, each up to where a token
 * begins that no other gives a meaning. Where a part has no such place, as where an address is very
 * long, the sheet is streamed, and ends right after a gated host that stands in it as in a URL. The
 * poison that follows begins with a newline, which makes an open string or URL one that loads nothing
 * (CSS Syntax 3, sections 4.3.5 and 4.3.6).
 */
final class StyleText implements TextHandler {
  /** How many bytes of what is sent are read, too: a host may go on behind it. */
  private static final int SEAM = 1024;

  private final PageScope scope;
  private boolean foreign;
  private Syntax syntax = Syntax.HTML;
  private int settledTo;
  private byte @Nullable [] settled;

  /** Reads a sheet that is streamed. */
  private @Nullable StyleStream stream;

  StyleText(PageScope scope) {
    this.scope = scope;
  }

  /** Begins with a sheet; one in svg or math or XML is foreign: its text is markup. */
  StyleText begin(Syntax of, boolean isForeign) {
    syntax = of;
    foreign = isForeign;
    stream = null;
    return this;
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    return stream != null && stream.isGated(array, from, to) ? Reading.CONDEMN : Reading.GO_ON;
  }

  @Override
  public boolean judgesWhole() {
    return true;
  }

  @Override
  public int condemnedAt() {
    return stream == null ? -1 : stream.gatedAt();
  }

  @Override
  public int settledTo() {
    return settledTo;
  }

  @Override
  public byte @Nullable [] settled() {
    byte[] bytes = settled;
    settled = null;
    return bytes;
  }

  @Override
  public Overflow overflow(byte[] array, int from, int to) {
    settledTo = scope.styles.separableTo(array, from, to);
    if (settledTo - from >= (to - from) / 2) {
      settled = scope.styles.withoutSeparable(array, from, settledTo);
      return Overflow.PART;
    }
    if (scope.styles.without(array, from, to) != null) {
      return Overflow.REMOVE;
    }
    StyleStream begun = new StyleStream(scope);
    stream = begun;
    boolean gated = begun.isGated(array, Math.max(from, to - SEAM), to);
    return gated ? Overflow.REMOVE : Overflow.STREAM;
  }

  @Override
  public TextVerdict end() {
    boolean gated = stream != null && stream.endsGated();
    stream = null;
    return gated ? TextVerdict.REMOVE : TextVerdict.KEEP;
  }

  @Override
  public TextVerdict end(byte[] array, int from, int to) {
    byte[] without = scope.styles.without(array, from, to);
    if (foreign && isMarkup(array, from, to)) {
      ForeignText plain = scope.foreign.read(array, from, to, syntax);
      boolean clean =
          without == null && scope.styles.without(plain.array(), plain.from(), plain.to()) == null;
      return clean ? TextVerdict.KEEP : TextVerdict.REMOVE;
    }
    return without == null ? TextVerdict.KEEP : TextVerdict.replaceText(without);
  }

  private static boolean isMarkup(byte[] a, int from, int to) {
    return AsciiText.indexOf(a, from, to, '&') < to || AsciiText.indexOf(a, from, to, '<') < to;
  }
}
