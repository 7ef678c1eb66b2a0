package io.cookiegate.gate;

import io.cookiegate.classification.ScriptSymbols;

/** Resolves the escapes of a style sheet on the way to a spotter (CSS Syntax 3, section 4.3.7). */
final class StyleEscape {
  private static final int MOST_DIGITS = 6;

  private boolean escaping;
  private int digits;
  private int value;

  void begin() {
    escaping = false;
  }

  void read(int c, HostSpotter spotter) {
    if (!escaping && c == '\\') {
      escaping = true;
      digits = 0;
      value = 0;
    } else if (!escaping) {
      spotter.read(c);
    } else {
      escaped(c, spotter);
    }
  }

  private void escaped(int c, HostSpotter spotter) {
    int digit = Character.digit(c, 16);
    if (digit >= 0 && digits < MOST_DIGITS) {
      value = value * 16 + digit;
      digits++;
      return;
    }
    escaping = false;
    if (digits == 0) {
      spotter.read(c);
      return;
    }
    spotter.read(Math.min(value, ScriptSymbols.BEYOND_ASCII));
    // One white space after the digits belongs to the escape.
    if (!AsciiText.isSpace(c)) {
      read(c, spotter);
    }
  }
}
