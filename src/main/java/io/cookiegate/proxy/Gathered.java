package io.cookiegate.proxy;

import java.nio.ByteBuffer;

/** Small buffers that are written as one, each taken as far as bytes of it went out. */
final class Gathered {
  /** What is small. */
  private static final int MOST = 4 << 10;

  private static final ThreadLocal<ByteBuffer> ROOM =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(MOST));

  private final ByteBuffer[] buffers;
  private int left;

  Gathered(ByteBuffer... buffers) {
    this.buffers = buffers;
  }

  /** Whether buffers have something, and little enough. */
  static boolean fits(ByteBuffer... buffers) {
    long size = 0;
    for (ByteBuffer buffer : buffers) {
      size += buffer.remaining();
    }
    return size > 0 && size <= MOST;
  }

  /** All that they have, in this thread's one buffer. */
  ByteBuffer bytes() {
    ByteBuffer room = ROOM.get().clear();
    for (ByteBuffer buffer : buffers) {
      room.put(buffer.duplicate());
    }
    left = room.position();
    return room.flip();
  }

  /** Takes note that this many bytes went out, which it returns. */
  int taken(int written) {
    int begun = written;
    for (ByteBuffer buffer : buffers) {
      int part = Math.min(begun, buffer.remaining());
      buffer.position(buffer.position() + part);
      begun -= part;
    }
    left -= written;
    return written;
  }

  boolean hasRemaining() {
    return left > 0;
  }
}
