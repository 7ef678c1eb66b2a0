package io.cookiegate.coding;

import com.aayushatharva.brotli4j.encoder.Encoder;
import com.aayushatharva.brotli4j.encoder.EncoderJNI;
import com.aayushatharva.brotli4j.encoder.EncoderJNI.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Applies Brotli (RFC 7932) with a window of 256 KiB, which pages seldom fill and servers have many
 * of.
 */
final class BrotliEncoder implements ByteStep {
  private static final int INPUT = 8 * 1024;
  private static final int WINDOW_BITS = 18;

  private final EncoderJNI.Wrapper encoder;
  private final ByteBuffer input;
  private boolean closed;

  BrotliEncoder(int level) {
    try {
      encoder = new EncoderJNI.Wrapper(INPUT, level, WINDOW_BITS, Encoder.Mode.TEXT);
    } catch (IOException full) {
      throw new CodingException("There is no memory for a Brotli encoder.", full);
    }
    input = encoder.getInputBuffer();
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    while (in.hasRemaining()) {
      push(Operation.PROCESS, Buffers.fill(input, in), out);
    }
  }

  private void push(Operation operation, int length, ByteSink out) {
    encoder.push(operation, length);
    drain(out);
    while (encoder.hasRemainingInput()) {
      encoder.push(operation, 0);
      drain(out);
    }
  }

  private void drain(ByteSink out) {
    if (!encoder.isSuccess()) {
      throw new CodingException("The Brotli encoder gave up.");
    }
    while (encoder.hasMoreOutput()) {
      out.write(encoder.pull());
    }
  }

  @Override
  public void flush(ByteSink out) {
    push(Operation.FLUSH, 0, out);
  }

  @Override
  public void end(ByteSink out) {
    do {
      push(Operation.FINISH, 0, out);
    } while (!encoder.isFinished());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      encoder.destroy();
    }
  }
}
