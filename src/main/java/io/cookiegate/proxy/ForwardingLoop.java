package io.cookiegate.proxy;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * A request that comes round: an upstream leads back to the gate, which {@code Via} tells (RFC 9110
 * 7.6.3). A few gates, one behind the other, are no loop.
 */
final class ForwardingLoop {
  private static final int MOST = 4;

  private ForwardingLoop() {}

  static boolean isIn(HttpFields headers) {
    int times = 0;
    for (HttpField field : headers) {
      if (field.getHeader() == HttpHeader.VIA && field.getValue() != null) {
        times += times(field.getValue());
      }
    }
    return times > MOST;
  }

  private static int times(String via) {
    int times = 0;
    for (int at = via.indexOf(RequestFields.PSEUDONYM); at >= 0; times++) {
      at = via.indexOf(RequestFields.PSEUDONYM, at + 1);
    }
    return times;
  }
}
