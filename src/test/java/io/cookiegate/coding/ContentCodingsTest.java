package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingsTest {
  @SuppressWarnings("unused") // read by FieldSource
  private static final java.util.List<String> CODINGS = Oracles.CODINGS;

  private static final byte[] PAGE = page(200);

  private static byte[] page(int lines) {
    StringBuilder page = new StringBuilder("<!doctype html>\n");
    Random random = new Random(7);
    for (int i = 0; i < lines; i++) {
      page.append("<p id=").append(random.nextInt(1000)).append(">Allmänna villkor</p>\n");
    }
    return page.toString().getBytes(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZip",
        "x-gzip",
        "deflate",
        "br",
        "zstd",
        "identity",
        "",
        " ",
        "gzip, br",
        "gzip,,br",
        " , gzip",
        "identity, gzip",
        "br,br,br"
      })
  void undoesWhatItKnows(String contentEncoding) {
    assertTrue(ContentCodings.canUndo(contentEncoding));
    byte[] encoded = Bytes.through(ContentCodings.encoder(contentEncoding), PAGE);
    assertArrayEquals(PAGE, Bytes.through(ContentCodings.decoder(contentEncoding), encoded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compress",
        "gzip;q=1",
        "utf-8",
        "none",
        "dcb",
        "gzip br",
        "gzip, x",
        "br,br,br,br"
      })
  void refusesWhatItDoesNotKnow(String contentEncoding) {
    assertFalse(ContentCodings.canUndo(contentEncoding));
    assertThrows(CodingException.class, () -> ContentCodings.decoder(contentEncoding));
    assertThrows(CodingException.class, () -> ContentCodings.encoder(contentEncoding));
  }

  @Test
  void identityIsNoStep() {
    assertSame(ByteSteps.identity(), ContentCodings.decoder("identity"));
    assertSame(ByteSteps.identity(), ContentCodings.encoder(""));
  }

  @Test
  void theLastCodingIsUndoneFirst() {
    byte[] encoded = Oracles.encode("br", Oracles.encode("gzip", PAGE));
    assertArrayEquals(PAGE, Bytes.through(ContentCodings.decoder("gzip, br"), encoded));
    byte[] ours = Bytes.through(ContentCodings.encoder("gzip, br"), PAGE);
    assertArrayEquals(PAGE, Oracles.decode("gzip", Oracles.decode("br", ours)));
  }

  @ParameterizedTest
  @FieldSource("CODINGS")
  void everyLevelIsBroughtIntoRange(String coding) {
    for (int level : new int[] {-5, 0, 1, 2, 3, 4, 6, 9, 22}) {
      byte[] encoded = Bytes.through(ContentCodings.encoder(coding, level), PAGE);
      assertArrayEquals(PAGE, Oracles.decode(coding, encoded), () -> coding + " at " + level);
      assertTrue(encoded.length < PAGE.length / 3, () -> coding + " at " + level);
    }
  }

  @ParameterizedTest
  @FieldSource("CODINGS")
  void aFlushLetsTheOtherSideReadEverythingSoFar(String coding) throws IOException {
    Bytes out = new Bytes();
    try (ByteStep encoder = ContentCodings.encoder(coding)) {
      encoder.flush(out);
      for (int to = 100; to < PAGE.length; to += 997) {
        int from = Math.max(0, to - 997);
        encoder.write(ByteBuffer.wrap(PAGE, from, to - from), out);
        encoder.flush(out);
        encoder.flush(out);
        try (InputStream soFar = Oracles.decoder(coding, out.toArray())) {
          assertArrayEquals(Arrays.copyOf(PAGE, to), firstBytes(soFar, to));
        }
        try (ByteStep decoder = ContentCodings.decoder(coding)) {
          Bytes seen = new Bytes();
          decoder.write(ByteBuffer.wrap(out.toArray()), seen);
          assertArrayEquals(Arrays.copyOf(PAGE, to), seen.toArray());
        }
      }
    }
  }

  /** One by one: asking for more than there is makes some streams throw away what they have. */
  private static byte[] firstBytes(InputStream in, int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) in.read();
    }
    return bytes;
  }

  @ParameterizedTest
  @FieldSource("CODINGS")
  void everyTruncationIsNoticed(String coding) {
    byte[] encoded = Oracles.encode(coding, page(4));
    for (int length = 1; length < encoded.length; length++) {
      byte[] part = Arrays.copyOf(encoded, length);
      String why = coding + " cut to " + length;
      CodingException seen =
          assertThrows(
              CodingException.class,
              () -> Bytes.through(ContentCodings.decoder(coding), part),
              why);
      assertTrue(seen.getMessage().endsWith("stops before its end."), why);
    }
  }

  @ParameterizedTest
  @FieldSource("CODINGS")
  void anEmptyBodyIsAnEmptyPage(String coding) {
    assertEquals(0, Bytes.through(ContentCodings.decoder(coding), new byte[0]).length);
    byte[] encoded = Bytes.through(ContentCodings.encoder(coding), new byte[0]);
    assertEquals(0, Oracles.decode(coding, encoded).length);
    assertEquals(0, Bytes.through(ContentCodings.decoder(coding), encoded).length);
  }

  /**
   * Brotli and bare deflate have no checksum of their content: there, only the end of the call is
   * asked for.
   */
  @ParameterizedTest
  @CsvSource({"gzip, true", "deflate, true", "zstd, true", "br, false"})
  void everyBrokenBitIsNoticedOrHarmless(String coding, boolean checked) {
    byte[] plain = page(3);
    byte[] encoded = Oracles.encode(coding, plain);
    int noticed = 0;
    for (int bit = 0; bit < encoded.length * 8; bit++) {
      byte[] broken = encoded.clone();
      broken[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        byte[] decoded = Bytes.through(ContentCodings.decoder(coding), broken);
        assertTrue(!checked || Arrays.equals(plain, decoded), coding + " bit " + bit);
      } catch (CodingException expected) {
        noticed++;
      }
    }
    assertTrue(noticed > encoded.length, coding + " noticed " + noticed);
  }

  @ParameterizedTest
  @FieldSource("CODINGS")
  void aBombIsRefused(String coding) {
    byte[] inner = Oracles.encode(coding, new byte[64 << 20]);
    byte[] bomb = Oracles.encode("br", inner);
    Bytes out = new Bytes();
    try (ByteStep decoder = ContentCodings.decoder(coding + ", br")) {
      assertThrows(CodingException.class, () -> decoder.write(ByteBuffer.wrap(bomb), out), coding);
    }
    assertTrue(out.all.size() <= ExpansionLimit.FREE + ExpansionLimit.TIMES * bomb.length);
    assertTrue(out.largest <= 16 * 1024);
  }

  @ParameterizedTest
  @FieldSource("CODINGS")
  void piecesAreSmallAndOverArrays(String coding) {
    byte[] large = page(20_000);
    ByteSink small =
        bytes -> {
          assertTrue(bytes.remaining() <= 16 * 1024);
          assertTrue(bytes.hasArray());
        };
    try (ByteStep decoder = ContentCodings.decoder(coding)) {
      decoder.write(ByteBuffer.wrap(Oracles.encode(coding, large)), small);
      decoder.end(small);
    }
  }

  @Test
  void readsFromDirectAndReadOnlyBuffersAndUsesThemUp() {
    for (String coding : Oracles.CODINGS) {
      byte[] encoded = Oracles.encode(coding, PAGE);
      ByteBuffer direct = ByteBuffer.allocateDirect(encoded.length).put(encoded).flip();
      for (ByteBuffer in : new ByteBuffer[] {direct, ByteBuffer.wrap(encoded).asReadOnlyBuffer()}) {
        Bytes out = new Bytes();
        try (ByteStep both =
            ByteSteps.chain(ContentCodings.decoder(coding), ContentCodings.encoder(coding))) {
          both.write(in, out);
          assertEquals(0, in.remaining());
          both.end(out);
        }
        assertArrayEquals(PAGE, Oracles.decode(coding, out.toArray()));
      }
    }
  }

  @Test
  void gzipMembersFollowOneAnother() {
    byte[] members = concat(Oracles.encode("gzip", PAGE), Oracles.encode("gzip", PAGE));
    assertArrayEquals(
        concat(PAGE, PAGE), Bytes.byteByByte(ContentCodings.decoder("gzip"), members));
  }

  @Test
  void zstandardFramesFollowOneAnother() {
    byte[] frames = concat(Oracles.encode("zstd", PAGE), Oracles.encode("zstd", PAGE));
    assertArrayEquals(concat(PAGE, PAGE), Bytes.byteByByte(ContentCodings.decoder("zstd"), frames));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0\0\0\0", "x", "\u001f", "\u001fx", "<!-- cached -->"})
  void paddingAfterGzipIsDropped(String padding) {
    byte[] padded = concat(Oracles.encode("gzip", PAGE), padding.getBytes(UTF_8));
    assertArrayEquals(PAGE, Bytes.byteByByte(ContentCodings.decoder("gzip"), padded));
  }

  @Test
  void bytesAfterBrotliAreRefused() {
    byte[] longer = concat(Oracles.encode("br", PAGE), new byte[] {0});
    assertThrows(CodingException.class, () -> Bytes.through(ContentCodings.decoder("br"), longer));
    assertThrows(
        CodingException.class, () -> Bytes.byteByByte(ContentCodings.decoder("br"), longer));
  }

  @Test
  void deflateMayComeWithoutItsWrapper() throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(raw, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
      deflater.write(PAGE);
    }
    byte[] encoded = raw.toByteArray();
    assertArrayEquals(PAGE, Bytes.through(ContentCodings.decoder("deflate"), encoded));
    assertArrayEquals(PAGE, Bytes.byteByByte(ContentCodings.decoder("deflate"), encoded));
  }

  @Test
  void aWindowLargerThanTheWebAllowsIsRefused() {
    byte[] large = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 14 << 3, 1, 0, 0};
    large[5] = (13 << 3);
    assertEquals(0, Bytes.through(ContentCodings.decoder("zstd"), large).length);
    large[5] = (14 << 3);
    assertThrows(CodingException.class, () -> Bytes.through(ContentCodings.decoder("zstd"), large));
  }

  @Test
  void aClosedStepMayBeClosedAgain() {
    for (String coding : Oracles.CODINGS) {
      ByteStep decoder = ContentCodings.decoder(coding);
      decoder.close();
      decoder.close();
      ByteStep encoder = ContentCodings.encoder(coding);
      encoder.close();
      encoder.close();
    }
  }

  static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
