package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is logged of every request, and where.
 *
 * @param file where lines are added; a name with {@code yyyy_mm_dd} is a file a day; null for
 *     standard output
 * @param keepDays for how many days the files of days are kept
 */
public record AccessLogSettings(
    Format format, Addresses addresses, @Nullable Path file, int keepDays) {
  /** The form of a line. */
  public enum Format {
    /** The common log format of NCSA and Apache httpd. */
    COMMON,
    /** The same with referrer and user agent. */
    COMBINED,
    /** An object of JSON. */
    JSON
  }

  /** What is told of the visitor's address. */
  public enum Addresses {
    /** The first 24 bits of an IPv4 address and 48 of an IPv6 one. */
    TRUNCATED,
    /** All of it. */
    FULL,
    /** Nothing. */
    NONE
  }

  public AccessLogSettings {
    requireNonNull(format, "format");
    requireNonNull(addresses, "addresses");
  }
}
