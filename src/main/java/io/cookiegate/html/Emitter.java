package io.cookiegate.html;

/**
 * The one way out: knows whether the array at hand is the caller's (its ranges are kept) or the
 * rewriter's own carry (its ranges are made).
 */
final class Emitter {
  private final Output output;
  private byte[] callers = {};

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
    if (array == callers) {
      output.kept(array, from, to);
    } else {
      output.made(array, from, to);
    }
  }

  /** Sends bytes that were not in the source. */
  void make(byte[] bytes) {
    if (bytes.length > 0) {
      output.made(bytes, 0, bytes.length);
    }
  }
}
