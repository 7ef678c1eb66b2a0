package io.cookiegate.proxy;

import io.cookiegate.gate.Answer;
import java.io.IOException;
import java.util.concurrent.Executor;
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

  /** Asks the upstream for a protocol, unless it is empty. */
  static void ask(HttpFields.Mutable going, String protocol) {
    if (!protocol.isEmpty()) {
      going.put(HttpHeader.UPGRADE, protocol);
      going.put(HttpHeader.CONNECTION, HttpHeaderValue.UPGRADE.asString());
    }
  }

  /** Passes a 101 on and ties the connections together. */
  static void open(Exchange exchange, UpstreamCall call, Callback visitorCallback)
      throws IOException {
    Answer answer = exchange.visit().answer(UpstreamHead.of(call));
    Request visitorRequest = exchange.visitorRequest();
    String protocol = call.fields().get(HttpHeader.UPGRADE);
    if (!(answer instanceof Answer.Pass pass)
        || protocol == null
        || asked(visitorRequest).isEmpty()) {
      throw new IOException("a change of protocol that nobody asked for");
    }
    HttpFields.Mutable going = exchange.visitorResponse().getHeaders();
    ResponseFields.copyLines(call.fields(), pass.edits(), going);
    going.put(HttpHeader.UPGRADE, protocol);
    going.put(HttpHeader.CONNECTION, HttpHeaderValue.UPGRADE.asString());
    exchange.visitorResponse().setStatus(call.status());
    visitorRequest.setAttribute(
        HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, tied(visitorRequest, call.endPoint()));
    visitorCallback.succeeded();
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
}
