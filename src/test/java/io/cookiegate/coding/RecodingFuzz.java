package io.cookiegate.coding;

import static io.cookiegate.coding.RecodingPropertyTest.assertAlike;
import static io.cookiegate.coding.RecodingPropertyTest.byTokens;
import static io.cookiegate.coding.RecodingPropertyTest.byZlib;
import static io.cookiegate.coding.RecodingPropertyTest.recoded;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A fuzz target: any bytes as a DEFLATE stream and as a text, decoded, edited and encoded again as the
 * body of a page is, with zlib as the judge. The first byte picks level and strategy, the second how
 * much is edited, the third the edits and a place to cut.
 */
public final class RecodingFuzz {
  private static final int HEAD = 3;
  private static final int LONGEST_TEXT = 1 << 16;
  private static final int[] STRETCHES = {0, 1, 3, 7, 20, 60, 300, 900};

  private RecodingFuzz() {}

  /** Called by the fuzzer, and by the replay of the inputs that are kept. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length <= HEAD) {
      return;
    }
    byte[] body = Arrays.copyOfRange(input, HEAD, input.length);
    String verdict = byZlib(body);
    assertAlike(verdict, byTokens(body, 1 + (input[2] & 0x1f)));
    assertAlike(verdict, byTokens(body, body.length));
    OddDeflate.Stream stream = stream(body);
    if (stream != null) {
      edited(stream, input);
    }
    int flushEvery = (input[0] & 0x40) == 0 ? 0 : 100;
    edited(
        RecodingPropertyTest.usual(
            body, (input[0] & 0xf) % 10, (input[0] >> 4 & 3) % 3, flushEvery),
        input);
  }

  /** The bytes as a whole stream, as zlib reads it; null where they are none. */
  private static OddDeflate.@Nullable Stream stream(byte[] coded) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(coded);
      byte[] text = new byte[LONGEST_TEXT];
      int length = inflater.inflate(text);
      boolean whole = inflater.finished() && inflater.getRemaining() == 0;
      return whole ? new OddDeflate.Stream(coded, Arrays.copyOf(text, length)) : null;
    } catch (DataFormatException refused) {
      return null;
    } finally {
      inflater.end();
    }
  }

  private static void edited(OddDeflate.Stream stream, byte[] input) {
    int stretch = STRETCHES[input[1] & 7];
    List<Integer> cuts = List.of(input[2] & 0xff, 1, (input[1] & 0xff) >> 3);
    boolean flushing = input[2] < 0;
    Edited gzip = new Edited(input[2], stretch);
    byte[] coded = recoded("gzip", gzip, RecodingPropertyTest.gzip(stream), cuts, flushing);
    assertArrayEquals(gzip.result(), Oracles.decode("gzip", coded));
    Edited zlib = new Edited(input[2], stretch);
    coded = recoded("deflate", zlib, RecodingPropertyTest.zlib(stream), cuts, flushing);
    assertArrayEquals(zlib.result(), Oracles.decode("deflate", coded));
  }
}
