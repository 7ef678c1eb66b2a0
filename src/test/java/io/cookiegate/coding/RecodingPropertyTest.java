package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RecodingPropertyTest {
  private static final int[] STRETCHES = {0, 1, 7, 60, 900, 5000, 40_000};

  /** Streams of zlib at every level and strategy, flushed or not, and those that nobody makes. */
  @Provide
  Arbitrary<OddDeflate.Stream> streams() {
    Arbitrary<OddDeflate.Stream> usual =
        Combinators.combine(
                Arbitraries.longs(),
                Arbitraries.integers().between(0, 60_000),
                Arbitraries.integers().between(0, 9),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(0, 0, 3000))
            .as(
                (seed, size, level, strategy, flush) ->
                    usual(text(seed, size), level, strategy, flush));
    Arbitrary<OddDeflate.Stream> odd =
        Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(1, 9))
            .as(OddDeflate::of);
    return Arbitraries.oneOf(usual, odd);
  }

  /** Text in which much comes again, near and far. */
  static byte[] text(long seed, int size) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < size) {
      switch (random.nextInt(4)) {
        case 0 -> text.append("<p class=\"c").append(random.nextInt(50)).append("\">");
        case 1 -> text.append(Long.toString(random.nextLong(), 36));
        case 2 -> text.append("<script src=\"//tracker.example/").append(random.nextInt(9));
        default ->
            text.append(
                "Allmänna villkor ".repeat(random.nextInt(random.nextInt(60) == 0 ? 900 : 4)));
      }
    }
    return Arrays.copyOf(text.toString().getBytes(UTF_8), size);
  }

  static OddDeflate.Stream usual(byte[] text, int level, int strategy, int flushEvery) {
    Deflater deflater = new Deflater(level, true);
    deflater.setStrategy(strategy);
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    byte[] buffer = new byte[text.length + 4096];
    if (flushEvery > 0) {
      for (int from = 0; from < text.length; from += flushEvery) {
        deflater.setInput(text, from, Math.min(flushEvery, text.length - from));
        int n;
        do {
          n = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
          coded.write(buffer, 0, n);
        } while (n > 0 || !deflater.needsInput());
      }
    } else {
      deflater.setInput(text);
    }
    deflater.finish();
    while (!deflater.finished()) {
      coded.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return new OddDeflate.Stream(coded.toByteArray(), text);
  }

  static byte[] gzip(OddDeflate.Stream stream) {
    CRC32 crc = new CRC32();
    crc.update(stream.plain());
    ByteBuffer member =
        ByteBuffer.allocate(stream.coded().length + 18).order(ByteOrder.LITTLE_ENDIAN);
    member.put(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
    member.put(stream.coded()).putInt((int) crc.getValue()).putInt(stream.plain().length);
    return member.array();
  }

  static byte[] zlib(OddDeflate.Stream stream) {
    Adler32 sum = new Adler32();
    sum.update(stream.plain());
    ByteBuffer wrapped = ByteBuffer.allocate(stream.coded().length + 6);
    return wrapped
        .put((byte) 0x78)
        .put((byte) 0xda)
        .put(stream.coded())
        .putInt((int) sum.getValue())
        .array();
  }

  @Property(tries = 120)
  void whatIsEditedComesOut(
      @ForAll("streams") OddDeflate.Stream stream,
      @ForAll long seed,
      @ForAll @IntRange(max = 6) int stretch,
      @ForAll @Size(max = 12) List<@IntRange(max = 9000) Integer> cuts,
      @ForAll boolean flushing) {
    Edited edits = new Edited(seed, STRETCHES[stretch]);
    byte[] gzip = recoded("gzip", edits, gzip(stream), cuts, flushing);
    assertArrayEquals(edits.result(), Oracles.decode("gzip", gzip));
    Edited again = new Edited(seed, STRETCHES[stretch]);
    byte[] deflate = recoded("deflate", again, zlib(stream), cuts, flushing);
    assertArrayEquals(edits.result(), again.result());
    assertArrayEquals(again.result(), Oracles.decode("deflate", deflate));
    if (stretch == 0) {
      assertArrayEquals(stream.plain(), edits.result());
    }
  }

  @Property(tries = 80)
  void whatStaysPassesBitForBit(
      @ForAll("streams") OddDeflate.Stream stream,
      @ForAll @Size(max = 12) List<@IntRange(max = 9000) Integer> cuts) {
    byte[] gzip = recoded("gzip", new Edited(0, 0), gzip(stream), cuts, false);
    byte[] body = Arrays.copyOfRange(gzip, 10, gzip.length - 8);
    if (stream.plain().length <= 128 << 10) {
      assertArrayEquals(stream.coded(), body);
    }
    assertArrayEquals(stream.plain(), Oracles.decode("gzip", gzip));
  }

  @Property(tries = 30)
  void membersFollowOneAnother(
      @ForAll("streams") OddDeflate.Stream one,
      @ForAll("streams") OddDeflate.Stream other,
      @ForAll long seed,
      @ForAll @IntRange(max = 6) int stretch,
      @ForAll @Size(max = 6) List<@IntRange(max = 9000) Integer> cuts) {
    byte[] both = ContentCodingsTest.concat(gzip(one), gzip(other));
    Edited edits = new Edited(seed, STRETCHES[stretch]);
    byte[] gzip = recoded("gzip", edits, both, cuts, false);
    assertArrayEquals(edits.result(), Oracles.decode("gzip", gzip));
  }

  /** With zlib's own inflater as the judge of what is a stream and what it says. */
  @Property(tries = 600)
  void takesAndRefusesWhatZlibDoes(
      @ForAll("streams") OddDeflate.Stream stream, @ForAll long seed, @ForAll boolean cut) {
    Random random = new Random(seed);
    byte[] broken = stream.coded().clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at =
          random.nextInt(3) == 0
              ? random.nextInt(Math.min(60, broken.length))
              : random.nextInt(broken.length);
      broken[at] ^= (byte) (1 << random.nextInt(8));
    }
    if (cut) {
      broken = Arrays.copyOf(broken, random.nextInt(broken.length + 1));
    }
    assertAlike(byZlib(broken), byTokens(broken, random.nextInt(2) == 0 ? 1 : broken.length + 1));
  }

  @Property(tries = 600)
  void takesAndRefusesNoiseAsZlibDoes(@ForAll byte[] noise) {
    assertAlike(byZlib(noise), byTokens(noise, 1));
    assertAlike(byZlib(noise), byTokens(noise, noise.length + 1));
  }

  /** What zlib waits for the rest of may be refused already: nobody takes it as it is. */
  static void assertAlike(String byZlib, String byTokens) {
    if (!byZlib.startsWith("not over") || !byTokens.equals("refused")) {
      assertEquals(byZlib, byTokens);
    }
  }

  static String byZlib(byte[] coded) {
    Inflater inflater = new Inflater(true);
    inflater.setInput(coded);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    try {
      int n;
      while ((n = inflater.inflate(buffer)) > 0) {
        out.write(buffer, 0, n);
      }
      return said(inflater.finished(), inflater.getRemaining(), out.toByteArray());
    } catch (DataFormatException refused) {
      return "refused";
    } finally {
      inflater.end();
    }
  }

  private static String said(boolean finished, int left, byte[] out) {
    return finished
        ? "over, " + left + " left " + Arrays.hashCode(out)
        : "not over " + Arrays.hashCode(out);
  }

  static String byTokens(byte[] coded, int piece) {
    Bytes out = new Bytes();
    TokenDecoder inflation = new TokenDecoder(new Original());
    inflation.begin(true);
    int at = 0;
    try {
      while (at < coded.length && !inflation.finished()) {
        int n = Math.min(piece, coded.length - at);
        ByteBuffer in = ByteBuffer.wrap(coded, at, n);
        inflation.inflate(in, out, (array, from, length) -> {});
        at = in.position();
      }
      return said(inflation.finished(), coded.length - at, out.toArray());
    } catch (CodingException refused) {
      return "refused";
    }
  }

  /** Through a coding, edits and the coding again. */
  static byte[] recoded(
      String coding, ByteStep edits, byte[] coded, List<Integer> cuts, boolean flushing) {
    Recoding recoding = ContentCodings.recoding(coding);
    Bytes out = new Bytes();
    try (ByteStep all = ByteSteps.chain(recoding.decoder(), edits, recoding.encoder())) {
      int from = 0;
      for (int cut : cuts) {
        int to = from + cut % (coded.length - from + 1);
        all.write(ByteBuffer.wrap(coded, from, to - from), out);
        if (flushing) {
          all.flush(out);
        }
        from = to;
      }
      all.write(ByteBuffer.wrap(coded, from, coded.length - from), out);
      all.end(out);
    }
    return out.toArray();
  }
}
