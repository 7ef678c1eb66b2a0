package io.cookiegate.gate;

/** Resolves the escapes of a style sheet on the way to a spotter (CSS Syntax 3, section 4.3.7). */
final class StyleEscape {
  private static final int MOST_DIGITS = 6;

  private final HostSpotter spotter;
  private final ScriptUnits units;
  private boolean escaping;
  private int digits;
  private int value;

  StyleEscape(HostSpotter spotter) {
    this.spotter = spotter;
    this.units = new ScriptUnits(spotter::read);
  }

  void begin() {
    escaping = false;
    units.begin();
  }

  void read(int c) {
    if (!escaping && c == '\\') {
      escaping = true;
      digits = 0;
      value = 0;
    } else if (!escaping) {
      spotter.read(c);
    } else {
      escaped(c);
    }
  }

  private void escaped(int c) {
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
    units.read(value);
    // One white space after the digits belongs to the escape.
    if (!AsciiText.isSpace(c)) {
      read(c);
    }
  }
}
