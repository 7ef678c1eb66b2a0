package io.cookiegate.demo;

import java.util.Map;

/** Text with places of the form {@code {{name}}}. */
final class Template {
  private Template() {}

  /** The text with its places filled; what is filled in is not read for places again. */
  static String fill(String text, Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
      int close = text.indexOf("}}", open);
      filled.append(text, from, open).append(value(values, text.substring(open + 2, close)));
      from = close + 2;
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** Text as it may stand in an element or in a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "A template of the demonstration has an unknown place: " + name + ".");
    }
    return value;
  }
}
