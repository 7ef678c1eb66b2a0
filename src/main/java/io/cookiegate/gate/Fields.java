package io.cookiegate.gate;

import org.jspecify.annotations.Nullable;

/** Header or trailer fields in the order of the message, as a front door holds them. */
public interface Fields {
  /** The number of field lines. */
  int size();

  /** The name of a field line, in any case. */
  String name(int index);

  /** The value of a field line, each byte as one character (ISO-8859-1), without outer spaces. */
  String value(int index);

  /** The value of the first field line of a name; null where there is none. */
  default @Nullable String first(String name) {
    for (int i = 0; i < size(); i++) {
      if (name(i).equalsIgnoreCase(name)) {
        return value(i);
      }
    }
    return null;
  }
}
