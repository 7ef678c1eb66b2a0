package io.cookiegate.proxy;

import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;

/**
 * A deviation from HTTP that visitors' requests may have. None of these moves the end of a request or
 * the host that it is for: what goes on to the upstream is written anew, without them.
 */
public enum Deviation {
  /** {@code get} is taken for {@code GET}. */
  CASE_INSENSITIVE_METHOD,
  /** A value that goes on in the next line. */
  MULTILINE_FIELD_VALUE,
  /** A field that is a name alone. */
  NO_COLON_AFTER_FIELD_NAME,
  /** Lines of a head that end with a line feed alone. */
  LF_HEADER_TERMINATION,
  /** A user and a password before the host of a target. */
  USER_INFO,
  /** A fragment behind a target. */
  FRAGMENT;

  /** Jetty's word for it. */
  ComplianceViolation violation() {
    return switch (this) {
      case CASE_INSENSITIVE_METHOD -> HttpCompliance.Violation.CASE_INSENSITIVE_METHOD;
      case MULTILINE_FIELD_VALUE -> HttpCompliance.Violation.MULTILINE_FIELD_VALUE;
      case NO_COLON_AFTER_FIELD_NAME -> HttpCompliance.Violation.NO_COLON_AFTER_FIELD_NAME;
      case LF_HEADER_TERMINATION -> HttpCompliance.Violation.LF_HEADER_TERMINATION;
      case USER_INFO -> UriCompliance.Violation.USER_INFO;
      case FRAGMENT -> UriCompliance.Violation.FRAGMENT;
    };
  }
}
