package io.cookiegate.proxy;

import io.cookiegate.config.Forwarding;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's request with what the gate knows of it besides its head: whom it comes from, its id, and
 * in the end what became of it.
 *
 * <p>It also keeps Jetty from judging request targets that only the upstream has to understand. Jetty
 * reads a path before any handler does, and answers 500 or 400 where it cannot; a request whose target
 * it would take exception to is shown to it with the path {@code /}, while {@link #uriOf} still tells
 * what came. Refused with 400 stay user information and fragments, which have no place in a target (RFC
 * 9112 3.2), and as in nginx paths with broken percent sequences, {@code %00} or {@code ..} above the
 * root.
 */
final class Arrival extends Request.Wrapper {
  private static final String OUTCOME = Outcome.class.getName();

  private final HttpURI shown;
  private final @Nullable String rawTarget;
  private final Forwarding forwarding;
  private final @Nullable InetAddress peer;
  private final boolean vouched;
  private final @Nullable InetAddress visitor;
  private final boolean secure;
  private final boolean broughtId;
  private final String id;
  private final Outcome outcome = new Outcome();

  Arrival(Request visitorRequest, Forwarding forwarding) {
    super(visitorRequest);
    this.shown = shown(visitorRequest.getHttpURI());
    this.rawTarget = VisitorConnections.targetOf(visitorRequest);
    this.forwarding = forwarding;
    this.peer = peer(visitorRequest);
    this.vouched = peer != null && !forwarding.trusted().isEmpty() && forwarding.trusts(peer);
    Hops.Hop hop =
        vouched
            ? Hops.of(visitorRequest.getHeaders(), forwarding.dialect()).visitor(forwarding)
            : null;
    InetAddress told = hop == null ? null : hop.address();
    this.visitor = told == null ? peer : told;
    String scheme = hop == null ? "" : hop.scheme();
    this.secure = scheme.isEmpty() ? visitorRequest.isSecure() : scheme.equalsIgnoreCase("https");
    String given = visitorRequest.getHeaders().get(RequestId.FIELD);
    this.broughtId = RequestId.isFit(given);
    this.id = broughtId && given != null ? given : RequestId.random();
  }

  private static HttpURI shown(HttpURI came) {
    boolean plain =
        !came.hasViolations()
            || came.hasViolation(Violation.USER_INFO)
            || came.hasViolation(Violation.FRAGMENT);
    return plain ? came : HttpURI.from(came.getScheme(), came.getHost(), came.getPort(), "/");
  }

  static @Nullable InetAddress peer(Request visitorRequest) {
    return visitorRequest.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress socket
        ? socket.getAddress()
        : null;
  }

  /** The arrival that a request wraps; null where Jetty refused it before it was one. */
  static @Nullable Arrival of(Request visitorRequest) {
    return Request.as(visitorRequest, Arrival.class);
  }

  /** Where what becomes of a request is written down, also of one that Jetty refused. */
  static Outcome outcomeOf(Request visitorRequest) {
    Arrival arrival = of(visitorRequest);
    return arrival == null ? outcomeOfRefused(visitorRequest) : arrival.outcome;
  }

  private static Outcome outcomeOfRefused(Request visitorRequest) {
    if (visitorRequest.getAttribute(OUTCOME) instanceof Outcome known) {
      return known;
    }
    Outcome outcome = new Outcome();
    visitorRequest.setAttribute(OUTCOME, outcome);
    return outcome;
  }

  /** The URI as it came. */
  static HttpURI uriOf(Request visitorRequest) {
    Arrival arrival = of(visitorRequest);
    return arrival == null ? visitorRequest.getHttpURI() : arrival.getWrapped().getHttpURI();
  }

  @Override
  public HttpURI getHttpURI() {
    return shown;
  }

  /** Whether the visitor came by https, to the gate or to a trusted proxy in front of it. */
  @Override
  public boolean isSecure() {
    return secure;
  }

  /** The target of HTTP/1 as it came, each byte as one character; null where all of it is ASCII. */
  @Nullable String rawTarget() {
    return rawTarget;
  }

  Forwarding forwarding() {
    return forwarding;
  }

  /** The other end of the connection, by the word of PROXY protocol where that is spoken. */
  @Nullable InetAddress peer() {
    return peer;
  }

  /** Whether that is a trusted proxy. */
  boolean isVouched() {
    return vouched;
  }

  /** Where the visitor is, as far as that can be believed. */
  @Nullable InetAddress visitor() {
    return visitor;
  }

  String id() {
    return id;
  }

  /** Whether a site's answer to it carries its id. */
  boolean isToldOf() {
    return broughtId || forwarding.requestIds() == Forwarding.RequestIds.ALWAYS;
  }

  Outcome outcome() {
    return outcome;
  }
}
