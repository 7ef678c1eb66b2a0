package io.cookiegate.host;

import org.jspecify.annotations.Nullable;

/** The Punycode encoding of a label (RFC 3492), without its {@code xn--}. */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 0x80;

  private Punycode() {}

  static String encode(String label) {
    int[] points = label.codePoints().toArray();
    StringBuilder output = new StringBuilder();
    label.codePoints().filter(c -> c < INITIAL_N).forEach(output::appendCodePoint);
    int basic = output.length();
    if (basic > 0) {
      output.append('-');
    }
    int n = INITIAL_N;
    int bias = INITIAL_BIAS;
    long delta = 0;
    for (int done = basic; done < points.length; n++) {
      int next = smallestFrom(points, n);
      delta += (long) (next - n) * (done + 1);
      n = next;
      for (int point : points) {
        if (point < n) {
          delta++;
        } else if (point == n) {
          appendNumber(output, delta, bias);
          bias = adapt(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
    }
    return output.toString();
  }

  private static int smallestFrom(int[] points, int n) {
    int smallest = Integer.MAX_VALUE;
    for (int point : points) {
      smallest = point >= n ? Math.min(smallest, point) : smallest;
    }
    return smallest;
  }

  private static void appendNumber(StringBuilder output, long number, int bias) {
    long rest = number;
    for (int k = BASE; ; k += BASE) {
      int threshold = threshold(k, bias);
      if (rest < threshold) {
        output.append(digit((int) rest));
        return;
      }
      output.append(digit((int) (threshold + (rest - threshold) % (BASE - threshold))));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  /** The label of an encoded text, or null where it is not well-formed. */
  static @Nullable String decode(String encoded) {
    int delimiter = encoded.lastIndexOf('-');
    Decoder decoder = new Decoder(encoded, delimiter + 1);
    for (int i = 0; i < delimiter; i++) {
      decoder.points[decoder.count++] = encoded.charAt(i);
    }
    return decoder.decode();
  }

  /** The decoding loop of RFC 3492 section 6.2, one insertion at a time. */
  private static final class Decoder {
    final int[] points;
    int count;
    private final String encoded;
    private int at;
    private int bias = INITIAL_BIAS;
    private long n = INITIAL_N;
    private long i;

    Decoder(String encoded, int from) {
      this.encoded = encoded;
      this.at = from;
      this.points = new int[encoded.length() + 1];
    }

    @Nullable String decode() {
      while (at < encoded.length()) {
        long delta = number();
        if (delta < 0 || !insert(delta)) {
          return null;
        }
      }
      return new String(points, 0, count);
    }

    private boolean insert(long delta) {
      boolean first = i == 0;
      i += delta;
      n += i / (count + 1);
      if (n > Character.MAX_CODE_POINT || isSurrogate(n)) {
        return false;
      }
      int index = (int) (i % (count + 1));
      bias = adapt(delta, count + 1, first);
      System.arraycopy(points, index, points, index + 1, count - index);
      points[index] = (int) n;
      count++;
      i = index + 1L;
      return true;
    }

    /** The next generalised variable-length integer, or -1. */
    private long number() {
      long number = 0;
      long weight = 1;
      for (int k = BASE; number <= Integer.MAX_VALUE && weight <= Integer.MAX_VALUE; k += BASE) {
        int digit = at < encoded.length() ? value(encoded.charAt(at++)) : -1;
        if (digit < 0) {
          return -1;
        }
        number += digit * weight;
        int threshold = threshold(k, bias);
        if (digit < threshold) {
          return number;
        }
        weight *= BASE - threshold;
      }
      return -1;
    }
  }

  private static boolean isSurrogate(long n) {
    return n >= Character.MIN_SURROGATE && n <= Character.MAX_SURROGATE;
  }

  private static int threshold(int k, int bias) {
    return Math.max(T_MIN, Math.min(T_MAX, k - bias));
  }

  private static int adapt(long delta, int points, boolean first) {
    long rest = first ? delta / DAMP : delta / 2;
    rest += rest / points;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int value(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
