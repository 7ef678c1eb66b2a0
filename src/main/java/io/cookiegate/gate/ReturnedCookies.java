package io.cookiegate.gate;

import io.cookiegate.host.WebUrl;

/**
 * The watch over cookies that come back: gated ones, which expired when the visitor refused or with
 * the page after that, and which a browser sends again.
 */
final class ReturnedCookies {
  private final RequestHead request;
  private final GateObserver observer;

  ReturnedCookies(RequestHead request, GateObserver observer) {
    this.request = request;
    this.observer = observer;
  }

  void see(String name) {
    observer.cookieReturned(name, page());
  }

  /** The path of the page it came from: that which the request was made on, else the one it is for. */
  private String page() {
    String referrer = request.fields().first("Referer");
    WebUrl from = referrer == null ? null : WebUrl.parse(referrer, null);
    String target =
        from != null && request.host().equals(from.matchHost()) ? from.path() : request.target();
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
