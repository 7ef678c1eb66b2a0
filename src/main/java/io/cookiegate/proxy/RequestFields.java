package io.cookiegate.proxy;

import static java.util.Objects.requireNonNullElse;

import io.cookiegate.config.Forwarding;
import io.cookiegate.gate.HeadEdits;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The header fields of an upstream request, made from a visitor's. */
final class RequestFields {
  /** What the gate calls itself in {@code Via} (RFC 9110 7.6.3). */
  static final String PSEUDONYM = "cookie-gate";

  private static final HttpField CONNECTION_TE = new HttpField(HttpHeader.CONNECTION, "TE");
  private static final HttpField TE_TRAILERS = new HttpField(HttpHeader.TE, "trailers");

  private final Request visitorRequest;
  private final HttpFields came;
  private final HopByHop hopByHop;
  private final @Nullable Arrival arrival;
  private final Forwarding forwarding;

  RequestFields(Request visitorRequest) {
    this.visitorRequest = visitorRequest;
    this.arrival = Arrival.of(visitorRequest);
    this.forwarding = arrival == null ? Forwarding.DEFAULT : arrival.forwarding();
    this.came = visitorRequest.getHeaders();
    this.hopByHop = HopByHop.of(came);
  }

  /** Puts what goes on into an upstream request's fields. */
  void into(HttpFields.Mutable going, HeadEdits edits, Upstream upstream) {
    if (!came.contains(HttpHeader.HOST)) {
      going.add(HttpHeader.HOST, hostFor(upstream));
    }
    for (int i = 0; i < came.size(); i++) {
      HttpField field = came.getField(i);
      if (!edits.removes(i) && !hopByHop.holds(field) && !ForwardedFields.isOne(field)) {
        String value = edits.replacement(i);
        add(
            going,
            value == null ? field : new HttpField(field.getHeader(), field.getName(), value));
      }
    }
    for (HeadEdits.Field field : edits.added()) {
      going.add(field.name(), field.value());
    }
    addTrailersAccepted(going);
    new ForwardedFields(visitorRequest, arrival).into(going);
    addRequestId(going);
    if (forwarding.via()) {
      addVia(going);
    }
  }

  private void addRequestId(HttpFields.Mutable going) {
    if (arrival != null && forwarding.requestIds() != Forwarding.RequestIds.NONE) {
      going.put(RequestId.FIELD, arrival.id());
    }
  }

  /** HTTP/2's authority; a request of HTTP/1.0 may name no host at all. */
  private String hostFor(Upstream upstream) {
    boolean named = version().compareTo(HttpVersion.HTTP_1_1) > 0;
    String authority = named ? Arrival.uriOf(visitorRequest).getAuthority() : null;
    return requireNonNullElse(authority, upstream.authority());
  }

  /** Cookie pairs may come in several fields by HTTP/2, but not go so by HTTP/1 (RFC 9113 8.2.3). */
  private static void add(HttpFields.Mutable going, HttpField field) {
    if (field.getHeader() == HttpHeader.COOKIE && going.contains(HttpHeader.COOKIE)) {
      going.put(HttpHeader.COOKIE, going.get(HttpHeader.COOKIE) + "; " + field.getValue());
    } else {
      going.add(field);
    }
  }

  private void addTrailersAccepted(HttpFields.Mutable going) {
    if (came.contains(HttpHeader.TE, "trailers")) {
      going.add(TE_TRAILERS);
      going.add(CONNECTION_TE);
    }
  }

  private void addVia(HttpFields.Mutable going) {
    String own = versionNumber() + " " + PSEUDONYM;
    List<String> earlier = going.getValuesList(HttpHeader.VIA);
    going.put(HttpHeader.VIA, earlier.isEmpty() ? own : String.join(", ", earlier) + ", " + own);
  }

  private String versionNumber() {
    return version() == HttpVersion.HTTP_2 ? "2" : version().asString().substring(5);
  }

  private HttpVersion version() {
    return visitorRequest.getConnectionMetaData().getHttpVersion();
  }

  /** Whether the visitor waits for a word of the upstream before sending the body. */
  boolean expectsContinue() {
    return came.contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
  }
}
