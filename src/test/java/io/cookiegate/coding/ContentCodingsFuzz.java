package io.cookiegate.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fuzz target: any bytes as a coded body and as a plain one. The first byte picks the coding, the
 * second a place to cut.
 */
public final class ContentCodingsFuzz {
  private static final List<String> CODINGS =
      List.of("gzip", "deflate", "br", "zstd", "x-gzip", "gzip, br", "deflate, zstd", "identity");

  private ContentCodingsFuzz() {}

  /** Called by the fuzzer, and by the replay of the inputs that are kept. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length >= 2) {
      String coding = CODINGS.get(input[0] & 7);
      List<Integer> cuts = List.of(input[1] & 0xff);
      byte[] body = Arrays.copyOfRange(input, 2, input.length);
      assertArrayEquals(decoded(coding, body, List.of()), decoded(coding, body, cuts));
      byte[] encoded = Bytes.through(ContentCodings.encoder(coding), body, cuts);
      assertArrayEquals(body, Bytes.through(ContentCodings.decoder(coding), encoded, cuts));
    }
  }

  /** Null where the bytes are refused. */
  private static byte @Nullable [] decoded(String coding, byte[] body, List<Integer> cuts) {
    try {
      return Bytes.through(ContentCodings.decoder(coding), body, cuts);
    } catch (CodingException refused) {
      return null;
    }
  }
}
