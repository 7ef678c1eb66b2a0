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

  /** Whether the beginning of an escape was read and not its end. */
  boolean isOpen() {
    return escaping;
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
      escapedByte(c);
      return;
    }
    spelled();
    // One white space after the digits belongs to the escape.
    if (!AsciiText.isSpace(c)) {
      read(c);
    }
  }

  /** Ends the style, and with it an escape. */
  void end() {
    if (escaping && digits > 0) {
      spelled();
    }
    escaping = false;
  }

  // A tab or a line break is left out of an address.
  private void spelled() {
    if (value != '\t' && value != '\n' && value != '\r') {
      units.read(value);
    }
  }

  private void escapedByte(int c) {
    if (c != '\n' && c != '\r' && c != '\f') {
      spotter.read(c);
    }
  }
}
