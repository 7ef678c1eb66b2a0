package io.cookiegate.html;

/**
 * The end of a section that some bytes of one kind and a &gt; make: {@code ]]>} of a CDATA section
 * (WHATWG HTML 13.2.5.69 to 71), and in XML {@code -->} of a comment and {@code ?>} of a processing
 * instruction.
 */
final class SectionScanner {
  private byte closing;
  private int wanted;
  private int seen;
  private boolean done = true;
  private boolean passedGreater;

  /** Begins a section that ends at some number of a byte and a &gt;. */
  void begin(char closingByte, int atLeast) {
    closing = (byte) closingByte;
    wanted = atLeast;
    seen = 0;
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
      if (seen == 0) {
        at = Swar.indexOf(a, at, to, closing);
        if (at == to) {
          return at;
        }
      }
      read(a[at++]);
    }
    return at;
  }

  private void read(byte b) {
    if (b == closing) {
      seen = Math.min(wanted, seen + 1);
    } else {
      done = b == '>' && seen == wanted;
      seen = 0;
    }
  }
}
