package io.cookiegate.proxy;

import io.cookiegate.config.Deviation;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.http.UriCompliance;

/** Where the gate takes more than the letter of the standards, and where it does not. */
final class Compliance {
  /**
   * Requests are taken strictly but for what an operator allows by name; none of that makes two
   * readers of one message disagree about where it ends. The rest is refused (RFC 9112 11.2), as are Content-Length with Transfer-Encoding, several
   * Content-Lengths, bare line feeds, spaces before a colon, folded lines and several Hosts.
   */
  static HttpCompliance requests(Set<Deviation> allowed) {
    HttpCompliance.Violation[] violations =
        of(allowed, HttpCompliance.Violation.class).toArray(HttpCompliance.Violation[]::new);
    return violations.length == 0
        ? HttpCompliance.STRICT
        : HttpCompliance.STRICT.with("visitor", violations);
  }

  /** Answers of old upstreams may have bare line feeds, folded lines and spaces before a colon. */
  static final HttpCompliance ANSWERS =
      HttpCompliance.RFC9110.with(
          "upstream",
          Violation.LF_HEADER_TERMINATION,
          Violation.LF_CHUNK_TERMINATION,
          Violation.MULTILINE_FIELD_VALUE,
          Violation.WHITESPACE_AFTER_FIELD_NAME);

  /** Targets are the upstream's to read: the gate passes them on byte for byte. */
  static UriCompliance targets(Set<Deviation> allowed) {
    EnumSet<UriCompliance.Violation> violations =
        EnumSet.complementOf(
            EnumSet.of(UriCompliance.Violation.USER_INFO, UriCompliance.Violation.FRAGMENT));
    violations.addAll(of(allowed, UriCompliance.Violation.class).toList());
    return new UriCompliance("target", violations);
  }

  private static <V extends ComplianceViolation> Stream<V> of(
      Set<Deviation> allowed, Class<V> kind) {
    return allowed.stream().map(Compliance::violation).filter(kind::isInstance).map(kind::cast);
  }

  private static ComplianceViolation violation(Deviation deviation) {
    return switch (deviation) {
      case CASE_INSENSITIVE_METHOD -> Violation.CASE_INSENSITIVE_METHOD;
      case MULTILINE_FIELD_VALUE -> Violation.MULTILINE_FIELD_VALUE;
      case NO_COLON_AFTER_FIELD_NAME -> Violation.NO_COLON_AFTER_FIELD_NAME;
      case LF_HEADER_TERMINATION -> Violation.LF_HEADER_TERMINATION;
      case USER_INFO -> UriCompliance.Violation.USER_INFO;
      case FRAGMENT -> UriCompliance.Violation.FRAGMENT;
    };
  }

  private Compliance() {}
}
