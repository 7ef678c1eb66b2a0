package io.cookiegate.gate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array as a word, of which the first is the lowest. */
final class Words {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  static long read(byte[] a, int at) {
    return (long) LONGS.get(a, at);
  }

  static void write(byte[] a, int at, long word) {
    LONGS.set(a, at, word);
  }
}
