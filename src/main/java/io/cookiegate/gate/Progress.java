package io.cookiegate.gate;

import java.util.Arrays;

/** How much was made of a body's first bytes, at some places in rising order. Immutable. */
final class Progress {
  private static final int MOST = 512;

  static final Progress NONE = new Progress(new int[] {0}, new int[] {0});

  private final int[] read;
  private final int[] made;

  private Progress(int[] read, int[] made) {
    this.read = read;
    this.made = made;
  }

  int madeOf(int bytes) {
    return made[place(bytes)];
  }

  boolean isKnownAt(int bytes) {
    return read[place(bytes)] == bytes;
  }

  /** The last place that is not behind these bytes. */
  private int place(int bytes) {
    int found = Arrays.binarySearch(read, bytes);
    return found >= 0 ? found : -found - 2;
  }

  /** The same with another place, unless it has too many. */
  Progress with(int bytes, int madeOfThem) {
    if (isKnownAt(bytes) || read.length == MOST) {
      return this;
    }
    int at = place(bytes) + 1;
    return new Progress(with(read, at, bytes), with(made, at, madeOfThem));
  }

  /** What it takes, now or when more is learned. */
  static int size(int bytes) {
    return 2 * Integer.BYTES * Math.min(MOST, 64 + bytes / NotedBody.STEP);
  }

  private static int[] with(int[] values, int at, int value) {
    int[] more = Arrays.copyOf(values, values.length + 1);
    System.arraycopy(values, at, more, at + 1, values.length - at);
    more[at] = value;
    return more;
  }
}
