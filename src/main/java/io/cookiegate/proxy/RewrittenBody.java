package io.cookiegate.proxy;

import io.cookiegate.gate.BodyRewriter;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * A body that is judged and written anew. What the rewriter puts out is gathered until there is
 * enough for a write, the upstream pauses or the body ends.
 */
final class RewrittenBody extends BodyRelay {
  /** A compressed chunk may grow a thousandfold: it is fed in slices, written in between. */
  private static final int SLICE = 8 << 10;

  private final BodyRewriter rewriter;
  private final Outlet outlet;
  private Content.@Nullable Chunk reading;
  private final Outcome outcome;
  private boolean unflushed;
  private long bytesRead;
  private long bytesWritten;

  RewrittenBody(
      Exchange exchange, Content.Source upstreamBody, BodyRewriter rewriter, ByteBufferPool pool) {
    super(exchange, upstreamBody);
    this.rewriter = rewriter;
    this.outlet = new Outlet(pool);
    this.outcome = Arrival.outcomeOf(exchange.visitorRequest());
  }

  @Override
  Action step() throws Throwable {
    outlet.release();
    while (outlet.size() < Outlet.FULL) {
      Content.Chunk chunk = reading == null ? read() : reading;
      if (chunk == null) {
        return pause();
      }
      reading = chunk;
      if (chunk.hasRemaining()) {
        feed(chunk.getByteBuffer());
      } else if (chunk.isLast()) {
        return end();
      } else {
        done(chunk);
      }
    }
    return writeOut(false);
  }

  private Action end() {
    rewriter.end(outlet);
    return writeOut(true);
  }

  private Action writeOut(boolean last) {
    bytesWritten += outlet.size();
    return write(last, outlet.bytes());
  }

  private void feed(ByteBuffer bytes) {
    int length = Math.min(SLICE, bytes.remaining());
    rewriter.write(bytes.slice(bytes.position(), length), outlet);
    bytes.position(bytes.position() + length);
    bytesRead += length;
    unflushed = true;
  }

  private void done(Content.Chunk chunk) {
    chunk.release();
    reading = null;
  }

  /** The visitor gets all that has been judged before the gate waits for the upstream. */
  private Action pause() {
    if (unflushed) {
      unflushed = false;
      rewriter.flush(outlet);
    }
    return outlet.size() > 0 ? writeOut(false) : await();
  }

  @Override
  void release() {
    outcome.rewritten(bytesRead, bytesWritten);
    rewriter.close();
    outlet.release();
    if (reading != null) {
      done(reading);
    }
  }
}
