package io.cookiegate.proxy;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * A request with a body, some of which may still be on its way when its answer is out: a site refuses
 * an upload by its head. Who sends on must not lose the answer for it, so the rest is read and thrown
 * away for a while.
 *
 * <p>A connection of HTTP/1 that is closed with bytes unread is reset, and takes the answer with it
 * (RFC 9112 9.6). By HTTP/2 the visitor is told after a moment that nothing else is wanted and nothing
 * went wrong (RFC 9113 8.1), for which Jetty says {@code CANCEL}; at once would be too early for those
 * who look for an answer only between two parts of what they send.
 */
final class Leftovers extends Request.Wrapper implements Callback {
  private static final int MOMENT = 1;

  /** How often it is looked at what came, in seconds, and how often at most. */
  private static final int LOOK = 3;

  private static final int LOOKS = 10;

  /** How much has to come until the next look. */
  private static final int LEAST = 16 << 10;

  /** How much is read before others have their turn. */
  private static final int READS = 32;

  private final Callback visitorCallback;
  private final UpstreamClients clients;
  private @Nullable Runnable reader;
  private boolean waiting;
  private boolean begun;
  private boolean ended;
  private boolean answered;
  private boolean over;
  private long came;

  Leftovers(Request visitorRequest, Callback visitorCallback, UpstreamClients clients) {
    super(visitorRequest);
    this.visitorCallback = visitorCallback;
    this.clients = clients;
  }

  @Override
  public synchronized Content.@Nullable Chunk read() {
    begun = true;
    Content.Chunk chunk = super.read();
    ended |= chunk != null && chunk.isLast();
    return chunk;
  }

  /** Once the answer is out, nobody else has a use for the body. */
  @Override
  public void demand(Runnable demandCallback) {
    synchronized (this) {
      if (answered) {
        return;
      }
      begun = true;
      waiting = true;
      reader = demandCallback;
    }
    super.demand(Invocable.from(Invocable.getInvocationType(demandCallback), this::available));
  }

  private void available() {
    Runnable next;
    synchronized (this) {
      waiting = false;
      next = answered ? this::discard : reader;
      reader = null;
    }
    if (next != null) {
      next.run();
    }
  }

  /** The answer is out. */
  @Override
  public void succeeded() {
    if (isDone()) {
      visitorCallback.succeeded();
    } else if (isHttp2()) {
      linger(MOMENT, LOOKS);
    } else {
      linger(LOOK, 1);
    }
  }

  /** RFC 9110 10.1.1: a body that waits for 100 is not read, for that would be to ask for it. */
  private synchronized boolean isDone() {
    return ended
        || (!begun
            && getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString()));
  }

  private boolean isHttp2() {
    return getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
  }

  private void linger(int seconds, int looks) {
    clients.later(seconds, SECONDS, () -> look(looks));
    if (!isAwaited()) {
      discard();
    }
  }

  private synchronized boolean isAwaited() {
    answered = true;
    return waiting;
  }

  private void discard() {
    if (isReadOut()) {
      end();
    } else {
      super.demand(Invocable.from(InvocationType.NON_BLOCKING, this::available));
    }
  }

  private synchronized boolean isReadOut() {
    for (int i = 0; i < READS && !over; i++) {
      Content.Chunk chunk = read();
      if (chunk == null) {
        break;
      }
      came += chunk.remaining();
      chunk.release();
      if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
        return true;
      }
    }
    waiting = !over;
    return over;
  }

  /** Nobody is waited for who falls silent, trickles, or never comes to an end. */
  private void look(int looks) {
    if (isLate(looks)) {
      end();
    } else if (!isOver()) {
      clients.later(LOOK, SECONDS, () -> look(looks + 1));
    }
  }

  private synchronized boolean isLate(int looks) {
    boolean late = came < LEAST || looks >= LOOKS;
    came = 0;
    return late;
  }

  private synchronized boolean isOver() {
    return over;
  }

  private void end() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      if (!ended && isHttp2()) {
        addHttpStreamWrapper(Satisfied::new);
      }
    }
    visitorCallback.succeeded();
  }

  @Override
  public void failed(Throwable cause) {
    visitorCallback.failed(cause);
  }

  @Override
  public InvocationType getInvocationType() {
    return visitorCallback.getInvocationType();
  }

  /** A stream whose answer is whole though its request is not. */
  private static final class Satisfied extends HttpStream.Wrapper {
    Satisfied(HttpStream stream) {
      super(stream);
    }

    @Override
    public void succeeded() {
      super.failed(HttpStream.CONTENT_NOT_CONSUMED);
    }

    @Override
    public void failed(Throwable cause) {
      super.failed(HttpStream.CONTENT_NOT_CONSUMED);
    }
  }
}
