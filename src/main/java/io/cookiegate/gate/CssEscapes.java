package io.cookiegate.gate;

/** Resolves the escapes of CSS in a text that comes byte by byte (CSS Syntax 3, section 4.3.7). */
abstract class CssEscapes {
  private static final int MOST_DIGITS = 6;

  private boolean escaping;
  private int digits;
  private int value;

  /** Begins with a text. */
  final void beginEscapes() {
    escaping = false;
  }

  /** Whether the beginning of an escape was read and not its end. */
  final boolean isEscaping() {
    return escaping;
  }

  final void read(int c) {
    if (escaping) {
      escaped(c);
    } else if (c == '\\' && escapesHere()) {
      escaping = true;
      digits = 0;
      value = 0;
    } else {
      plain(c);
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
    spelled(value);
    // One white space after the digits belongs to the escape.
    if (!AsciiText.isSpace(c)) {
      read(c);
    }
  }

  /** Ends the text, and with it an escape. */
  final void endEscapes() {
    if (escaping && digits > 0) {
      spelled(value);
    }
    escaping = false;
  }

  /** Whether a backslash begins an escape at this place. */
  abstract boolean escapesHere();

  /** Takes a byte that stands for itself. */
  abstract void plain(int c);

  /** Takes a byte behind a backslash that is no digit. */
  abstract void escapedByte(int c);

  /** Takes a character that its number stands for. */
  abstract void spelled(int character);
}
