package io.cookiegate.coding;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.github.luben.zstd.util.Native;
import java.util.function.BooleanSupplier;

/**
 * Which of the native codecs this machine can load. Where one is missing (another processor,
 * another C library, a jar left out) its coding is one that cannot be undone, and everything else
 * works.
 */
final class NativeLibraries {
  static final boolean BROTLI = loads(NativeLibraries::loadBrotli);
  static final boolean ZSTD = loads(NativeLibraries::loadZstd);

  private NativeLibraries() {}

  private static boolean loadBrotli() {
    return Brotli4jLoader.isAvailable();
  }

  private static boolean loadZstd() {
    Native.load();
    return Native.isLoaded();
  }

  /** Asks in a way that outlives a class that is missing as well as a library that is refused. */
  static boolean loads(BooleanSupplier library) {
    try {
      return library.getAsBoolean();
    } catch (LinkageError | RuntimeException missing) {
      return false;
    }
  }
}
