package io.cookiegate.proxy;

import java.util.EnumSet;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.http.UriCompliance;

/** Where the gate takes more than the letter of the standards, and where it does not. */
final class Compliance {
  /**
   * Requests are taken strictly: whatever makes two readers of one message disagree about where it
   * ends is refused (RFC 9112 11.2), as are Content-Length with Transfer-Encoding, several
   * Content-Lengths, bare line feeds, spaces before a colon, folded lines and several Hosts.
   */
  static final HttpCompliance REQUESTS = HttpCompliance.STRICT;

  /** Answers of old upstreams may have bare line feeds, folded lines and spaces before a colon. */
  static final HttpCompliance ANSWERS =
      HttpCompliance.RFC9110.with(
          "upstream",
          Violation.LF_HEADER_TERMINATION,
          Violation.LF_CHUNK_TERMINATION,
          Violation.MULTILINE_FIELD_VALUE,
          Violation.WHITESPACE_AFTER_FIELD_NAME);

  /** Targets are the upstream's to read: the gate passes them on byte for byte. */
  static final UriCompliance TARGETS =
      new UriCompliance(
          "target",
          EnumSet.complementOf(
              EnumSet.of(UriCompliance.Violation.USER_INFO, UriCompliance.Violation.FRAGMENT)));

  private Compliance() {}
}
