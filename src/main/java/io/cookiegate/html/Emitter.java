package io.cookiegate.html;

/**
 * The one way out: knows whether the array at hand is the caller's (its ranges are kept) or the
 * rewriter's own carry (its ranges are made).
 */
final class Emitter {
  private final Output output;
  private byte[] callers = {};
  private byte last;

  Emitter(Output output) {
    this.output = output;
  }

  /** Names the array of the running write. */
  void reading(byte[] array) {
    callers = array;
  }

  /** Sends source bytes unchanged. */
  void keep(byte[] array, int from, int to) {
    if (from >= to) {
      return;
    }
    last = array[to - 1];
    if (array == callers) {
      output.kept(array, from, to);
    } else {
      output.made(array, from, to);
    }
  }

  /** Sends bytes that were not in the source. */
  void make(byte[] bytes) {
    if (bytes.length > 0) {
      last = bytes[bytes.length - 1];
      output.made(bytes, 0, bytes.length);
    }
  }

  /**
   * Keeps what was sent last apart from what follows something removed: of {@code <<img>script>} only
   * {@code <script>} would be left, a tag that was none.
   */
  void separate() {
    if (last == '<') {
      make(SPACE);
    }
  }

  private static final byte[] SPACE = {' '};
}
