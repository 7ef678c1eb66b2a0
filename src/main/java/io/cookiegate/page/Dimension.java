package io.cookiegate.page;

/** The reading of a dimension attribute (WHATWG HTML 2.3.4.4): whole pixels, or per cent. */
final class Dimension {
  private static final int MOST_DIGITS = 5;

  private Dimension() {}

  /** The dimension as an attribute has it; empty where it is none that is sensible. */
  static String of(String attribute) {
    String text = attribute.strip();
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > MOST_DIGITS) {
      return "";
    }
    boolean percent = digits < text.length() && text.charAt(digits) == '%';
    return text.substring(0, digits) + (percent ? "%" : "");
  }
}
