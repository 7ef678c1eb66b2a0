package io.cookiegate.gate;

import io.cookiegate.cookie.CookiePaths;
import io.cookiegate.cookie.SetCookie;
import io.cookiegate.host.RegistrableDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The gated cookies that a browser still sends, to be expired with the next page. A request tells
 * their names and not where they were put, so each is expired wherever it can be: without a Domain
 * and for every parent domain of the host down to the registrable one, at {@code /} and at every
 * folder above the page.
 */
final class Leftovers {
  // An answer stays within what browsers and proxies take of header fields; the rest goes with the
  // next page, because the browser sends it again.
  private static final int MOST_NAMES = 20;

  /** Fields for places other than {@code /}. The first name gets all of its own, however many. */
  private static final int MOST_ELSEWHERE = 24;

  private final List<String> names = new ArrayList<>(4);

  /** Notes a name where it is gated; hands on whether it is. */
  boolean addIf(boolean gated, String name) {
    if (gated && names.size() < MOST_NAMES && !names.contains(name)) {
      names.add(name);
    }
    return gated;
  }

  /**
   * Gives each field that expires them to a receiver of name and value.
   *
   * @param page the path and query of the page that the visitor is on
   */
  void expire(
      BiConsumer<String, String> fields, RequestHead request, String page, GateObserver observer) {
    if (names.isEmpty()) {
      return;
    }
    Places places = new Places(request.host(), request.secure(), page);
    Consumer<String> cookies = field -> fields.accept("Set-Cookie", field);
    for (String name : names) {
      places.atRoot(name, cookies);
      observer.cookieSent(name, null, GateObserver.Outcome.EXPIRED);
    }
    // Browsers send the cookies of the longest paths first (RFC 6265bis section 5.8.3): those that
    // may be below the root come before those that are not.
    int left = MOST_ELSEWHERE;
    for (int i = 0; i < names.size() && left > 0; i++) {
      left -= places.elsewhere(names.get(i), cookies);
    }
  }

  /** Where a cookie of a host can be. */
  private static final class Places {
    private final List<@Nullable String> domains = new ArrayList<>();
    private final List<String> paths;
    private final boolean secure;

    Places(String host, boolean secure, String page) {
      this.domains.add(null);
      this.domains.addAll(RegistrableDomain.parents(host));
      this.paths = CookiePaths.of(page);
      this.secure = secure;
    }

    void atRoot(String name, Consumer<String> cookies) {
      for (String domain : domains) {
        cookies.accept(SetCookie.expire(name, domain, "/", secure));
      }
    }

    /** Returns how many fields that took. */
    int elsewhere(String name, Consumer<String> cookies) {
      for (String path : paths) {
        for (String domain : domains) {
          cookies.accept(SetCookie.expire(name, domain, path, secure));
        }
      }
      return paths.size() * domains.size();
    }
  }
}
