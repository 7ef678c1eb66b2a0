package io.cookiegate.html;

/** The CDATA section states (WHATWG HTML 13.2.5.69 to 71): everything up to {@code ]]>}. */
final class CdataScanner {
  private int brackets;
  private boolean done = true;

  void begin() {
    brackets = 0;
    done = false;
  }

  /** Forgets a beginning of an end: a byte that is neither ] nor &gt; was read. */
  void plain() {
    brackets = 0;
  }

  boolean done() {
    return done;
  }

  /** Scans on; returns the position after the section's end, or the end of the range. */
  int scan(byte[] a, int from, int to) {
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
