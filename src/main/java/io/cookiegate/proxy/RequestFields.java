package io.cookiegate.proxy;

import static java.util.Objects.requireNonNullElse;

import io.cookiegate.gate.HeadEdits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/** The header fields of an upstream request, made from a visitor's. */
final class RequestFields {
  private static final HttpField CONNECTION_TE = new HttpField(HttpHeader.CONNECTION, "TE");
  private static final HttpField TE_TRAILERS = new HttpField(HttpHeader.TE, "trailers");

  private final Request visitorRequest;
  private final HttpFields came;
  private final HopByHop hopByHop;

  RequestFields(Request visitorRequest) {
    this.visitorRequest = visitorRequest;
    this.came = visitorRequest.getHeaders();
    this.hopByHop = HopByHop.of(came);
  }

  /** Puts what goes on into an upstream request's fields. */
  void into(HttpFields.Mutable going, HeadEdits edits, Upstream upstream, boolean via) {
    if (!came.contains(HttpHeader.HOST)) {
      going.add(HttpHeader.HOST, hostFor(upstream));
    }
    for (int i = 0; i < came.size(); i++) {
      HttpField field = came.getField(i);
      if (!edits.removes(i) && !hopByHop.holds(field) && !isForwarding(field)) {
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
    addForwarding(going);
    if (via) {
      addVia(going);
    }
  }

  /** HTTP/2's authority; a request of HTTP/1.0 may name no host at all. */
  private String hostFor(Upstream upstream) {
    boolean named = version().compareTo(HttpVersion.HTTP_1_1) > 0;
    String authority = named ? RawTarget.uriOf(visitorRequest).getAuthority() : null;
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

  /** What a visitor says here about where it comes from is hearsay: the gate says it anew. */
  private static boolean isForwarding(HttpField field) {
    return field.getHeader() == HttpHeader.FORWARDED
        || field.getName().regionMatches(true, 0, "X-Forwarded-", 0, 12);
  }

  private void addTrailersAccepted(HttpFields.Mutable going) {
    if (came.contains(HttpHeader.TE, "trailers")) {
      going.add(TE_TRAILERS);
      going.add(CONNECTION_TE);
    }
  }

  private void addForwarding(HttpFields.Mutable going) {
    String address = visitorAddress();
    String proto = visitorRequest.isSecure() ? "https" : "http";
    String host = came.get(HttpHeader.HOST);
    StringBuilder forwarded = new StringBuilder(80).append("for=").append(node(address));
    if (host != null && !host.isEmpty()) {
      going.add(HttpHeader.X_FORWARDED_HOST, host);
      forwarded.append(";host=").append(quoted(host));
    }
    going.add(HttpHeader.X_FORWARDED_FOR, address);
    going.add(HttpHeader.X_FORWARDED_PROTO, proto);
    going.add(HttpHeader.FORWARDED, forwarded.append(";proto=").append(proto).toString());
  }

  private String visitorAddress() {
    if (visitorRequest.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress socket) {
      InetAddress address = socket.getAddress();
      return address == null ? "unknown" : address.getHostAddress();
    }
    return "unknown";
  }

  /** RFC 7239 6: an IPv6 address stands in brackets and quotes. */
  private static String node(String address) {
    return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
  }

  private static String quoted(String host) {
    return host.indexOf(':') < 0 ? host : '"' + host + '"';
  }

  private void addVia(HttpFields.Mutable going) {
    String own = versionNumber() + " cookie-gate";
    String earlier = going.get(HttpHeader.VIA);
    going.put(HttpHeader.VIA, earlier == null ? own : earlier + ", " + own);
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
