package io.cookiegate.config;

import static io.cookiegate.config.Kinds.spelling;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deviation from HTTP that requests of old clients may have, where an operator names it. */
public enum Deviation {
  /** {@code get} is taken for {@code GET} (RFC 9110 9.1). */
  CASE_INSENSITIVE_METHOD,
  /** A value that goes on in the next line, the line break read as a space (RFC 9112 5.2). */
  MULTILINE_FIELD_VALUE,
  /** A line of a head that has a name and no colon, read as a field without a value. */
  NO_COLON_AFTER_FIELD_NAME,
  /** Lines of a head that end with a line feed alone (RFC 9112 2.2). */
  LF_HEADER_TERMINATION,
  /** A user and a password in a target with a host; they do not go on (RFC 9110 4.2.4). */
  USER_INFO,
  /** A fragment in a target; it does not go on (RFC 9112 3.2). */
  FRAGMENT;

  /**
   * The names that Jetty has for deviations by which two readers of one request can come to disagree
   * about where it ends, or about the site that it is for (RFC 9112 11.2): nobody can have them.
   */
  private static final List<String> SMUGGLING =
      List.of(
          "transfer-encoding-with-content-length",
          "multiple-content-lengths",
          "whitespace-after-field-name",
          "lf-chunk-termination",
          "case-sensitive-field-name",
          "duplicate-host-headers",
          "unsafe-host-header",
          "mismatched-authority",
          "http-0-9");

  /** How one is written. */
  static final class Text implements Kind.OfText<Deviation> {
    @Override
    public String form() {
      return Arrays.stream(values()).map(Kinds::spelling).collect(joining(" or "));
    }

    @Override
    public @Nullable Deviation parse(String text) {
      return Arrays.stream(values())
          .filter(one -> spelling(one).equals(text))
          .findFirst()
          .orElse(null);
    }

    @Override
    public String remedy(String text) {
      String why =
          SMUGGLING.contains(text)
              ? "with it a request can be smuggled past who reads it otherwise; "
              : "";
      return why + "allowed is " + form();
    }
  }
}
