package io.cookiegate.gate;

import io.cookiegate.html.Syntax;
import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;

/**
 * The text of a style element. A sheet too long to hold is streamed, and ends right after a gated
 * host that stands in it as in a URL. The poison that follows begins with a newline, which makes an
 * open string or URL one that loads nothing (CSS Syntax 3, sections 4.3.5 and 4.3.6).
 */
final class StyleText implements TextHandler, HostSpotter.Listener {
  private final PageScope scope;
  private final HostSpotter spotter;
  private boolean streaming;
  private final StyleEscape escape;
  private boolean foreign;
  private Syntax syntax = Syntax.HTML;
  private boolean gated;
  private int gatedAt;

  StyleText(PageScope scope) {
    this.scope = scope;
    this.spotter = new HostSpotter(this, new HostSpelling(scope.charset));
    this.escape = new StyleEscape(spotter);
  }

  /** Begins with a sheet; one in svg or math or XML is foreign: its text is markup. */
  StyleText begin(Syntax of, boolean isForeign) {
    syntax = of;
    foreign = isForeign;
    spotter.begin();
    escape.begin();
    streaming = false;
    gated = false;
    return this;
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    if (streaming) {
      spot(array, from, to);
    }
    return gated ? Reading.CONDEMN : Reading.GO_ON;
  }

  private void spot(byte[] a, int from, int to) {
    for (int i = from; i < to && !gated; i++) {
      escape.read(a[i] & 0xff);
      gatedAt = i;
    }
  }

  @Override
  public boolean judgesWhole() {
    return true;
  }

  @Override
  public int condemnedAt() {
    return gatedAt;
  }

  @Override
  public Overflow overflow(byte[] array, int from, int to) {
    if (scope.styles.without(array, from, to) != null) {
      return Overflow.REMOVE;
    }
    spot(array, Math.max(from, to - 1024), to);
    streaming = true;
    return gated ? Overflow.REMOVE : Overflow.STREAM;
  }

  @Override
  public TextVerdict end() {
    spotter.end();
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

  @Override
  public void host(
      byte[] text, int from, int hostTo, int pathFrom, int pathTo, HostStanding standing) {
    gated |=
        standing != HostStanding.AS_END
            && scope.urls.gatesHost(text, from, hostTo, pathFrom, pathTo);
  }

  @Override
  public void unreadable(HostStanding standing) {
    gated = true;
  }
}
