package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecodingTest {
  private static final byte[] PAGE = RecodingPropertyTest.text(3, 60_000);
  private static final OddDeflate.Stream STREAM = RecodingPropertyTest.usual(PAGE, 6, 0, 0);
  private static final byte[] GZIP = RecodingPropertyTest.gzip(STREAM);

  private int lent;

  @BeforeEach
  void countLoans() {
    lent = Recoder.lent();
  }

  @AfterEach
  void everyLoanIsGivenBack() {
    assertEquals(lent, Recoder.lent());
  }

  private static byte[] recoded(ByteStep edits, byte[] coded) {
    return RecodingPropertyTest.recoded("gzip", edits, coded, List.of(), false);
  }

  @Test
  void aPageOfWhichSomethingGoesKeepsItsMatches() {
    byte[] page = prose();
    byte[] coded = RecodingPropertyTest.gzip(RecodingPropertyTest.usual(page, 6, 0, 0));
    byte[] output = recoded(new Without(), coded);
    byte[] text = Oracles.decode("gzip", output);
    int best = RecodingPropertyTest.usual(text, 6, 0, 0).coded().length;
    assertEquals(page.length - 12 * Without.LENGTH, text.length);
    assertTrue(output.length < best * 1.10, output.length + " of " + best);
  }

  /** Takes a tag's length out of every 5000 bytes. */
  private static final class Without implements ByteStep {
    static final int LENGTH = 250;
    private static final int EVERY = 5000;

    private int place;

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      while (in.hasRemaining()) {
        int in5000 = place % EVERY;
        int left = in5000 < LENGTH ? LENGTH - in5000 : EVERY - in5000;
        int n = Math.min(in.remaining(), left);
        if (in5000 >= LENGTH) {
          out.write(ByteBuffer.wrap(in.array(), in.arrayOffset() + in.position(), n));
        }
        in.position(in.position() + n);
        place += n;
      }
    }

    @Override
    public void flush(ByteSink out) {}

    @Override
    public void end(ByteSink out) {}

    @Override
    public void close() {}
  }

  /** Words in no order, in some markup: what compresses as pages do. */
  private static byte[] prose() {
    String[] words = new String[400];
    Random random = new Random(9);
    Arrays.setAll(words, i -> Long.toString(random.nextLong() >>> 1, 36).substring(0, 2 + i % 8));
    StringBuilder text = new StringBuilder();
    while (text.length() < 60_000) {
      text.append("<p class=\"lead\">");
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(words[random.nextInt(400)]).append(' ');
      }
      text.append("</p>\n");
    }
    return Arrays.copyOf(text.toString().getBytes(US_ASCII), 60_000);
  }

  @Test
  void matchesAreSoughtInBytesThatAreNew() {
    byte[] banner = "<div class=\"banner\"><p class=\"banner-text\">".repeat(40).getBytes(US_ASCII);
    byte[] with = recoded(new Before(banner), GZIP);
    assertArrayEquals(ContentCodingsTest.concat(banner, PAGE), Oracles.decode("gzip", with));
    assertTrue(with.length < GZIP.length + 300, with.length + " of " + GZIP.length);
  }

  /** Puts something before a page. */
  private static final class Before implements ByteStep {
    private final byte[] bytes;
    private boolean begun;

    Before(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      if (!begun) {
        begun = true;
        out.write(ByteBuffer.wrap(bytes));
      }
      out.write(in);
    }

    @Override
    public void flush(ByteSink out) {}

    @Override
    public void end(ByteSink out) {}

    @Override
    public void close() {}
  }

  /** The programs of others take what comes out. */
  @Test
  void gzipItselfTakesIt() throws IOException, InterruptedException {
    for (int stretch : new int[] {0, 3, 700, 9000}) {
      Edited edits = new Edited(stretch, stretch);
      Process gzip = new ProcessBuilder("gzip", "-dc").redirectErrorStream(true).start();
      byte[] output = recoded(edits, GZIP);
      Thread feeding = new Thread(() -> feed(gzip, output));
      feeding.start();
      byte[] read = gzip.getInputStream().readAllBytes();
      feeding.join();
      assertEquals(0, gzip.waitFor());
      assertArrayEquals(edits.result(), read);
    }
  }

  private static void feed(Process process, byte[] bytes) {
    try (var in = process.getOutputStream()) {
      in.write(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 400})
  void aFlushLetsTheOtherSideReadEverythingSoFar(int stretch) throws DataFormatException {
    byte[] coded = RecodingPropertyTest.gzip(RecodingPropertyTest.usual(PAGE, 6, 0, 3000));
    Recoding recoding = ContentCodings.recoding("gzip");
    Edited edits = new Edited(1, stretch);
    Bytes out = new Bytes();
    try (ByteStep all = ByteSteps.chain(recoding.decoder(), edits, recoding.encoder())) {
      for (int from = 0; from < coded.length; from += 777) {
        int n = Math.min(777, coded.length - from);
        all.write(ByteBuffer.wrap(coded, from, n), out);
        all.flush(out);
        int length = out.toArray().length;
        all.flush(out);
        assertEquals(length, out.toArray().length);
        assertArrayEquals(edits.result(), soFar(out.toArray()));
      }
    }
  }

  private static byte[] soFar(byte[] gzip) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(gzip, 10, gzip.length - 10);
    byte[] text = new byte[1 << 20];
    int length = inflater.inflate(text);
    inflater.end();
    return Arrays.copyOf(text, length);
  }

  @Test
  void aHeaderMayHaveEverythingThatHeadersMayHave() {
    byte[] rest = Arrays.copyOfRange(GZIP, 10, GZIP.length);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0x1e, 1, 2, 3, 4, 2, 3, 4, 0, 9, 9, 9, 9});
    header.writeBytes("page.html\0a comment\0".getBytes(US_ASCII));
    CRC32 crc = new CRC32();
    crc.update(header.toByteArray());
    int check = (int) crc.getValue();
    header.writeBytes(new byte[] {(byte) check, (byte) (check >> 8)});
    byte[] coded = ContentCodingsTest.concat(header.toByteArray(), rest);
    assertArrayEquals(PAGE, Oracles.decode("gzip", recoded(new Edited(0, 0), coded)));
    coded[5] ^= 1;
    assertThrows(CodingException.class, () -> recoded(new Edited(0, 0), coded));
  }

  @Test
  void whatIsBrokenIsRefused() {
    int refused = 0;
    byte[] small =
        RecodingPropertyTest.gzip(RecodingPropertyTest.usual(Arrays.copyOf(PAGE, 300), 6, 0, 0));
    for (int bit = 0; bit < small.length * 8; bit++) {
      byte[] broken = small.clone();
      broken[bit / 8] ^= (byte) (1 << (bit % 8));
      refused += refuses(broken) ? 1 : 0;
    }
    for (int length = 1; length < small.length; length++) {
      assertTrue(refuses(Arrays.copyOf(small, length)), "cut to " + length);
    }
    assertTrue(refused > small.length * 7, "refused " + refused + " of " + small.length * 8);
  }

  /** Exactly where the decoder refuses that knows nothing of all this. */
  private static boolean refuses(byte[] coded) {
    assertEquals(
        outcome(() -> Bytes.through(ContentCodings.decoder("gzip"), coded)),
        outcome(() -> Oracles.decode("gzip", recoded(new Edited(0, 0), coded))));
    return outcome(() -> recoded(new Edited(0, 0), coded)).startsWith("refused");
  }

  private static String outcome(java.util.function.Supplier<byte[]> step) {
    try {
      return Arrays.toString(step.get());
    } catch (CodingException refused) {
      return "refused";
    }
  }

  @Test
  void whatFollowsTheLastMemberIsDropped() {
    byte[] padded = ContentCodingsTest.concat(GZIP, "<!-- cached -->".getBytes(US_ASCII));
    assertArrayEquals(PAGE, Oracles.decode("gzip", recoded(new Edited(0, 0), padded)));
  }

  @Test
  void anEmptyBodyIsAnEmptyPage() {
    assertEquals(0, Oracles.decode("gzip", recoded(new Edited(0, 0), new byte[0])).length);
  }

  @Test
  void deflateMayComeWithoutItsWrapper() {
    Recoding recoding = ContentCodings.recoding("deflate");
    byte[] output =
        Bytes.byteByByte(ByteSteps.chain(recoding.decoder(), recoding.encoder()), STREAM.coded());
    assertArrayEquals(PAGE, Oracles.decode("deflate", output));
  }

  /** A stream far larger than every buffer, of noise and of what is the same over and over. */
  @Test
  void aLargeBodyStreamsThrough() throws IOException {
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);
    Arrays.fill(large, 1 << 19, 1 << 20, (byte) 'a');
    for (int i = 1 << 20; i < 2 << 20; i++) {
      large[i] = (byte) "abcdefgh".charAt(large[i] & 7);
    }
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(large);
    }
    for (int stretch : new int[] {0, 250_000}) {
      Edited edits = new Edited(6, stretch);
      List<Integer> cuts = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        cuts.add(8192);
      }
      byte[] output = RecodingPropertyTest.recoded("gzip", edits, coded.toByteArray(), cuts, false);
      assertArrayEquals(edits.result(), Oracles.decode("gzip", output));
    }
  }

  @Test
  void whatDecodesToLittleMustNotBecomeLarge() {
    byte[] bomb =
        RecodingPropertyTest.gzip(RecodingPropertyTest.usual(new byte[64 << 20], 9, 0, 0));
    byte[] output = recoded(new Edited(3, 1 << 20), bomb);
    assertTrue(output.length < bomb.length + 20_000, output.length + " of " + bomb.length);
  }

  @Test
  void aClosedBodyReachesNothing() {
    Recoding recoding = ContentCodings.recoding("gzip");
    recoding.decoder().close();
    assertThrows(
        IllegalStateException.class,
        () -> recoding.decoder().write(ByteBuffer.wrap(GZIP), bytes -> {}));
    recoding.encoder().close();
    recoding.decoder().close();
    assertThrows(
        IllegalStateException.class,
        () -> recoding.encoder().write(ByteBuffer.wrap(PAGE), bytes -> {}));
  }

  /** What one body left behind is out of the next one's reach. */
  @Test
  void nothingOfOneBodyGetsIntoAnother() {
    for (int i = 0; i < 20; i++) {
      recoded(new Edited(i, 900), GZIP);
    }
    byte[] beyond = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN).array();
    System.arraycopy(GZIP, 0, beyond, 0, 10);
    // A fixed block whose first symbol is a match of length 3 at distance 1: there is no byte yet.
    beyond[10] = 0b0000_0011;
    beyond[11] = 0b0000_0010;
    assertTrue(refuses(beyond));
  }

  @Test
  void beyondTheHeapsShareBodiesAreCodedAsByOthers() {
    List<Recoding> open = new ArrayList<>();
    while (Recoder.lent() < Recoder.MOST) {
      open.add(ContentCodings.recoding("gzip"));
    }
    byte[] output = recoded(new Edited(4, 900), GZIP);
    open.forEach(
        recoding -> {
          recoding.decoder().close();
          recoding.encoder().close();
        });
    Edited again = new Edited(4, 900);
    byte[] followed = recoded(again, GZIP);
    assertArrayEquals(again.result(), Oracles.decode("gzip", output));
    assertArrayEquals(again.result(), Oracles.decode("gzip", followed));
    assertNotEquals(output.length, followed.length);
  }

  @Test
  void bytesInAnyCharsetAreFound() {
    byte[] utf16 = new String(PAGE, UTF_8).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    byte[] coded = RecodingPropertyTest.gzip(RecodingPropertyTest.usual(utf16, 6, 0, 0));
    Recoding recoding = ContentCodings.recoding("gzip");
    PageCharset charset = PageCharset.of("text/html; charset=utf-16le");
    byte[] output =
        Bytes.through(
            ByteSteps.chain(
                recoding.decoder(), charset.reader(), charset.writer(), recoding.encoder()),
            coded);
    assertArrayEquals(utf16, Oracles.decode("gzip", output));
    assertEquals(coded.length, output.length);
  }
}
