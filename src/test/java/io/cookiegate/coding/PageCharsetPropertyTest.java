package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class PageCharsetPropertyTest {
  private static final Charset JDK = Charset.forName("ISO-2022-JP");

  private static byte[] thereAndBack(String contentType, byte[] page, List<Integer> cuts) {
    PageCharset charset = PageCharset.of(contentType);
    byte[] read = Bytes.through(charset.reader(), page, cuts);
    return Bytes.through(charset.writer(), read, cuts);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, 2000).list().ofMaxSize(8);
  }

  /** Bytes that mean something to ISO-2022-JP, with whole escape sequences among them. */
  @Provide
  Arbitrary<byte[]> escaped() {
    return Arbitraries.of(
            "\u001b",
            "$",
            "(",
            "B",
            "J",
            "I",
            "@",
            "\\",
            "~",
            "\n",
            "a",
            "<",
            "\u0080",
            "\u000e",
            "\u001b$B",
            "\u001b$@",
            "\u001b(B",
            "\u001b(J",
            "\u001b(I",
            "$\"",
            "-!",
            "\u007f")
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Text as pages have it, without the control characters that the encoding uses itself. */
  @Provide
  Arbitrary<String> japanese() {
    return Arbitraries.strings()
        .withChars("<a href=/>\n\\~¥‾、。！")
        .withCharRange('ぁ', 'ん')
        .withCharRange('ァ', 'ヶ')
        .withCharRange('一', '亜')
        .ofMaxLength(60);
  }

  @Property
  void anyUtf16ComesBack(@ForAll byte[] page, @ForAll("cuts") List<Integer> cuts) {
    for (String name : List.of("utf-16le", "utf-16be")) {
      assertArrayEquals(page, thereAndBack("text/html; charset=" + name, page, cuts));
    }
  }

  @Property
  void utf16IsReadAsTheJdkReadsIt(@ForAll String text, @ForAll("cuts") List<Integer> cuts) {
    byte[] page = text.getBytes(StandardCharsets.UTF_16BE);
    String whole = new String(page, StandardCharsets.UTF_16BE);
    ByteStep reader = PageCharset.of("text/html; charset=utf-16be").reader();
    if (!whole.startsWith("\uefbb")) {
      assertEquals(whole, new String(Bytes.through(reader, page, cuts), UTF_8));
    }
  }

  @Property
  void anyDeclaredPageComesBack(@ForAll byte[] page, @ForAll("cuts") List<Integer> cuts) {
    assertArrayEquals(page, thereAndBack("text/html; charset=windows-1252", page, cuts));
  }

  @Property
  void anyUndeclaredPageComesBackButForItsEscapes(
      @ForAll @Size(max = 3000) byte[] page, @ForAll("cuts") List<Integer> cuts) {
    byte[] back = thereAndBack(null, page, cuts);
    assertArrayEquals(Bytes.through(new EscapeRemover(), page), back);
  }

  @Property
  void canonicalJapaneseComesBack(
      @ForAll("japanese") String text, @ForAll("cuts") List<Integer> cuts) {
    byte[] page = text.getBytes(JDK);
    assertArrayEquals(page, thereAndBack("text/html; charset=iso-2022-jp", page, cuts));
  }

  @Property
  void anyJapaneseComesBackAsTheSameCharacters(
      @ForAll("escaped") byte[] page, @ForAll("cuts") List<Integer> cuts) {
    byte[] back = thereAndBack("text/html; charset=iso-2022-jp", page, cuts);
    assertEquals(Iso2022JpOracle.decode(page), Iso2022JpOracle.decode(back));
  }

  /** The promise that matters: a browser reads what the rewriter wrote, wherever that was cut. */
  @Property
  void whatIsLeftReadsAsItWasJudged(
      @ForAll("escaped") byte[] page, @ForAll("cuts") List<Integer> removed) {
    Iso2022Jp charset = new Iso2022Jp();
    int[] points = new String(Bytes.through(charset.reader(), page), UTF_8).codePoints().toArray();
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    StringBuilder judged = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      if (!removed.contains(i)) {
        left.writeBytes(Character.toString(points[i]).getBytes(UTF_8));
        judged.appendCodePoint(points[i] >= Iso2022Jp.BAD_PAIR ? 0xfffd : points[i]);
      }
    }
    byte[] written = Bytes.through(charset.writer(), left.toByteArray());
    assertEquals(judged.toString(), Iso2022JpOracle.decode(written));
  }

  @Property
  void nothingButAnEscapeIsEverTakenAway(@ForAll("escaped") byte[] page) {
    byte[] tame = Bytes.byteByByte(new EscapeRemover(), page);
    assertArrayEquals(tame, Bytes.through(new EscapeRemover(), page));
    String text = new String(tame, StandardCharsets.ISO_8859_1);
    assertEquals(-1, text.indexOf("\u001b$"));
    assertEquals(-1, text.indexOf("\u001b("));
    assertEquals(
        new String(page, StandardCharsets.ISO_8859_1).replace("\u001b", ""),
        text.replace("\u001b", ""));
  }
}
