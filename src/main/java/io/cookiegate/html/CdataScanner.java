package io.cookiegate.html;

/** The CDATA section states (WHATWG HTML 13.2.5.69 to 71): everything up to {@code ]]>}. */
final class CdataScanner {
  private int brackets;
  private boolean done = true;
  private boolean passedGreater;

  void begin() {
    brackets = 0;
    done = false;
    passedGreater = false;
  }

  /** Whether a &gt; stood in the section. */
  boolean passedGreater() {
    return passedGreater;
  }

  boolean done() {
    return done;
  }

  /** Scans on; returns the position after the section's end, or the end of the range. */
  int scan(byte[] a, int from, int to) {
    passedGreater = passedGreater || Swar.indexOf(a, from, to, (byte) '>') < to;
    int at = from;
    while (at < to && !done) {
      if (brackets == 0) {
        at = Swar.indexOf(a, at, to, (byte) ']');
        if (at == to) {
          return at;
        }
      }
      read(a[at++]);
    }
    return at;
  }

  private void read(byte b) {
    if (b == ']') {
      brackets = Math.min(2, brackets + 1);
    } else {
      done = b == '>' && brackets == 2;
      brackets = 0;
    }
  }
}
