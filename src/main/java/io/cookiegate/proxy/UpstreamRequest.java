package io.cookiegate.proxy;

import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request to an upstream whose method and target are the visitor's, byte for byte. Jetty's own
 * passes the target through {@link URI} (which refuses much of what browsers send) and makes the
 * method upper case.
 */
final class UpstreamRequest extends HttpRequest {
  private final Exchange exchange;
  private final String method;
  private final String path;
  private final @Nullable String query;
  private volatile boolean begun;

  /**
   * @param target each byte as one character (ISO-8859-1), as Jetty's generator writes it
   */
  UpstreamRequest(HttpClient client, URI origin, Exchange exchange, String method, String target) {
    super(client, new HttpConversation(), origin);
    this.exchange = exchange;
    this.method = method;
    int mark = target.indexOf('?');
    this.path = mark < 0 ? target : target.substring(0, mark);
    this.query = mark < 0 ? null : target.substring(mark + 1);
  }

  @Override
  public void notifyBegin() {
    begun = true;
    super.notifyBegin();
  }

  /** Whether it still waits for a connection. */
  boolean isWaiting() {
    return !begun;
  }

  Exchange exchange() {
    return exchange;
  }

  /** Sends the body without waiting for the upstream's word any longer. */
  void proceed() {
    HttpExchange last = getConversation().getExchanges().peekLast();
    if (last != null) {
      last.proceed(null, null);
    }
  }

  /** Whether the answer has come to its end, also where the end is still to be read. */
  boolean isAnswered() {
    HttpExchange last = getConversation().getExchanges().peekLast();
    return last != null && last.isResponseComplete() && last.getResponseFailure() == null;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getPath() {
    return path;
  }

  @Override
  public Request path(String path) {
    return this; // Jetty's default for blank paths; this one never is
  }

  @Override
  public @Nullable String getQuery() {
    return query;
  }

  /** None: without it the client neither parses the target nor every {@code Set-Cookie}. */
  @Override
  public @Nullable URI getURI() {
    return null;
  }
}
