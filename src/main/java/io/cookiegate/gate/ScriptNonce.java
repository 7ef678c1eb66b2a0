package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.StartTag;

/** The nonce of the script element at hand (CSP 3, section 2.3.1); what stands for it needs the same. */
final class ScriptNonce {
  private static final int LONGEST = 256;

  private final byte[] value = new byte[LONGEST];
  private int length;

  /** Reads that of an element; a value that could not be one is none. */
  void read(StartTag tag) {
    length = 0;
    int i = tag.indexOf(Attribute.NONCE);
    if (i >= 0) {
      copy(tag.array(), tag.valueFrom(i), tag.valueTo(i));
    }
  }

  private void copy(byte[] a, int from, int to) {
    boolean valid = to - from <= LONGEST;
    for (int i = from; i < to && valid; i++) {
      valid = isBase64(a[i]);
    }
    if (valid) {
      System.arraycopy(a, from, value, 0, to - from);
      length = to - from;
    }
  }

  private static boolean isBase64(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "+/-_=".indexOf(c) >= 0;
  }

  /** Its text; empty where there is none. */
  @Override
  public String toString() {
    return new String(value, 0, length, US_ASCII);
  }
}
