package io.cookiegate.proxy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one head that are for this connection only and do not go on (RFC 9110 7.6.1): a
 * fixed list, and those that {@code Connection} names. {@code Trailer} is not among them: the gate
 * passes trailers on.
 */
final class HopByHop {
  private static final Set<HttpHeader> ALWAYS =
      EnumSet.of(
          HttpHeader.CONNECTION,
          HttpHeader.KEEP_ALIVE,
          HttpHeader.PROXY_AUTHORIZATION,
          HttpHeader.PROXY_AUTHENTICATE,
          HttpHeader.PROXY_CONNECTION,
          HttpHeader.TRANSFER_ENCODING,
          HttpHeader.TE,
          HttpHeader.UPGRADE,
          HttpHeader.HTTP2_SETTINGS);

  /** Fields that would change the message's framing or place if {@code Connection} could drop them. */
  private static final Set<String> NEVER = Set.of("host", "content-length");

  private static final HopByHop UNNAMED = new HopByHop(Set.of());

  private final Set<String> named;

  private HopByHop(Set<String> named) {
    this.named = named;
  }

  static HopByHop of(HttpFields head) {
    Set<String> named = null;
    for (HttpField field : head) {
      if (field.getHeader() == HttpHeader.CONNECTION && !isUsual(field.getValue())) {
        named = addNames(field, named == null ? new HashSet<>() : named);
      }
    }
    return named == null ? UNNAMED : new HopByHop(named);
  }

  /** What nearly all heads say names no field that is not held anyway. */
  private static boolean isUsual(@Nullable String connection) {
    return "keep-alive".equalsIgnoreCase(connection) || "close".equalsIgnoreCase(connection);
  }

  private static Set<String> addNames(HttpField connection, Set<String> named) {
    for (String name : connection.getValues()) {
      String lower = name.trim().toLowerCase(Locale.ROOT);
      if (!NEVER.contains(lower)) {
        named.add(lower);
      }
    }
    return named;
  }

  /** Whether a field stays behind. */
  boolean holds(HttpField field) {
    HttpHeader header = field.getHeader();
    return (header != null && ALWAYS.contains(header))
        || (!named.isEmpty() && named.contains(field.getLowerCaseName()));
  }
}
