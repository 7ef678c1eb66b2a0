package io.cookiegate.page;

import io.cookiegate.gate.RequestHead;
import io.cookiegate.host.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request was sent by a page of the same origin, so that no other site can give or
 * withdraw a visitor's consent.
 *
 * <p>{@code Sec-Fetch-Site} decides where the browser sends it, else {@code Origin}, else {@code
 * Referer}; a request with none of them is refused. The scheme in front of the gate may have been
 * changed by a TLS terminator, so host and port are compared and the scheme is not.
 */
final class SameOrigin {
  private SameOrigin() {}

  static boolean sends(RequestHead request) {
    String site = request.fields().first("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.fields().first("Origin");
    String source = origin != null ? origin : request.fields().first("Referer");
    return source != null && isSameHost(source, request);
  }

  /** The path and query of a page of the same host and port; empty where it is another's. */
  static String pathOf(String page, RequestHead request) {
    WebUrl url = isSameHost(page, request) ? WebUrl.parse(page, null) : null;
    if (url == null) {
      return "";
    }
    return url.query() == null ? url.path() : url.path() + "?" + url.query();
  }

  private static boolean isSameHost(String source, RequestHead request) {
    WebUrl url = WebUrl.parse(source, null);
    WebUrl own = url == null ? null : own(url, request);
    return url != null
        && own != null
        && url.host() != null
        && url.host().equals(own.host())
        && url.port() == own.port();
  }

  private static @Nullable WebUrl own(WebUrl source, RequestHead request) {
    String authority = request.fields().first("Host");
    return WebUrl.parse(
        source.scheme() + "://" + (authority == null ? request.host() : authority) + "/", null);
  }
}
