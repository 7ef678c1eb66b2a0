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
    for (String name : names.split(",", -1)) {
      if (!names(name.strip())) {
        value = joined(value, name.strip());
      }
    }
  }

  private boolean names(String field) {
    if (value == null) {
      return false;
    }
    for (String name : value.split(",", -1)) {
      if (name.strip().equals("*") || name.strip().equalsIgnoreCase(field)) {
        return true;
      }
    }
    return false;
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
