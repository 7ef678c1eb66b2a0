package io.cookiegate.diagnostic;

import static java.util.Objects.requireNonNull;

/**
 * A place in a text that somebody wrote: a file and, one-based, a line and a column.
 *
 * @param file the name as the operator gave it; never resolved to an absolute path
 * @param line the line, from 1; 0 where the file as a whole is meant
 * @param column the column in UTF-16 code units, from 1; 0 where the line as a whole is meant
 */
public record Position(String file, int line, int column) {
  public Position {
    requireNonNull(file, "file");
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("line and column count from 0: " + line + ", " + column);
    }
  }

  /** A position that names the whole file. */
  public static Position ofFile(String file) {
    return new Position(file, 0, 0);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
