package io.cookiegate.proxy;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Keeps Jetty from judging request targets that only the upstream has to understand. Jetty reads a
 * path before any handler does, and answers 500 or 400 where it cannot; a request whose target it
 * would take exception to is shown to it with the path {@code /}, while {@link #uriOf} still tells
 * what came. Refused with 400 stay user information and fragments, which have no place in a target
 * (RFC 9112 3.2), and as in nginx paths with broken percent sequences, {@code %00} or {@code ..}
 * above the root.
 */
final class RawTarget implements HttpConfiguration.Customizer {
  @Override
  public Request customize(Request visitorRequest, HttpFields.Mutable responseFields) {
    HttpURI uri = visitorRequest.getHttpURI();
    boolean shown =
        !uri.hasViolations()
            || uri.hasViolation(Violation.USER_INFO)
            || uri.hasViolation(Violation.FRAGMENT);
    return shown ? visitorRequest : new Veiled(visitorRequest);
  }

  /** The URI as it came. */
  static HttpURI uriOf(Request visitorRequest) {
    Veiled veiled = Request.as(visitorRequest, Veiled.class);
    return veiled == null ? visitorRequest.getHttpURI() : veiled.getWrapped().getHttpURI();
  }

  private static final class Veiled extends Request.Wrapper {
    private final HttpURI uri;

    Veiled(Request visitorRequest) {
      super(visitorRequest);
      HttpURI came = visitorRequest.getHttpURI();
      this.uri = HttpURI.from(came.getScheme(), came.getHost(), came.getPort(), "/");
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }
  }
}
