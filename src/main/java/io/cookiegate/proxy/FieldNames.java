package io.cookiegate.proxy;

import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The names of fields that Jetty knows, found by their bytes in any case, and what a name may consist of
 * (RFC 9110 5.1, 5.6.2).
 */
final class FieldNames {
  private static final String MARKS = "!#$%&'*+-.^_`|~";
  private static final byte[] LOWER = lower();
  private static final int SLOTS = 512;
  private static final HttpHeader[] KNOWN = new HttpHeader[SLOTS];

  static {
    for (HttpHeader header : HttpHeader.values()) {
      if (!header.isPseudo()) {
        KNOWN[free(header.lowerCaseName())] = header;
      }
    }
  }

  private FieldNames() {}

  private static byte[] lower() {
    byte[] lower = new byte[256];
    for (int c = 0; c < lower.length; c++) {
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (letter || (c >= '0' && c <= '9')) {
        lower[c] = (byte) (c | 0x20);
      } else if (MARKS.indexOf(c) >= 0) {
        lower[c] = (byte) c;
      }
    }
    return lower;
  }

  private static int free(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash, (byte) name.charAt(i));
    }
    int slot = slot(hash);
    while (KNOWN[slot] != null) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }

  /** A byte of a name in lower case; 0 for one that can't be in a name. */
  static byte lower(byte b) {
    return LOWER[b & 0xff];
  }

  /** The hash of a name, of which one more byte in lower case is known. */
  static int mix(int hash, byte lower) {
    return hash * 31 + lower;
  }

  private static int slot(int hash) {
    return ((hash * 0x9e3779b9) >>> 16) % SLOTS;
  }

  /** What Jetty calls a name; null where it does not know it. */
  static @Nullable HttpHeader known(byte[] bytes, int from, int to, int hash) {
    int slot = slot(hash);
    for (HttpHeader header = KNOWN[slot]; header != null; header = KNOWN[slot]) {
      if (is(header.lowerCaseName(), bytes, from, to)) {
        return header;
      }
      slot = (slot + 1) % SLOTS;
    }
    return null;
  }

  /** A known name in its usual case, if that is how it is spelled. */
  static @Nullable String spelled(HttpHeader header, byte[] bytes, int from) {
    String usual = header.asString();
    for (int i = 0; i < usual.length(); i++) {
      if (usual.charAt(i) != bytes[from + i]) {
        return null;
      }
    }
    return usual;
  }

  private static boolean is(String name, byte[] bytes, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != lower(bytes[from + i])) {
        return false;
      }
    }
    return true;
  }
}
