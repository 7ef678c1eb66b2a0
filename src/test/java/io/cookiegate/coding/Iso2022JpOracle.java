package io.cookiegate.coding;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The decoder of the Encoding Standard, section 13.2.1, in the standard's own words and order:
 * queue, states, output flag.
 */
final class Iso2022JpOracle {
  private enum State {
    ASCII,
    ROMAN,
    KATAKANA,
    LEAD,
    TRAIL,
    ESCAPE_START,
    ESCAPE
  }

  private static final int END = -1;

  private final Deque<Integer> queue = new ArrayDeque<>();
  private final StringBuilder output = new StringBuilder();
  private State state = State.ASCII;
  private State outputState = State.ASCII;
  private int lead;
  private boolean flag;

  static String decode(byte[] bytes) {
    Iso2022JpOracle oracle = new Iso2022JpOracle();
    for (byte b : bytes) {
      oracle.queue.add(b & 0xff);
    }
    while (oracle.handle(oracle.queue.isEmpty() ? END : oracle.queue.remove())) {}
    return oracle.output.toString();
  }

  /** Whether to go on. */
  private boolean handle(int b) {
    switch (state) {
      case ASCII, ROMAN, KATAKANA, LEAD -> {
        if (b == 0x1b) {
          state = State.ESCAPE_START;
          return true;
        }
        if (b == END) {
          return false;
        }
        flag = false;
        text(b);
      }
      case TRAIL -> trail(b);
      case ESCAPE_START -> {
        if (b == 0x24 || b == 0x28) {
          lead = b;
          state = State.ESCAPE;
        } else {
          restore(b);
          flag = false;
          state = outputState;
          error();
        }
      }
      case ESCAPE -> escape(b);
    }
    return true;
  }

  private void text(int b) {
    boolean ascii = b < 0x80 && b != 0x0e && b != 0x0f;
    switch (state) {
      case ASCII -> emit(ascii ? b : 0xfffd);
      case ROMAN -> emit(b == 0x5c ? 0xa5 : b == 0x7e ? 0x203e : ascii ? b : 0xfffd);
      case KATAKANA -> emit(b >= 0x21 && b <= 0x5f ? 0xff61 - 0x21 + b : 0xfffd);
      default -> {
        if (b >= 0x21 && b <= 0x7e) {
          lead = b;
          state = State.TRAIL;
        } else {
          error();
        }
      }
    }
  }

  private void trail(int b) {
    if (b == 0x1b) {
      state = State.ESCAPE_START;
      error();
    } else if (b >= 0x21 && b <= 0x7e) {
      state = State.LEAD;
      int point = Jis0208.index().character(lead, b);
      emit(point == 0 ? 0xfffd : point);
    } else {
      state = State.LEAD;
      error();
    }
  }

  private void escape(int b) {
    int was = lead;
    lead = 0;
    State next =
        was == 0x28 && b == 0x42
            ? State.ASCII
            : was == 0x28 && b == 0x4a
                ? State.ROMAN
                : was == 0x28 && b == 0x49
                    ? State.KATAKANA
                    : was == 0x24 && (b == 0x40 || b == 0x42) ? State.LEAD : null;
    if (next != null) {
      state = next;
      outputState = next;
      if (flag) {
        error();
      }
      flag = true;
      return;
    }
    restore(b);
    queue.addFirst(was);
    flag = false;
    state = outputState;
    error();
  }

  private void restore(int b) {
    if (b != END) {
      queue.addFirst(b);
    }
  }

  private void error() {
    emit(0xfffd);
  }

  private void emit(int point) {
    output.appendCodePoint(point);
  }
}
