package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the rows, ^ stands for ESC. */
class Iso2022JpTest {
  private static final byte ESC = 0x1b;

  private static byte[] bytes(String row) {
    return row.replace('^', '\u001b').getBytes(ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1).replace('\u001b', '^');
  }

  /** What the rewriter sees, each character that stands for an error as U+FFFD. */
  private static String read(byte[] page) {
    StringBuilder seen = new StringBuilder();
    new String(Bytes.through(new Iso2022Jp().reader(), page), UTF_8)
        .codePoints()
        .forEach(point -> seen.appendCodePoint(point >= Iso2022Jp.BAD_PAIR ? 0xfffd : point));
    return seen.toString();
  }

  private static byte[] thereAndBack(byte[] page) {
    Iso2022Jp charset = new Iso2022Jp();
    byte[] utf8 = Bytes.through(charset.reader(), page);
    return Bytes.through(charset.writer(), utf8);
  }

  /** The same page was given to Chromium 156, which read the same. */
  @Test
  void readsAsBrowsersDo() {
    byte[] page =
        bytes(
            "[^$B^(B][^(B][^(J\\~^(B][^(I1^(B][^$@$\"^(B][^X][^$X][\u0080][\u000e]"
                + "[^$B\n$\"$\n$\"$^(B]");
    assertEquals(
        "[\ufffd][][¥‾][ｱ][あ][\ufffdX][\ufffd$X][\ufffd][\ufffd][\ufffdあ\ufffdあ\ufffd]",
        read(page));
    assertEquals(Iso2022JpOracle.decode(page), read(page));
  }

  @Test
  void readsEveryPairThatTheJdkReads() {
    Charset jdk = Charset.forName("ISO-2022-JP");
    int same = 0;
    for (int lead = 0x21; lead <= 0x7e; lead++) {
      for (int trail = 0x21; trail <= 0x7e; trail++) {
        byte[] page = {ESC, '$', 'B', (byte) lead, (byte) trail, ESC, '(', 'B'};
        String expected = new String(page, jdk);
        same += expected.equals(read(page)) && !expected.contains("\ufffd") ? 1 : 0;
      }
    }
    // All of JIS X 0208, whose 6879 characters these are, but for the seven that Windows maps to
    // full width.
    assertEquals(6879 - 7, same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain <b>text</b>",
        "a^$B$\"$$^(Bb",
        "a^$B$\"^(B\n^$B$$^(B\n",
        "old^$@$\"^(Jand^$@$$^(Jold",
        "old^$@$\"^(J a\\~ ^(B\\ b",
        "kana^(I12^(B.^$B$\"^(I1^(B",
        "yen ^(J\\^(B.",
        "^$B$\"",
        "^$B$\"$",
        "^$B$\"^(J",
        "^$B\u007f$\"\n$\"^(B",
        "^$B-!\"\"}~^(B",
        "^$B$^$B$\"^(B",
        "^$B$^(Bx",
        "^(I12\n\u0080^(B",
        "latin \u00e9\u00ff \u000e \u000f",
        "lone ^ ^x ^^",
        "^$B$\"^",
        "\0"
      })
  void comesBackByteForByte(String row) {
    assertEquals(row, text(thereAndBack(bytes(row))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a^(Bb ~ ab",
        "^$B$\"^$B$$^(B ~ ^$B$\"$$^(B",
        "^(Jabc^(B ~ abc",
        "^$B$\"^(B^$@$$^(B ~ ^$B$\"\u00ff$$^(B",
        "^$B^(B ~ \u00ff",
        "^$X ~ \u00ff$X",
        "end ^( ~ end \u00ff(",
        "a^$B$\"^(Bb^$@$\"^(J ~ a^$B$\"^(Bb^$B$\"^(J",
      })
  void comesBackWithTheSameCharactersWhereItWasOddlySpelled(String row, String back) {
    assertEquals(back, text(thereAndBack(bytes(row))));
    assertEquals(Iso2022JpOracle.decode(bytes(row)), Iso2022JpOracle.decode(bytes(back)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<b> ~ <b>",
        "あ<b> ~ ^$B$\"^(B<b>",
        "Tillåt ~ Till&#229;t",
        "あå ~ ^$B$\"^(B&#229;",
        "😀 ~ &#128512;",
        "a\u001b(B ~ a\u00ff(B",
        "\ufffd ~ \u00ff",
      })
  void writesWhatIsPutIn(String made, String written) {
    assertEquals(written, text(Bytes.through(new Iso2022Jp().writer(), made.getBytes(UTF_8))));
  }

  /** What was between an ESC and the rest of an escape sequence may be removed. */
  @Test
  void aLoneEscapeIsNotCompletedByWhatFollowsLater() {
    Iso2022Jp charset = new Iso2022Jp();
    byte[] utf8 = Bytes.through(charset.reader(), bytes("a^<script></script>$B<!--"));
    String cut = new String(utf8, UTF_8).replace("<script></script>", "");
    byte[] back = Bytes.through(charset.writer(), cut.getBytes(UTF_8));
    assertEquals("a\u00ff$B<!--", text(back));
  }

  @Test
  void halfACharacterIsNotCompletedByWhatFollowsLater() {
    Iso2022Jp charset = new Iso2022Jp();
    byte[] utf8 = Bytes.through(charset.reader(), bytes("^$B$^(B<script></script>^$B$\"^(B"));
    String cut = new String(utf8, UTF_8).replace("<script></script>", "");
    byte[] back = Bytes.through(charset.writer(), cut.getBytes(UTF_8));
    assertEquals("\ufffdあ", Iso2022JpOracle.decode(back));
  }

  @Test
  void aFlushHandsOnEverythingKnown() {
    Iso2022Jp charset = new Iso2022Jp();
    Bytes out = new Bytes();
    charset.reader().write(ByteBuffer.wrap(bytes("a^$B$\"")), out);
    assertArrayEquals("aあ".getBytes(UTF_8), out.toArray());
  }
}
