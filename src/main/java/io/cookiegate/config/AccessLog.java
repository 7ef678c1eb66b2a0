package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is logged of every request, and where.
 *
 * @param file null for standard output
 * @param keepDays for how many days the files of days are kept
 */
public record AccessLog(Format format, Addresses addresses, @Nullable Path file, int keepDays) {
  /** The form of a line. */
  public enum Format {
    COMMON,
    COMBINED,
    JSON
  }

  /** What is told of a visitor's address. */
  public enum Addresses {
    TRUNCATED,
    FULL,
    NONE
  }

  public AccessLog {
    requireNonNull(format, "format");
    requireNonNull(addresses, "addresses");
  }
}
