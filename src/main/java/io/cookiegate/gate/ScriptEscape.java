package io.cookiegate.gate;

/** One escape sequence of JavaScript, read byte by byte (ECMA-262 section 12.9.4). */
final class ScriptEscape {
  /** More bytes are needed. */
  static final int MORE = -1;

  /** The sequence stands for no character: a line that goes on. */
  static final int NOTHING = -2;

  /** The sequence stood for a character that the byte before told, and this byte is not of it. */
  static final int BEFORE = -3;

  private enum Form {
    FIRST,
    HEX,
    UNICODE,
    BRACES,
    OCTAL,
    CARRIAGE_RETURN
  }

  private Form form = Form.FIRST;
  private int value;
  private int digits;

  void begin() {
    form = Form.FIRST;
    value = 0;
    digits = 0;
  }

  /** What a {@link #BEFORE} sequence stood for, or {@link #NOTHING}. */
  int value() {
    return form == Form.CARRIAGE_RETURN ? NOTHING : value;
  }

  /** Whether a {@link #BEFORE} sequence is of digits, as none but {@code \\0} is in strict code. */
  boolean isDigits(int next) {
    return form == Form.OCTAL && (digits > 1 || value > 0 || Character.digit(next, 16) >= 0);
  }

  /** Tells the digits. */
  void tellDigits(ScriptReader reader) {
    for (int shift = 3 * (digits - 1); shift >= 0; shift -= 3) {
      reader.string('0' + (value >> shift & 7));
    }
  }

  /** The character a byte completes, or one of the constants. */
  int read(int c) {
    return switch (form) {
      case FIRST -> first(c);
      case HEX -> hex(c, 2);
      case UNICODE -> unicode(c);
      case BRACES -> braces(c);
      case OCTAL -> octal(c);
      case CARRIAGE_RETURN -> c == '\n' ? NOTHING : BEFORE;
    };
  }

  private int first(int c) {
    return switch (c) {
      case 'x' -> more(Form.HEX);
      case 'u' -> more(Form.UNICODE);
      case '\r' -> more(Form.CARRIAGE_RETURN);
      case '\n' -> NOTHING;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b', 'v', 'f' -> ' ';
      case '0', '1', '2', '3', '4', '5', '6', '7' -> digit(c - '0', Form.OCTAL);
      default -> c;
    };
  }

  private int more(Form next) {
    form = next;
    return MORE;
  }

  private int digit(int digit, Form next) {
    value = Math.min(value * (next == Form.OCTAL ? 8 : 16) + digit, 1 << 24);
    digits++;
    return more(next);
  }

  private int hex(int c, int length) {
    int digit = Character.digit(c, 16);
    if (digit < 0) {
      return BEFORE;
    }
    digit(digit, form);
    return digits == length ? value : MORE;
  }

  private int unicode(int c) {
    return digits == 0 && c == '{' ? more(Form.BRACES) : hex(c, 4);
  }

  private int braces(int c) {
    int digit = Character.digit(c, 16);
    return digit < 0 ? value : digit(digit, Form.BRACES);
  }

  private int octal(int c) {
    boolean goesOn = c >= '0' && c <= '7' && digits < 3 && value * 8 + (c - '0') < 256;
    return goesOn ? digit(c - '0', Form.OCTAL) : BEFORE;
  }
}
