package io.cookiegate.html;

/**
 * The comment states (WHATWG HTML 13.2.5.43 to 52), as far as they decide where a comment ends. The
 * states about a nested {@code <!--} only report errors and are left out.
 */
final class CommentScanner {
  private enum State {
    START,
    START_DASH,
    INSIDE,
    DASH,
    DASH_DASH,
    BANG,
    DONE
  }

  private State state = State.DONE;

  /** Begins a comment after its {@code <!--}. */
  void begin() {
    state = State.START;
  }

  boolean done() {
    return state == State.DONE;
  }

  /** Scans on; returns the position after the comment's end, or the end of the range. */
  int scan(byte[] a, int from, int to) {
    int at = from;
    while (at < to && state != State.DONE) {
      if (state == State.INSIDE) {
        at = Swar.indexOf(a, at, to, (byte) '-');
        if (at == to) {
          return at;
        }
      }
      state = next(a[at++]);
    }
    return at;
  }

  private State next(byte b) {
    return switch (state) {
      case START -> b == '-' ? State.START_DASH : b == '>' ? State.DONE : State.INSIDE;
      case START_DASH -> b == '-' ? State.DASH_DASH : b == '>' ? State.DONE : State.INSIDE;
      case INSIDE -> b == '-' ? State.DASH : State.INSIDE;
      case DASH -> b == '-' ? State.DASH_DASH : State.INSIDE;
      case DASH_DASH -> afterDashes(b);
      case BANG -> b == '-' ? State.DASH : b == '>' ? State.DONE : State.INSIDE;
      case DONE -> State.DONE;
    };
  }

  private static State afterDashes(byte b) {
    return switch (b) {
      case '>' -> State.DONE;
      case '!' -> State.BANG;
      case '-' -> State.DASH_DASH;
      default -> State.INSIDE;
    };
  }
}
