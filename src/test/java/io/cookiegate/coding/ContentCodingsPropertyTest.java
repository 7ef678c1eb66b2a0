package io.cookiegate.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ContentCodingsPropertyTest {
  @Provide
  Arbitrary<String> codings() {
    return Arbitraries.of(Oracles.CODINGS);
  }

  /**
   * Bytes of few kinds, so that there is something to compress, repeated until they pass some
   * buffers.
   */
  @Provide
  Arbitrary<byte[]> bodies() {
    return Arbitraries.integers()
        .between(0, 40)
        .map(Integer::byteValue)
        .array(byte[].class)
        .ofMaxSize(300)
        .flatMap(some -> Arbitraries.of(1, 2, 300).map(times -> repeated(some, times)));
  }

  private static byte[] repeated(byte[] some, int times) {
    byte[] all = new byte[some.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (some[i % some.length] + i / 7919);
    }
    return all;
  }

  @Property(tries = 300)
  void whatOthersEncodeIsDecodedHoweverItIsCut(
      @ForAll("codings") String coding,
      @ForAll("bodies") byte[] body,
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5000) Integer> cuts) {
    byte[] encoded = Oracles.encode(coding, body);
    assertArrayEquals(body, Bytes.through(ContentCodings.decoder(coding), encoded, cuts));
  }

  @Property(tries = 300)
  void whatIsEncodedHoweverItIsCutOthersDecode(
      @ForAll("codings") String coding,
      @ForAll("bodies") byte[] body,
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5000) Integer> cuts) {
    byte[] encoded = Bytes.through(ContentCodings.encoder(coding), body, cuts);
    assertArrayEquals(body, Oracles.decode(coding, encoded));
  }

  @Property(tries = 300)
  void anyBytesAreDecodedOrRefusedInBoundedTime(
      @ForAll("codings") String coding, @ForAll byte[] noise) {
    try {
      Bytes.through(ContentCodings.decoder(coding), noise);
    } catch (CodingException refused) {
      assert refused.getMessage() != null;
    }
  }
}
