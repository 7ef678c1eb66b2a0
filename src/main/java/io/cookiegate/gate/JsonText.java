package io.cookiegate.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text of JSON (RFC 8259) read into maps, lists and strings. Numbers and the three names are all
 * {@link #OTHER}, for nobody asks for their value.
 */
final class JsonText {
  /** A value that is no map, list or string. */
  static final Object OTHER = new Object();

  private static final int DEEPEST = 32;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** The value that a text is; null where it is none, or nested too deeply. */
  static @Nullable Object parse(String text) {
    JsonText json = new JsonText(text);
    try {
      Object value = json.value(0);
      json.skipSpace();
      return json.at == text.length() ? value : null;
    } catch (Malformed e) {
      return null;
    }
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed() {
      super(null, null, false, false);
    }
  }

  private Object value(int depth) throws Malformed {
    skipSpace();
    if (depth > DEEPEST) {
      throw new Malformed();
    }
    return switch (peek()) {
      case '{' -> map(depth + 1);
      case '[' -> list(depth + 1);
      case '"' -> string();
      default -> other();
    };
  }

  private Map<String, List<Object>> map(int depth) throws Malformed {
    Map<String, List<Object>> map = new LinkedHashMap<>();
    take('{');
    if (closes('}')) {
      return map;
    }
    do {
      skipSpace();
      String key = string();
      skipSpace();
      take(':');
      map.computeIfAbsent(key, name -> new ArrayList<>()).add(value(depth));
    } while (goesOn('}'));
    return map;
  }

  private List<Object> list(int depth) throws Malformed {
    List<Object> list = new ArrayList<>();
    take('[');
    if (closes(']')) {
      return list;
    }
    do {
      list.add(value(depth));
    } while (goesOn(']'));
    return list;
  }

  private boolean closes(char end) throws Malformed {
    skipSpace();
    if (peek() != end) {
      return false;
    }
    at++;
    return true;
  }

  private boolean goesOn(char end) throws Malformed {
    if (closes(end)) {
      return false;
    }
    take(',');
    return true;
  }

  private String string() throws Malformed {
    take('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() throws Malformed {
    char c = peek();
    at++;
    return switch (c) {
      case 'u' -> unit();
      case 'b', 'f', 'n', 'r', 't' -> ' ';
      default -> c;
    };
  }

  private char unit() throws Malformed {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw new Malformed();
      }
      value = value << 4 | digit;
      at++;
    }
    return (char) value;
  }

  private Object other() throws Malformed {
    int from = at;
    while (at < text.length() && ",]}: \t\r\n\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw new Malformed();
    }
    return OTHER;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws Malformed {
    if (at == text.length()) {
      throw new Malformed();
    }
    return text.charAt(at);
  }

  private void take(char expected) throws Malformed {
    if (peek() != expected) {
      throw new Malformed();
    }
    at++;
  }
}
