package io.cookiegate.coding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** What tests do with steps: push bytes through in pieces, and collect what comes out. */
final class Bytes implements ByteSink {
  final ByteArrayOutputStream all = new ByteArrayOutputStream();
  int largest;

  @Override
  public void write(ByteBuffer bytes) {
    largest = Math.max(largest, bytes.remaining());
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    all.writeBytes(copy);
  }

  byte[] toArray() {
    return all.toByteArray();
  }

  /** Everything through the step in one piece. */
  static byte[] through(ByteStep step, byte[] input) {
    return through(step, input, List.of());
  }

  /** Everything through the step, cut at these places modulo what is left, and closed. */
  static byte[] through(ByteStep step, byte[] input, List<Integer> cuts) {
    Bytes out = new Bytes();
    try (step) {
      int from = 0;
      for (int cut : cuts) {
        int to = from + cut % (input.length - from + 1);
        step.write(ByteBuffer.wrap(input, from, to - from), out);
        from = to;
      }
      step.write(ByteBuffer.wrap(input, from, input.length - from), out);
      step.end(out);
    }
    return out.toArray();
  }

  /** Everything through the step, byte by byte. */
  static byte[] byteByByte(ByteStep step, byte[] input) {
    Bytes out = new Bytes();
    try (step) {
      for (int i = 0; i < input.length; i++) {
        step.write(ByteBuffer.wrap(input, i, 1), out);
      }
      step.end(out);
    }
    return out.toArray();
  }
}
