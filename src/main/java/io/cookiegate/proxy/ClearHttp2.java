package io.cookiegate.proxy;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 in clear text. A request by HTTP/1.1 that asks for it and whose target is not ASCII is answered
 * by HTTP/1.1, as RFC 9110 section 7.8 lets a server: Jetty hands its target over as text, and the bytes
 * that the upstream is to get would be lost.
 */
final class ClearHttp2 extends HTTP2CServerConnectionFactory {
  ClearHttp2(HttpConfiguration http) {
    super(http);
  }

  @Override
  public @Nullable Connection upgradeConnection(
      Connector connector,
      EndPoint endPoint,
      MetaData.Request upgradeRequest,
      HttpFields.Mutable answerFields) {
    return isAscii(upgradeRequest.getHttpURI().getPathQuery())
        ? super.upgradeConnection(connector, endPoint, upgradeRequest, answerFields)
        : null;
  }

  private static boolean isAscii(@Nullable String target) {
    return target == null || target.chars().allMatch(c -> c < 0x80);
  }
}
