package io.cookiegate.gate;

import io.cookiegate.cookie.SetCookie;
import io.cookiegate.host.RegistrableDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The gated cookies that a browser still sends, to be expired with the next page: without a Domain
 * and for every parent domain of the host down to the registrable one, because a request does not
 * tell which of them was set.
 */
final class Leftovers {
  // An answer stays within what browsers and proxies take of header fields; the rest goes with the
  // next page, because the browser sends it again.
  private static final int MOST_NAMES = 20;

  private final List<String> names = new ArrayList<>(4);

  /** Notes a name where it is gated; hands on whether it is. */
  boolean addIf(boolean gated, String name) {
    if (gated && names.size() < MOST_NAMES && !names.contains(name)) {
      names.add(name);
    }
    return gated;
  }

  /** Gives each field that expires them to a receiver of name and value. */
  void expire(
      BiConsumer<String, String> fields, String host, boolean secure, GateObserver observer) {
    List<String> domains = RegistrableDomain.parents(host);
    for (String name : names) {
      fields.accept("Set-Cookie", SetCookie.expire(name, null, "/", secure));
      for (String domain : domains) {
        fields.accept("Set-Cookie", SetCookie.expire(name, domain, "/", secure));
      }
      observer.cookieSent(name, null, GateObserver.Outcome.EXPIRED);
    }
  }
}
