package io.cookiegate.proxy;

import io.cookiegate.gate.BodySink;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the many small pieces of a rewritten body for few writes. Direct memory from the pool: the
 * socket then takes it without another copy.
 */
final class Outlet implements BodySink {
  /** When enough is gathered for a write. */
  static final int FULL = 56 << 10;

  private static final int SIZE = 64 << 10;

  private final ByteBufferPool pool;
  private @Nullable RetainableByteBuffer held;

  Outlet(ByteBufferPool pool) {
    this.pool = pool;
  }

  @Override
  public void write(ByteBuffer bytes) {
    BufferUtil.append(room(bytes.remaining()), bytes);
  }

  /** A buffer in Jetty's flush mode with room at its end. */
  private ByteBuffer room(int needed) {
    RetainableByteBuffer buffer = held;
    if (buffer == null) {
      buffer = pool.acquire(Math.max(SIZE, needed), true);
    } else if (BufferUtil.space(buffer.getByteBuffer()) < needed) {
      buffer = grown(buffer, needed);
    }
    held = buffer;
    return buffer.getByteBuffer();
  }

  private RetainableByteBuffer grown(RetainableByteBuffer full, int needed) {
    int size = full.capacity() + Math.max(full.capacity(), needed);
    RetainableByteBuffer larger = pool.acquire(size, true);
    BufferUtil.append(larger.getByteBuffer(), full.getByteBuffer());
    full.release();
    return larger;
  }

  int size() {
    return held == null ? 0 : held.remaining();
  }

  /** What was gathered; valid until {@link #release}. */
  ByteBuffer bytes() {
    return held == null ? BufferUtil.EMPTY_BUFFER : held.getByteBuffer();
  }

  void release() {
    if (held != null) {
      held.release();
      held = null;
    }
  }
}
