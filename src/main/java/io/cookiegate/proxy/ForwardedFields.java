package io.cookiegate.proxy;

import io.cookiegate.config.Forwarding;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The fields that tell an upstream for whom a request comes. What a visitor says in them is hearsay:
 * the gate says it anew. What a trusted proxy says in its dialect goes on, with the proxy added at its
 * end.
 */
final class ForwardedFields {
  private static final String UNKNOWN = "unknown";

  private final HttpFields came;
  private final @Nullable Arrival arrival;
  private final String visitor;
  private final String peer;
  private final String scheme;

  ForwardedFields(Request visitorRequest, @Nullable Arrival arrival) {
    this.came = visitorRequest.getHeaders();
    this.arrival = arrival;
    this.peer = text(arrival == null ? null : arrival.peer());
    this.visitor = isPassedOn() && arrival != null ? text(arrival.visitor()) : peer;
    this.scheme = visitorRequest.isSecure() ? "https" : "http";
  }

  private static String text(@Nullable InetAddress address) {
    return address == null ? UNKNOWN : address.getHostAddress();
  }

  /** Whether a field is one of them. */
  static boolean isOne(HttpField field) {
    return field.getHeader() == HttpHeader.FORWARDED
        || field.getName().regionMatches(true, 0, "X-Forwarded-", 0, 12);
  }

  /** Whether a trusted proxy speaks for somebody else. */
  private boolean isPassedOn() {
    return arrival != null
        && arrival.isVouched()
        && !Objects.equals(arrival.visitor(), arrival.peer());
  }

  private boolean speaks(Forwarding.Dialect dialect) {
    return isPassedOn() && arrival != null && arrival.forwarding().dialect() == dialect;
  }

  void into(HttpFields.Mutable going) {
    String host = came.get(HttpHeader.HOST);
    if (speaks(Forwarding.Dialect.X_FORWARDED)) {
      passOn(going);
    } else {
      going.add(HttpHeader.X_FORWARDED_FOR, isPassedOn() ? visitor + ", " + peer : peer);
    }
    if (host != null && !host.isEmpty() && !going.contains(HttpHeader.X_FORWARDED_HOST)) {
      going.add(HttpHeader.X_FORWARDED_HOST, host);
    }
    if (!going.contains(HttpHeader.X_FORWARDED_PROTO)) {
      going.add(HttpHeader.X_FORWARDED_PROTO, scheme);
    }
    going.add(HttpHeader.FORWARDED, forwarded(host));
  }

  /** What the proxy said in {@code X-Forwarded-*}, and itself at the end of the addresses. */
  private void passOn(HttpFields.Mutable going) {
    for (HttpField field : came) {
      boolean kept = isOne(field) && field.getHeader() != HttpHeader.FORWARDED;
      if (kept && field.getHeader() != HttpHeader.X_FORWARDED_FOR) {
        going.add(field);
      }
    }
    List<String> lines = came.getValuesList(HttpHeader.X_FORWARDED_FOR);
    going.add(HttpHeader.X_FORWARDED_FOR, String.join(", ", lines) + ", " + peer);
  }

  private String forwarded(@Nullable String host) {
    if (speaks(Forwarding.Dialect.FORWARDED)) {
      String lines = String.join(", ", came.getValuesList(HttpHeader.FORWARDED));
      return lines + ", for=" + node(peer);
    }
    StringBuilder forwarded = new StringBuilder(80).append("for=").append(node(visitor));
    if (host != null && !host.isEmpty()) {
      forwarded.append(";host=").append(quoted(host));
    }
    forwarded.append(";proto=").append(scheme);
    return (isPassedOn() ? forwarded.append(", for=").append(node(peer)) : forwarded).toString();
  }

  /** RFC 7239 6: an IPv6 address stands in brackets and quotes. */
  private static String node(String address) {
    return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
  }

  private static String quoted(String host) {
    return host.indexOf(':') < 0 ? host : '"' + host + '"';
  }
}
