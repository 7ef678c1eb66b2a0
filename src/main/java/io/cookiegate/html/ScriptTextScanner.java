package io.cookiegate.html;

/**
 * The script data states (WHATWG HTML 13.2.5.15 to 31): finds where an end tag may stand. After
 * {@code <!--} the text is escaped up to {@code -->}; a {@code <script} in there makes it escaped
 * twice, and then {@code </script} only undoes that.
 */
final class ScriptTextScanner {
  private enum State {
    TEXT,
    BANG,
    BANG_DASH,
    ESCAPED,
    ESCAPED_DASH,
    ESCAPED_DASH_DASH,
    ESCAPED_NAME,
    DOUBLE,
    DOUBLE_DASH,
    DOUBLE_DASH_DASH,
    DOUBLE_LESS,
    DOUBLE_NAME
  }

  private static final byte[] SCRIPT = {'s', 'c', 'r', 'i', 'p', 't'};
  private static final int OTHER_NAME = -1;

  private State state = State.TEXT;

  /** How many bytes of the name read so far are those of "script", or OTHER_NAME. */
  private int matched;

  void begin() {
    state = State.TEXT;
  }

  /** Goes on after a {@code </} that was no end tag. */
  void noEndTag() {
    state = state == State.TEXT ? State.TEXT : State.ESCAPED;
  }

  /**
   * Scans on; returns the position of a {@code <} that a {@code /} follows or may follow where an
   * end tag counts, or the end of the range.
   */
  int scan(byte[] a, int from, int to) {
    int at = from;
    while (at < to) {
      if (state == State.TEXT) {
        at = Swar.indexOf(a, at, to, (byte) '<');
        if (at == to) {
          return at;
        }
      }
      if (a[at] == '<' && endTagCounts()) {
        if (at + 1 == to || a[at + 1] == '/') {
          return candidate(at);
        }
        less(a[at + 1]);
        // A < is looked at with the byte after it; the letter of a name is read again.
        at += state == State.BANG ? 2 : 1;
      } else if (reconsumed(a[at])) {
        at++;
      }
    }
    return at;
  }

  private int candidate(int at) {
    if (state == State.BANG || state == State.BANG_DASH) {
      state = State.TEXT;
    } else if (state != State.TEXT) {
      state = State.ESCAPED;
    }
    return at;
  }

  private boolean endTagCounts() {
    return switch (state) {
      case TEXT, BANG, BANG_DASH, ESCAPED, ESCAPED_DASH, ESCAPED_DASH_DASH -> true;
      default -> false;
    };
  }

  private void less(byte following) {
    if (state == State.TEXT || state == State.BANG || state == State.BANG_DASH) {
      state = following == '!' ? State.BANG : State.TEXT;
    } else if (Ascii.isLetter(following)) {
      state = State.ESCAPED_NAME;
      matched = 0;
    } else {
      state = State.ESCAPED;
    }
  }

  /** Takes a byte; false where it has to be looked at again in the new state. */
  private boolean reconsumed(byte b) {
    switch (state) {
      case TEXT -> {}
      case BANG -> state = b == '-' ? State.BANG_DASH : State.TEXT;
      case BANG_DASH -> state = b == '-' ? State.ESCAPED_DASH_DASH : State.TEXT;
      case ESCAPED -> state = b == '-' ? State.ESCAPED_DASH : State.ESCAPED;
      case ESCAPED_DASH -> state = b == '-' ? State.ESCAPED_DASH_DASH : State.ESCAPED;
      case ESCAPED_DASH_DASH -> state = afterDashes(b, State.ESCAPED_DASH_DASH, State.ESCAPED);
      case ESCAPED_NAME -> {
        return name(b, State.DOUBLE, State.ESCAPED);
      }
      case DOUBLE -> state = afterDouble(b, State.DOUBLE_DASH);
      case DOUBLE_DASH -> state = afterDouble(b, State.DOUBLE_DASH_DASH);
      case DOUBLE_DASH_DASH ->
          state =
              b == '<' ? State.DOUBLE_LESS : afterDashes(b, State.DOUBLE_DASH_DASH, State.DOUBLE);
      case DOUBLE_LESS -> {
        matched = 0;
        state = b == '/' ? State.DOUBLE_NAME : State.DOUBLE;
        return b == '/';
      }
      case DOUBLE_NAME -> {
        return name(b, State.ESCAPED, State.DOUBLE);
      }
    }
    return true;
  }

  private static State afterDouble(byte b, State afterDash) {
    return b == '-' ? afterDash : b == '<' ? State.DOUBLE_LESS : State.DOUBLE;
  }

  private static State afterDashes(byte b, State stay, State otherwise) {
    return b == '-' ? stay : b == '>' ? State.TEXT : otherwise;
  }

  /** Double escape start and end (13.2.5.26 and 31): a name, ended by whitespace, / or &gt;. */
  private boolean name(byte b, State ifScript, State ifOther) {
    if (Ascii.endsTagName(b)) {
      state = matched == SCRIPT.length ? ifScript : ifOther;
      return true;
    }
    if (!Ascii.isLetter(b)) {
      state = ifOther;
      return false;
    }
    boolean goesOn = matched >= 0 && matched < SCRIPT.length && Ascii.lower(b) == SCRIPT[matched];
    matched = goesOn ? matched + 1 : OTHER_NAME;
    return true;
  }
}
