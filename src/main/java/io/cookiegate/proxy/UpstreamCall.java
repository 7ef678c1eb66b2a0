package io.cookiegate.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One request on a connection to an upstream and its answer, whose body is read as fast as the visitor
 * takes it. The lock is held while bytes are read and never while others are told of them.
 */
final class UpstreamCall implements Content.Source {
  private final UpstreamConnection connection;
  private final UpstreamRequest request;
  private final Exchange exchange;
  private @Nullable RequestBody body;

  // Of the answer, kept because the connection may be serving the next call when it is written.
  private int status;
  private @Nullable String reason;
  private HttpFields fields = HttpFields.EMPTY;
  private @Nullable HttpFields trailers;

  // Guarded by this.
  private final AnswerReader reader;
  private boolean begun;
  private boolean received;
  private boolean sent;
  private boolean broken;
  private boolean changing;
  private @Nullable Throwable failure;
  private @Nullable Runnable demanded;
  private @Nullable ByteBuffer ahead;

  UpstreamCall(UpstreamConnection connection, AnswerReader reader, UpstreamRequest request) {
    this.connection = connection;
    this.reader = reader;
    this.request = request;
    this.exchange = request.exchange();
  }

  // The request.

  void send(RequestHead head) {
    EndPoint upstream = connection.getEndPoint();
    VisitorBody visitorBody = request.body();
    if (visitorBody == null) {
      upstream.write(new HeadSent(), head.of(request));
    } else {
      RequestBody sending = new RequestBody(this, upstream, head.of(request), request, visitorBody);
      body = sending;
      sending.iterate();
    }
  }

  private final class HeadSent implements Callback {
    @Override
    public void succeeded() {
      sent();
    }

    @Override
    public void failed(Throwable cause) {
      fail(cause);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }

  /** All of the request is sent. */
  void sent() {
    boolean over;
    boolean changes;
    synchronized (this) {
      sent = true;
      over = received && failure == null;
      changes = changing;
      changing = false;
    }
    if (over) {
      connection.finished(!broken && reader.isReusable());
    } else if (changes) {
      change();
    }
  }

  /** The upstream takes no more of the request. It may have answered all the same. */
  void notTaken() {
    synchronized (this) {
      broken = true;
    }
    sent();
  }

  /** Sends the body without waiting for the upstream's word any longer. */
  void proceed() {
    if (body != null) {
      body.proceed();
    }
  }

  // The answer.

  int status() {
    return status;
  }

  @Nullable String reason() {
    return reason;
  }

  HttpFields fields() {
    return fields;
  }

  /** What came after the body; null where nothing did. */
  @Nullable HttpFields trailers() {
    return trailers;
  }

  EndPoint endPoint() {
    return connection.getEndPoint();
  }

  /** Bytes have come. */
  void readable() {
    Runnable wanted;
    boolean waitsForHead;
    synchronized (this) {
      waitsForHead = !begun;
      wanted = demanded;
      demanded = null;
    }
    if (waitsForHead) {
      readHead();
    } else if (wanted != null) {
      wanted.run();
    }
  }

  private void readHead() {
    while (true) {
      AnswerReader.Event event;
      try {
        event = nextOfHead();
        if (event == AnswerReader.Event.INTERIM) {
          interim();
        }
      } catch (Throwable unread) { // an upstream's bytes must not leave a visitor waiting
        fail(unread);
        return;
      }
      switch (event) {
        case INTERIM -> {}
        case HEAD -> {
          answer();
          return;
        }
        default -> {
          connection.await();
          return;
        }
      }
    }
  }

  private synchronized AnswerReader.Event nextOfHead() throws IOException {
    if (failure != null) {
      return AnswerReader.Event.NOTHING;
    }
    AnswerReader.Event event = reader.next();
    if (event == AnswerReader.Event.HEAD) {
      begun = true;
      status = reader.status();
      reason = reader.reason();
      fields = reader.fields();
    }
    return event;
  }

  private void interim() {
    int interim = reader.status();
    HttpFields told = reader.fields();
    synchronized (this) {
      reader.goOn();
    }
    exchange.interim(interim, told);
    if (interim == HttpStatus.CONTINUE_100) {
      proceed();
    }
  }

  private void answer() {
    exchange.begun();
    if (status != HttpStatus.SWITCHING_PROTOCOLS_101) {
      exchange.answer(this);
    } else if (mayChange()) {
      change();
    }
  }

  /**
   * Whether the connection is free for another protocol. An upstream may answer before the thread
   * that sent the request has come back from doing so, and until then nothing else can be written.
   */
  private synchronized boolean mayChange() {
    changing = !sent && failure == null;
    return sent;
  }

  private void change() {
    connection.handOver();
    exchange.changed(this);
  }

  @Override
  public Content.@Nullable Chunk read() {
    Content.Chunk chunk;
    boolean over;
    try {
      synchronized (this) {
        if (failure != null) {
          return Content.Chunk.from(failure);
        } else if (received) {
          return Content.Chunk.EOF;
        }
        chunk = nextOfBody();
        over = received && sent;
      }
    } catch (Throwable unread) {
      fail(unread);
      return Content.Chunk.from(unread);
    }
    if (over) {
      connection.finished(!broken && reader.isReusable());
    }
    return chunk;
  }

  /** Looks one piece ahead, so that the body's last bytes are known to be its last. */
  private Content.@Nullable Chunk nextOfBody() throws IOException {
    ByteBuffer bytes = ahead;
    ahead = null;
    if (bytes == null) {
      switch (reader.next()) {
        case CONTENT -> bytes = reader.content();
        case END -> ended();
        default -> {
          return null;
        }
      }
    }
    if (bytes == null) {
      return Content.Chunk.EOF;
    }
    switch (reader.known()) {
      case CONTENT -> ahead = reader.content();
      case END -> ended();
      default -> {}
    }
    return reader.chunk(bytes, received);
  }

  private void ended() {
    received = true;
    trailers = reader.trailers();
  }

  @Override
  public void demand(Runnable demandCallback) {
    boolean now;
    synchronized (this) {
      now = received || failure != null || ahead != null;
      demanded = now ? null : demandCallback;
    }
    if (now) {
      demandCallback.run();
    } else {
      connection.await();
    }
  }

  // Failures.

  /** Ends the call and with it the connection, unless the call is over. */
  @Override
  public void fail(Throwable cause) {
    Runnable wanted;
    boolean told;
    synchronized (this) {
      if (failure != null || (received && sent)) {
        return;
      }
      failure = cause;
      told = begun && !changing;
      changing = false;
      wanted = demanded;
      demanded = null;
      ahead = null;
      reader.release();
    }
    connection.close();
    if (body != null) {
      body.drop(cause);
    }
    if (!told) {
      exchange.failed(cause);
    } else if (wanted != null) {
      wanted.run();
    }
  }
}
