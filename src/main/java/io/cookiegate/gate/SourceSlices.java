package io.cookiegate.gate;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The buffer being written, and the way back from ranges of its array to slices of it. A buffer
 * without an accessible array is read through a copy, but its slices are of the buffer itself.
 */
final class SourceSlices {
  private static final int PIECE = 16 << 10;

  /** Takes a piece of the source over an accessible array. */
  interface Reader {
    void read(ByteBuffer piece);
  }

  private @Nullable ByteBuffer source;
  private byte @Nullable [] array;
  private byte @Nullable [] copy;

  /** What to add to an index of the array to get one of the source. */
  private int shift;

  /** Gives a reader all of a buffer, and consumes it. */
  void forEach(ByteBuffer buffer, Reader reader) {
    int end = buffer.limit();
    source = buffer.duplicate();
    if (buffer.hasArray()) {
      array = buffer.array();
      shift = -buffer.arrayOffset();
      reader.read(buffer.duplicate());
    } else {
      copied(source.duplicate(), reader);
    }
    buffer.position(end);
  }

  private void copied(ByteBuffer left, Reader reader) {
    byte[] bytes = copy == null ? new byte[PIECE] : copy;
    copy = bytes;
    array = bytes;
    while (left.hasRemaining()) {
      int length = Math.min(PIECE, left.remaining());
      shift = left.position();
      left.get(bytes, 0, length);
      reader.read(ByteBuffer.wrap(bytes, 0, length));
    }
  }

  /** Bytes for the sink: a slice of the source where they are of it, else a copy. */
  ByteBuffer of(ByteBuffer bytes) {
    ByteBuffer from = source;
    if (from != null && bytes.hasArray() && bytes.array() == array) {
      int at = bytes.arrayOffset() + bytes.position() + shift;
      return from.duplicate().limit(at + bytes.remaining()).position(at);
    }
    ByteBuffer own = ByteBuffer.allocate(bytes.remaining());
    return own.put(bytes.duplicate()).flip();
  }

  /** Forgets the source. */
  void release() {
    source = null;
    array = null;
  }
}
