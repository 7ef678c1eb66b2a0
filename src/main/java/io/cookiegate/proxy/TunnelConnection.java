package io.cookiegate.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One side of a tunnel: what comes in here goes out at the other side, byte for byte, at the pace of
 * the slower one. When this side has said all, the other side is told so.
 */
class TunnelConnection extends AbstractConnection.NonBlocking implements Connection.UpgradeTo {
  private final EndPoint other;
  private final ByteBufferPool pool;
  private final Pipe pipe = new Pipe();
  private @Nullable ByteBuffer early;

  TunnelConnection(EndPoint own, EndPoint other, Executor executor, ByteBufferPool pool) {
    super(own, executor);
    this.other = other;
    this.pool = pool;
  }

  /** What was read together with the head, and belongs to the tunnel already. */
  @Override
  public void onUpgradeTo(ByteBuffer buffer) {
    early = buffer;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    pipe.iterate();
  }

  @Override
  public void onFillable() {
    pipe.succeeded();
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    pipe.failed(cause);
  }

  private final class Pipe extends IteratingCallback {
    private @Nullable RetainableByteBuffer held;

    @Override
    protected Action process() throws IOException {
      release();
      ByteBuffer first = early;
      if (BufferUtil.hasContent(first)) {
        early = null;
        other.write(this, first);
        return Action.SCHEDULED;
      }
      held = pool.acquire(getInputBufferSize(), true);
      ByteBuffer buffer = held.getByteBuffer();
      int filled = getEndPoint().fill(buffer);
      if (filled > 0) {
        other.write(this, buffer);
        return Action.SCHEDULED;
      }
      release();
      return filled == 0 ? await() : end();
    }

    private Action await() {
      fillInterested();
      return Action.SCHEDULED;
    }

    private Action end() {
      other.shutdownOutput();
      return Action.SUCCEEDED;
    }

    private void release() {
      if (held != null) {
        held.release();
        held = null;
      }
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
      release();
      getEndPoint().close(cause);
      other.close(cause);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
