package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpDestination;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.eclipse.jetty.client.transport.IConnection;
import org.eclipse.jetty.client.transport.SendFailure;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Attachable;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an upstream by HTTP/1.1, which serves one {@link UpstreamCall} after the other. Jetty's
 * client opens it, keeps it and hands out requests; what is between a request's head and the last byte of
 * its answer is the gate's own, because what Jetty does there for users in general (conversations,
 * listeners, decoders, one notification a field) costs as much as all that a small answer needs.
 */
final class UpstreamConnection extends AbstractConnection
    implements IConnection, Connection.UpgradeFrom, Attachable {
  private final HttpDestination destination;
  private final Promise<org.eclipse.jetty.client.Connection> opened;
  private final AnswerReader reader;
  private final RequestHead head = new RequestHead();
  private final Fillable fillable = new Fillable();
  private @Nullable Object attachment;

  // Guarded by this.
  private @Nullable UpstreamCall call;
  private boolean closed;
  private long idleSince = NanoTime.now();

  UpstreamConnection(EndPoint endPoint, Map<String, Object> context) {
    this(endPoint, (HttpDestination) requireNonNull(context.get(Destination.CONTEXT_KEY)), context);
  }

  @SuppressWarnings("unchecked") // so the client puts it there
  private UpstreamConnection(
      EndPoint endPoint, HttpDestination destination, Map<String, Object> context) {
    super(endPoint, destination.getHttpClient().getExecutor());
    this.destination = destination;
    this.opened =
        (Promise<org.eclipse.jetty.client.Connection>)
            requireNonNull(context.get(org.eclipse.jetty.client.Connection.PROMISE_CONTEXT_KEY));
    HttpClient client = destination.getHttpClient();
    this.reader =
        new AnswerReader(
            endPoint,
            client.getByteBufferPool(),
            client.getMaxResponseHeadersSize(),
            client.getHttpCompliance());
  }

  @Override
  public void onOpen() {
    super.onOpen();
    await();
    opened.succeeded(this);
  }

  // What the client's pool asks for.

  @Override
  public void send(Request request, Response.CompleteListener listener) {
    throw new UnsupportedOperationException("requests go by their destination");
  }

  @Override
  public @Nullable SendFailure send(HttpExchange exchange) {
    UpstreamRequest request = (UpstreamRequest) exchange.getRequest();
    UpstreamCall next = new UpstreamCall(this, reader, request);
    synchronized (this) {
      if (closed) {
        return new SendFailure(new ClosedChannelException(), false);
      }
      call = next;
      reader.expect(HttpMethod.HEAD.is(request.getMethod()));
    }
    if (request.begin(next)) {
      next.send(head);
    } else { // it was given up meanwhile
      finished(true);
    }
    return null;
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void setAttachment(@Nullable Object attachment) {
    this.attachment = attachment;
  }

  @Override
  public @Nullable Object getAttachment() {
    return attachment;
  }

  // What comes.

  @Override
  public void onFillable() {
    UpstreamCall current = current();
    if (current == null) {
      close(); // it is closed, or says something that nobody asked for
    } else {
      current.readable();
    }
  }

  /** Waits for bytes, unless it does already. */
  void await() {
    tryFillInterested(fillable);
  }

  private final class Fillable implements Callback {
    @Override
    public void succeeded() {
      onFillable();
    }

    @Override
    public void failed(Throwable cause) {
      UpstreamConnection.this.failed(cause);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }

  /** Silence during a call fails it. Without one, it is {@link #closeIfIdle} that closes. */
  @Override
  public boolean onIdleExpired(TimeoutException timeout) {
    UpstreamCall current = current();
    if (current != null) {
      current.fail(timeout);
    }
    return false;
  }

  private void failed(Throwable cause) {
    UpstreamCall current = current();
    if (current == null) {
      close();
    } else {
      current.fail(cause);
    }
  }

  private synchronized @Nullable UpstreamCall current() {
    return call;
  }

  // The ends.

  /** A call is over: another may follow, or the connection goes. */
  void finished(boolean reusable) {
    synchronized (this) {
      reader.reset(); // gives the buffer back, too
      call = null;
      idleSince = NanoTime.now();
    }
    if (!reusable) {
      close();
      return;
    }
    await();
    destination.release(this);
  }

  /** Closes it if it has waited for a request for longer than that. */
  void closeIfIdle(long nanos) {
    synchronized (this) {
      if (closed || call != null || NanoTime.since(idleSince) < nanos) {
        return;
      }
      closed = true; // from here on no request is sent on it
    }
    leave();
  }

  /** It speaks another protocol from now on, and does not come back. */
  void handOver() {
    destination.remove(this);
  }

  @Override
  public ByteBuffer onUpgradeFrom() {
    return reader.rest();
  }

  @Override
  public void close() {
    UpstreamCall current;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      current = call;
    }
    if (current != null) {
      current.fail(new AsynchronousCloseException());
    }
    leave();
  }

  private void leave() {
    destination.remove(this);
    getEndPoint().close();
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    super.onClose(cause);
    if (getEndPoint().getConnection() == this && !getEndPoint().isOpen()) {
      failed(cause == null ? new IOException("closed") : cause);
    }
  }
}
