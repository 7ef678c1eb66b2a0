package io.cookiegate.gate;

import org.jspecify.annotations.Nullable;

/**
 * The {@code Vary} of one answer (RFC 9110 section 12.5.5): what the upstream says and what the gate
 * adds. Where the gate has something to say, all of it goes into one field line. Several lines mean
 * the same to the letter of RFC 9110 section 5.3, but nginx before 1.23 keeps its cache by the last
 * line alone, and would give one visitor's page to another.
 */
final class VaryField {
  private int first = -1;
  private @Nullable String value;
  private boolean merges;
  private int lines;

  /** Takes note of a line that the upstream sent. */
  void read(int index, String line) {
    if (first < 0) {
      first = index;
    }
    lines++;
    value = joined(value, line);
  }

  /** Adds names of request fields that are not there already. */
  void add(String names) {
    merges = true;
    for (int from = 0; from <= names.length(); from = end(names, from) + 1) {
      String name = element(names, from);
      if (!names(name)) {
        value = joined(value, name);
      }
    }
  }

  private boolean names(String field) {
    String list = value;
    for (int from = 0; list != null && from <= list.length(); from = end(list, from) + 1) {
      String name = element(list, from);
      if (name.equals("*") || name.equalsIgnoreCase(field)) {
        return true;
      }
    }
    return false;
  }

  /** The element of a list that begins at a place. */
  private static String element(String list, int from) {
    return list.substring(from, end(list, from)).strip();
  }

  private static int end(String list, int from) {
    int comma = list.indexOf(',', from);
    return comma < 0 ? list.length() : comma;
  }

  private static String joined(@Nullable String before, String more) {
    if (before == null || more.isBlank()) {
      return before == null ? more : before;
    }
    return before.isBlank() ? more : before + ", " + more;
  }

  /** Writes the one line in place of the first. */
  void edit(Fields fields, HeadEdits.Builder edits) {
    if (!merges || value == null) {
      return;
    }
    if (first < 0) {
      edits.add("Vary", value);
    } else if (!value.equals(fields.value(first))) {
      edits.replace(first, value);
    }
    for (int i = first + 1; lines > 1 && i < fields.size(); i++) {
      if (FieldName.of(fields.name(i)) == FieldName.VARY) {
        edits.remove(i);
      }
    }
  }
}
