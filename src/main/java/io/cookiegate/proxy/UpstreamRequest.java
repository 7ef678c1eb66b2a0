package io.cookiegate.proxy;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.jspecify.annotations.Nullable;

/**
 * A request to an upstream whose method and target are the visitor's, byte for byte. To Jetty's client it
 * is what waits for a connection; once it has one, it is an {@link UpstreamCall}.
 */
final class UpstreamRequest extends HttpRequest {
  private final Exchange exchange;
  private final String method;
  private final String target;
  private final HttpFields fields;
  private final @Nullable VisitorBody visitorBody;

  /** Null while it waits, an {@link UpstreamCall} with a connection, else why it was given up. */
  private final AtomicReference<@Nullable Object> fate = new AtomicReference<>();

  /**
   * @param target each byte as one character (ISO-8859-1)
   */
  UpstreamRequest(
      HttpClient client,
      URI origin,
      Exchange exchange,
      String method,
      String target,
      HttpFields fields,
      @Nullable VisitorBody visitorBody) {
    super(client, new HttpConversation(), origin);
    this.exchange = exchange;
    this.method = method;
    this.target = target;
    this.fields = fields;
    this.visitorBody = visitorBody;
  }

  Exchange exchange() {
    return exchange;
  }

  @Override
  public String getMethod() {
    return method;
  }

  String target() {
    return target;
  }

  HttpFields fields() {
    return fields;
  }

  /** The visitor's body; null where there is none. */
  @Nullable VisitorBody body() {
    return visitorBody;
  }

  /** What the visitor sent after the body; null where nothing. */
  @Nullable HttpFields trailers() {
    return exchange.visitorRequest().getTrailers();
  }

  /** Whether the visitor waits for a word of the upstream before sending the body. */
  boolean expectsContinue() {
    return fields.contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
  }

  /** Takes note that a connection serves it now, unless it was given up. */
  boolean begin(UpstreamCall call) {
    return fate.compareAndSet(null, call);
  }

  /** Whether it still waits for a connection. */
  boolean isWaiting() {
    return fate.get() == null;
  }

  private @Nullable UpstreamCall call() {
    return fate.get() instanceof UpstreamCall call ? call : null;
  }

  /** Sends the body without waiting for the upstream's word any longer. */
  void proceed() {
    UpstreamCall call = call();
    if (call != null) {
      call.proceed();
    }
  }

  @Override
  public CompletableFuture<Boolean> abort(Throwable cause) {
    if (fate.compareAndSet(null, cause)) {
      return super.abort(cause);
    }
    UpstreamCall call = call();
    if (call != null) {
      call.fail(cause);
    }
    return CompletableFuture.completedFuture(call != null);
  }
}
