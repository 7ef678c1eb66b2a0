package io.cookiegate.coding;

import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Undoes Brotli (RFC 7932); what follows the end of the stream is refused. */
final class BrotliDecoder implements ByteStep {
  private static final int INPUT = 8 * 1024;
  private static final int CHUNK = 16 * 1024;

  private final DecoderJNI.Wrapper decoder;
  private final ByteBuffer input;
  private final ByteBuffer piece = ByteBuffer.allocate(CHUNK);
  private boolean begun;
  private boolean closed;

  BrotliDecoder() {
    try {
      decoder = new DecoderJNI.Wrapper(INPUT, CHUNK);
    } catch (IOException full) {
      throw new CodingException("There is no memory for a Brotli decoder.", full);
    }
    input = decoder.getInputBuffer();
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    begun |= in.hasRemaining();
    while (in.hasRemaining()) {
      if (decoder.getStatus() == DecoderJNI.Status.DONE) {
        throw broken();
      }
      decoder.push(Buffers.fill(input, in));
      drain(out);
    }
  }

  private void drain(ByteSink out) {
    while (true) {
      switch (decoder.getStatus()) {
        case OK -> decoder.push(0);
        case NEEDS_MORE_OUTPUT -> pull(out);
        case NEEDS_MORE_INPUT, DONE -> {
          // The decoder keeps what it knows until its window is full; a flush of the upstream shall
          // be seen at once.
          if (!decoder.hasOutput()) {
            return;
          }
          pull(out);
        }
        case ERROR -> throw broken();
      }
    }
  }

  /** Copies, since the decoder's memory may neither be kept nor seen as an array. */
  private void pull(ByteSink out) {
    ByteBuffer pulled = decoder.pull();
    out.write(piece.clear().put(pulled).flip());
  }

  private static CodingException broken() {
    return new CodingException("The Brotli body is broken.");
  }

  @Override
  public void flush(ByteSink out) {}

  @Override
  public void end(ByteSink out) {
    if (begun && decoder.getStatus() != DecoderJNI.Status.DONE) {
      throw new CodingException("The Brotli body stops before its end.");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      decoder.destroy();
    }
  }
}
