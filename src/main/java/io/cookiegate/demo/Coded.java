package io.cookiegate.demo;

import io.cookiegate.coding.ByteSink;
import io.cookiegate.coding.ByteStep;
import io.cookiegate.coding.ContentCodings;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A page in a content coding. */
final class Coded {
  private Coded() {}

  static byte[] bytes(byte[] plain, String coding) {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    ByteSink sink = bytes -> append(bytes, coded);
    try (ByteStep step = ContentCodings.encoder(coding)) {
      step.write(ByteBuffer.wrap(plain), sink);
      step.end(sink);
    }
    return coded.toByteArray();
  }

  private static void append(ByteBuffer bytes, ByteArrayOutputStream coded) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    coded.writeBytes(copy);
  }
}
