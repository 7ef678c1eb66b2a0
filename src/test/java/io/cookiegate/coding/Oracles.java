package io.cookiegate.coding;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** The stream classes of the JDK and of the codec libraries, which share no code with the steps. */
final class Oracles {
  static final List<String> CODINGS = List.of("gzip", "x-gzip", "deflate", "br", "zstd");

  private Oracles() {}

  static byte[] encode(String coding, byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream encoder = encoder(coding, out)) {
      encoder.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] decode(String coding, byte[] encoded) {
    try (InputStream decoder = decoder(coding, encoded)) {
      return decoder.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OutputStream encoder(String coding, OutputStream out) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPOutputStream(out);
      case "deflate" -> new DeflaterOutputStream(out);
      case "br" -> new BrotliOutputStream(out, Encoder.Parameters.create(5));
      case "zstd" -> new ZstdOutputStreamNoFinalizer(out).setChecksum(true);
      default -> throw new IllegalArgumentException(coding);
    };
  }

  /** A stream that gives all that can be known from the bytes, even where they stop too early. */
  static InputStream decoder(String coding, byte[] encoded) throws IOException {
    InputStream in = new ByteArrayInputStream(encoded);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in);
      case "br" -> eager(new BrotliInputStream(in));
      case "zstd" -> new ZstdInputStreamNoFinalizer(in).setContinuous(true);
      default -> throw new IllegalArgumentException(coding);
    };
  }

  private static InputStream eager(BrotliInputStream in) {
    in.enableEagerOutput();
    return in;
  }
}
