package io.cookiegate.proxy;

import io.cookiegate.gate.Answer;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.HttpUpgrader;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * A change of protocol (RFC 9110 7.8), for instance to WebSocket: asked for by the visitor, agreed to
 * by the upstream with 101, whose head the gate judges like any other; then both connections are tied
 * together. Jetty's client knows only protocols that are planned for it.
 */
final class Tunnel {
  /** WebSockets may be quiet for long: only what is forgotten is to be closed. */
  private static final long IDLE_MILLIS = 3_600_000;

  private Tunnel() {}

  /** The protocol that a visitor asks for; empty where none, or one that Jetty speaks itself. */
  static String asked(Request visitorRequest) {
    HttpFields came = visitorRequest.getHeaders();
    boolean asks =
        visitorRequest.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
            && came.contains(HttpHeader.CONNECTION, HttpHeaderValue.UPGRADE.asString());
    String protocol = asks ? came.get(HttpHeader.UPGRADE) : null;
    return protocol == null || protocol.equalsIgnoreCase("h2c") ? "" : protocol;
  }

  /** Asks the upstream for a protocol. */
  static void ask(UpstreamRequest upstreamRequest, String protocol) {
    upstreamRequest.headers(
        going -> {
          going.put(HttpHeader.UPGRADE, protocol);
          going.put(HttpHeader.CONNECTION, HttpHeaderValue.UPGRADE.asString());
        });
    HttpUpgrader.Factory none = version -> new ByHand();
    upstreamRequest.attribute(HttpUpgrader.Factory.class.getName(), none);
  }

  /** Passes a 101 on and ties the connections together. */
  static void open(Exchange exchange, Response upstreamResponse, Callback visitorCallback)
      throws IOException {
    Answer answer = exchange.visit().answer(UpstreamHead.of(upstreamResponse));
    Request visitorRequest = exchange.visitorRequest();
    String protocol = upstreamResponse.getHeaders().get(HttpHeader.UPGRADE);
    if (!(answer instanceof Answer.Pass pass)
        || protocol == null
        || asked(visitorRequest).isEmpty()) {
      throw new IOException("a change of protocol that nobody asked for");
    }
    HttpFields.Mutable going = exchange.visitorResponse().getHeaders();
    ResponseFields.copyLines(upstreamResponse.getHeaders(), pass.edits(), going);
    going.put(HttpHeader.UPGRADE, protocol);
    going.put(HttpHeader.CONNECTION, HttpHeaderValue.UPGRADE.asString());
    exchange.visitorResponse().setStatus(upstreamResponse.getStatus());
    visitorRequest.setAttribute(
        HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, tied(visitorRequest, endPoint(upstreamResponse)));
    visitorCallback.succeeded();
  }

  private static EndPoint endPoint(Response upstreamResponse) {
    UpstreamRequest upstreamRequest = (UpstreamRequest) upstreamResponse.getRequest();
    return (EndPoint) upstreamRequest.getConversation().getAttribute(EndPoint.class.getName());
  }

  /** The visitor's side; the upstream's begins when the visitor's stands, after the 101. */
  private static TunnelConnection tied(Request visitorRequest, EndPoint upstream) {
    EndPoint visitor = visitorRequest.getTunnelSupport().getEndPoint();
    Executor executor = visitorRequest.getComponents().getExecutor();
    ByteBufferPool pool = visitorRequest.getComponents().getByteBufferPool();
    visitor.setIdleTimeout(IDLE_MILLIS);
    upstream.setIdleTimeout(IDLE_MILLIS);
    return new TunnelConnection(visitor, upstream, executor, pool) {
      @Override
      public void onOpen() {
        upstream.upgrade(new TunnelConnection(upstream, visitor, executor, pool));
        super.onOpen();
      }
    };
  }

  /** Does nothing: the exchange sees the 101 itself. */
  private static final class ByHand implements HttpUpgrader {
    @Override
    public void prepare(org.eclipse.jetty.client.Request upstreamRequest) {}

    @Override
    public void upgrade(Response upstreamResponse, EndPoint endPoint, Callback callback) {
      callback.succeeded();
    }
  }
}
