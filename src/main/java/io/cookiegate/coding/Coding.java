package io.cookiegate.coding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One content coding (RFC 9110 section 8.4.1), which this machine may or may not have the library
 * for.
 */
enum Coding {
  IDENTITY(1, 1) {
    @Override
    ByteStep decoder() {
      return ByteSteps.identity();
    }

    @Override
    ByteStep encoder(int level) {
      return ByteSteps.identity();
    }
  },
  GZIP(1, 9) {
    @Override
    ByteStep decoder() {
      return new GzipDecoder(new ZlibInflation(true));
    }

    @Override
    ByteStep encoder(int level) {
      return new GzipEncoder(new ZlibDeflation(level, true));
    }
  },
  DEFLATE(1, 9) {
    @Override
    ByteStep decoder() {
      return new DeflateDecoder();
    }

    @Override
    ByteStep encoder(int level) {
      return new DeflateEncoder(new ZlibDeflation(level, false));
    }
  },
  BR(1, 4) {
    @Override
    boolean available() {
      return NativeLibraries.BROTLI;
    }

    @Override
    ByteStep decoder() {
      return new BrotliDecoder();
    }

    @Override
    ByteStep encoder(int level) {
      return new BrotliEncoder(level);
    }
  },
  ZSTD(1, 6) {
    @Override
    boolean available() {
      return NativeLibraries.ZSTD;
    }

    @Override
    ByteStep decoder() {
      return new ZstdDecoder();
    }

    @Override
    ByteStep encoder(int level) {
      return new ZstdEncoder(level);
    }
  };

  private static final Map<String, Coding> BY_NAME =
      Map.of(
          "identity", IDENTITY,
          "gzip", GZIP,
          "x-gzip", GZIP,
          "deflate", DEFLATE,
          "br", BR,
          "zstd", ZSTD);

  private final int fastest;
  private final int smallest;

  Coding(int fastest, int smallest) {
    this.fastest = fastest;
    this.smallest = smallest;
  }

  abstract ByteStep decoder();

  abstract ByteStep encoder(int level);

  boolean available() {
    return true;
  }

  /** Whether it is DEFLATE in a wrapper. */
  boolean isDeflate() {
    return this == GZIP || this == DEFLATE;
  }

  /** The nearest level this coding has that a stream can afford. */
  int within(int level) {
    return Math.max(fastest, Math.min(smallest, level));
  }

  /** The available coding of this name, in any case. */
  static @Nullable Coding of(String name) {
    Coding coding = BY_NAME.get(Ascii.lower(name));
    return coding != null && coding.available() ? coding : null;
  }
}
