package io.cookiegate.config;

/** A piece of somebody's file as it is shown back: quoted, on one line, not longer than a line. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
    return shown.append(isLong(text) ? "...\"" : "\"").toString();
  }

  private static boolean isLong(String text) {
    return text.codePointCount(0, text.length()) > LONGEST;
  }

  // A message goes to terminals and logs: what would move a cursor or a line there is spelled out.
  private static void append(StringBuilder shown, int point) {
    switch (point) {
      case '\n' -> shown.append("\\n");
      case '\t' -> shown.append("\\t");
      case '"' -> shown.append("\\\"");
      default -> appendPrintable(shown, point);
    }
  }

  private static void appendPrintable(StringBuilder shown, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          shown.append(String.format("\\u{%x}", point));
      default -> shown.appendCodePoint(point);
    }
  }
}
