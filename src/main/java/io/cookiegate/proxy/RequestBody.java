package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * A request's head and body on their way to the upstream, in chunks where the length is not known (RFC
 * 9112 7.1). Where the visitor waits for the upstream's word (100), the head goes alone.
 */
final class RequestBody extends IteratingCallback {
  private static final byte[] LINE_END = {'\r', '\n'};

  private final UpstreamCall call;
  private final EndPoint upstream;
  private final UpstreamRequest request;
  private final VisitorBody body;
  private final long length;
  private final Runnable demanded = Invocable.from(InvocationType.NON_BLOCKING, this::succeeded);
  private @Nullable ByteBuffer head;
  private Content.@Nullable Chunk writing;
  private long written;
  private boolean lastWritten;
  private volatile boolean waiting;
  private volatile boolean ownFailure;

  RequestBody(
      UpstreamCall call,
      EndPoint upstream,
      ByteBuffer head,
      UpstreamRequest request,
      VisitorBody body) {
    this.call = call;
    this.upstream = upstream;
    this.head = head;
    this.request = request;
    this.body = body;
    this.length = body.getLength();
    this.waiting = request.expectsContinue();
  }

  /** The upstream wants the body, or has been given enough time to say so. */
  void proceed() {
    if (waiting) {
      waiting = false;
      iterate();
    }
  }

  /** The upstream does not get the rest. */
  void drop(Throwable cause) {
    var unused = abort(cause);
    body.fail();
  }

  @Override
  protected Action process() throws Throwable {
    try {
      return step();
    } catch (Throwable failure) {
      ownFailure = true;
      throw failure;
    }
  }

  private Action step() throws Throwable {
    release();
    if (lastWritten) {
      return Action.SUCCEEDED;
    } else if (waiting) {
      return head == null ? Action.IDLE : write(null);
    }
    Content.Chunk chunk = body.read();
    if (chunk == null) {
      return head == null ? await() : write(null);
    } else if (Content.Chunk.isFailure(chunk)) {
      throw chunk.getFailure();
    }
    writing = chunk;
    return write(chunk);
  }

  private Action await() {
    body.demand(demanded);
    return Action.SCHEDULED;
  }

  private Action write(Content.@Nullable Chunk chunk) throws IOException {
    List<ByteBuffer> buffers = new ArrayList<>(5);
    if (head != null) {
      buffers.add(head);
      head = null;
    }
    if (chunk != null) {
      lastWritten = chunk.isLast();
      count(chunk.remaining());
      add(chunk, buffers);
    }
    upstream.write(this, buffers.toArray(ByteBuffer[]::new));
    return Action.SCHEDULED;
  }

  /** Never another length than the head says. */
  private void count(int bytes) throws IOException {
    written += bytes;
    if (length >= 0 && (written > length || (lastWritten && written < length))) {
      IOException other = new IOException("a body of another length");
      body.refuse(other);
      throw other;
    }
  }

  private void add(Content.Chunk chunk, List<ByteBuffer> buffers) {
    boolean chunked = length < 0;
    if (chunk.hasRemaining()) {
      if (chunked) {
        String size = Integer.toHexString(chunk.remaining()) + "\r\n";
        buffers.add(ByteBuffer.wrap(size.getBytes(US_ASCII)));
      }
      buffers.add(chunk.getByteBuffer());
      if (chunked) {
        buffers.add(ByteBuffer.wrap(LINE_END));
      }
    }
    if (chunked && chunk.isLast()) {
      buffers.add(end(request.trailers()));
    }
  }

  private static ByteBuffer end(@Nullable HttpFields trailers) {
    HttpFields.Mutable lines = trailers == null ? HttpFields.build() : HttpFields.build(trailers);
    int room = 16;
    for (var line : lines) {
      room += line.getName().length() + String.valueOf(line.getValue()).length() + 4;
    }
    ByteBuffer end = BufferUtil.allocate(room);
    BufferUtil.flipToFill(end);
    end.put((byte) '0').put(LINE_END);
    HttpGenerator.putTo(lines, end);
    BufferUtil.flipToFlush(end, 0);
    return end;
  }

  private void release() {
    if (writing != null) {
      writing.release();
      writing = null;
    }
  }

  @Override
  protected void onCompleteSuccess() {
    call.sent();
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    release();
    if (ownFailure) { // the visitor's, as a rule
      call.fail(cause);
    } else {
      call.notTaken();
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
