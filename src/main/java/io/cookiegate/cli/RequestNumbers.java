package io.cookiegate.cli;

import io.cookiegate.metrics.GateMetrics;
import io.cookiegate.metrics.SiteMetrics;
import io.cookiegate.proxy.Answered;
import io.cookiegate.proxy.ProxyObserver;

/** Counts what the proxy tells. */
record RequestNumbers(GateMetrics metrics) implements ProxyObserver {
  @Override
  public void answered(Answered answered) {
    String name = answered.site();
    SiteMetrics site = metrics.site(name == null ? SiteMetrics.NONE : name);
    String protocol = answered.protocol();
    site.answered(answered.status(), protocol, answered.nanos(), answered.bodyBytes());
    if (answered.pageBytesRead() >= 0) {
      site.rewritten(answered.pageBytesRead(), answered.pageBytesWritten());
    }
    if (answered.wasRetried()) {
      site.retried();
    }
    ended(site, answered);
  }

  private static void ended(SiteMetrics site, Answered answered) {
    switch (answered.end()) {
      case WHOLE -> {}
      case CUT_OFF -> site.cutOff();
      case VISITOR_GONE -> site.visitorGone();
    }
    String failure = answered.upstreamFailure();
    if (failure != null) {
      site.upstreamFailed(failure);
    }
  }
}
