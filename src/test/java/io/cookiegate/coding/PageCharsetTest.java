package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In Japanese pages, ^ stands for ESC. */
class PageCharsetTest {
  private static final String KANJI = "<p>^$B$\"^(B";

  private static byte[] japanese(String page) {
    return page.replace('^', '\u001b').getBytes(ISO_8859_1);
  }

  /** What the rewriter sees of a page. */
  private static byte[] seen(String contentType, byte[] page) {
    byte[] whole = Bytes.through(PageCharset.of(contentType).reader(), page);
    assertArrayEquals(whole, Bytes.byteByByte(PageCharset.of(contentType).reader(), page));
    return whole;
  }

  /** What the visitor gets where the rewriter removes this text. */
  private static byte[] without(String removed, String contentType, byte[] page) {
    PageCharset charset = PageCharset.of(contentType);
    String text = new String(Bytes.through(charset.reader(), page), ISO_8859_1);
    return Bytes.through(charset.writer(), text.replace(removed, "").getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "application/xhtml+xml                ~ <x>                                         ~ false",
        "application/xhtml+xml                ~ <x><meta charset='shift_jis'/>              ~ false",
        "application/xhtml+xml                ~ <?xml version='1.0'?>                       ~ false",
        "application/xhtml+xml                ~ <?xml version='1.0' encoding='x'?>          ~ false",
        "application/xhtml+xml                ~ <?xml version='1.0' encoding='shift_jis'?>  ~ true",
        "application/xhtml+xml; charset=utf-8 ~ <?xml version='1.0' encoding='shift_jis'?>  ~ false",
        "application/xhtml+xml; charset=sjis  ~ <x>                                         ~ true"
      })
  void aDocumentOfXmlSaysItsCharsetInItsDeclarationOnly(
      String contentType, String start, boolean masked) {
    byte[] page = (start + "\u0083\\").getBytes(ISO_8859_1);
    byte[] whole = Bytes.through(PageCharset.ofXml(contentType).reader(), page);
    assertArrayEquals(whole, Bytes.byteByByte(PageCharset.ofXml(contentType).reader(), page));
    assertEquals(masked, !Arrays.equals(page, whole));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "text/html",
        "text/html; charset=utf-8",
        "text/html; charset=euc-jp",
        "text/html; charset=hz-gb-2312",
        "text/html; charset=utf-7"
      })
  void anAsciiCompatiblePageIsNotTouched(String contentType) {
    byte[] page = new byte[3000];
    for (int i = 0; i < page.length; i++) {
      page[i] = (byte) (i * 31 + 60);
    }
    byte[] calm = new String(page, ISO_8859_1).replace('\u001b', '!').getBytes(ISO_8859_1);
    assertArrayEquals(calm, seen(contentType, calm));
    assertArrayEquals(calm, without("nothing", contentType, calm));
  }

  @Test
  void anAsciiCompatiblePageIsNotEvenCopied() {
    for (String contentType : new String[] {"text/html", "text/html; charset=utf-8"}) {
      ByteBuffer page = ByteBuffer.wrap("<!doctype html><title>x</title>".getBytes(UTF_8));
      List<ByteBuffer> passed = new ArrayList<>();
      PageCharset.of(contentType).reader().write(page, passed::add);
      assertEquals(1, passed.size());
      assertSame(page, passed.get(0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/html; charset=utf-16, <p>x, UTF-16LE",
    "text/html; charset=utf-16le, <p>å😀, UTF-16LE",
    "text/html; charset=utf-16be, <p>å😀, UTF-16BE",
    "text/html; charset=utf-8, \ufeff<p>å, UTF-16LE",
    "text/html; charset=utf-8, \ufeff<p>å, UTF-16BE",
    "text/html; charset=iso-2022-jp, \ufeff<p>å, UTF-16BE",
    "text/html; charset=utf-16le, \ufeff<p>å, UTF-16BE",
    "text/html; charset=utf-16le, \ufeff<p>å, UTF-8",
    "text/html, \ufeff<p>å, UTF-16LE",
    "text/html, <?xml?><p>å, UTF-16LE",
    "text/html, <?xml?><p>å, UTF-16BE",
  })
  void utf16IsReadWhereABrowserReadsIt(String contentType, String page, String charset)
      throws Exception {
    byte[] bytes = page.getBytes(charset);
    assertEquals(page, new String(seen(contentType, bytes), UTF_8));
    assertArrayEquals(bytes, without("nothing", contentType, bytes));
    assertArrayEquals(
        page.replace("<p>", "").getBytes(charset), without("<p>", contentType, bytes));
  }

  /** Chromium 156 shows these as text. */
  @ParameterizedTest
  @CsvSource({
    "text/html; charset=utf-8, <?xml?><p>, UTF-16LE",
    "text/html, <p>hello, UTF-16LE",
    "text/html, <p>hello, UTF-16BE",
    "text/html; charset='utf-16', <p>hello, UTF-16LE"
  })
  void utf16IsNotGuessed(String contentType, String page, String charset) throws Exception {
    byte[] bytes = page.getBytes(charset);
    assertArrayEquals(bytes, seen(contentType, bytes));
  }

  @Test
  void aPageThatOnlyClaimsToBeUtf16HasNoMarkup() {
    byte[] page = "<script src=//tracker.example/></script>".getBytes(UTF_8);
    String seen = new String(seen("text/html; charset=utf-16", page), UTF_8);
    assertEquals(new String(page, UTF_16LE), seen);
    assertArrayEquals(page, without("nothing", "text/html; charset=utf-16", page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"d800", "dc00", "d800d800dc00", "003cd800", "00", "003c00", "feffdfff", ""})
  void brokenUtf16ComesBack(String hex) {
    byte[] page = java.util.HexFormat.of().parseHex(hex);
    assertArrayEquals(page, without("nothing", "text/html; charset=utf-16be", page));
    assertArrayEquals(page, without("nothing", "text/html; charset=utf-16le", page));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "text/html; charset=iso-2022-jp ~ ''",
        "text/html ~ <meta charset=iso-2022-jp>",
        "text/html ~ <meta http-equiv=Content-Type content='text/html; charset=ISO-2022-JP'>",
        "text/html; charset=utf-7 ~ <meta charset=iso-2022-jp>",
        "text/html ~ <?xml version='1.0' encoding='iso-2022-jp'?>",
      })
  void japaneseIsReadWhereEveryBrowserReadsIt(String contentType, String start) {
    byte[] page = japanese(start + KANJI + "<script></script>^$B$$^(B");
    String seen = new String(seen(contentType, page), UTF_8);
    assertEquals(start + "<p>あ<script></script>い", seen);
    assertArrayEquals(page, without("nothing", contentType, page));
    assertArrayEquals(
        japanese(start + "<p>^$B$\"$$^(B"), without("<script></script>", contentType, page));
  }

  @Test
  void japaneseMayBeDeclaredLateInALongHead() {
    String head = "<link rel=stylesheet href=/a.css>\n".repeat(100);
    byte[] page = japanese(head + "<meta charset=iso-2022-jp>" + KANJI);
    assertEquals(
        head + "<meta charset=iso-2022-jp><p>あ", new String(seen("text/html", page), UTF_8));
    assertArrayEquals(page, without("nothing", "text/html", page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<meta charset=foo>",
        "<script>'<meta charset=iso-2022-jp>'</script>",
        "<title><meta charset=iso-2022-jp></title>",
        "<!-- --!><meta charset=utf-8>--><meta charset=iso-2022-jp>",
        "<?xml encoding='iso-2022-jp'?><meta charset=utf-8>",
      })
  void whereBrowsersMayDifferAJapanesePageCannotBeOne(String start) {
    byte[] page = japanese(start + KANJI + "^^$B<!--^(B^[1m^");
    byte[] tame = japanese(start + "<p>$B$\"(B$B<!--(B^[1m^");
    assertArrayEquals(tame, seen("text/html", page));
    assertArrayEquals(tame, without("nothing", "text/html", page));
    byte[] late = japanese("x".repeat(2000) + start + KANJI);
    assertArrayEquals(
        japanese("x".repeat(2000) + start + "<p>$B$\"(B"), without("nothing", "text/html", late));
  }

  @Test
  void norCanItBecomeOneByWhatIsRemoved() {
    byte[] page = japanese("<p>^<script></script>$B<!--^<script></script>(B");
    assertArrayEquals(japanese("<p>$B<!--(B"), without("<script></script>", "text/html", page));
  }

  @Test
  void aCharsetInTheHeaderLeavesEscapesAlone() {
    byte[] page = japanese(KANJI);
    assertArrayEquals(page, seen("text/html; charset=utf-8", page));
    byte[] declared = japanese("<meta charset=utf-8>" + KANJI);
    assertArrayEquals(declared, seen("text/html", declared));
    byte[] marked = japanese("\u00ef\u00bb\u00bf" + KANJI);
    assertArrayEquals(marked, seen("text/html; charset=iso-2022-jp", marked));
  }

  @Test
  void anUndeclaredPageIsHeldFromItsFirstUnclearByteOnly() {
    Bytes out = new Bytes();
    ByteStep reader = PageCharset.of("text/html").reader();
    reader.write(ByteBuffer.wrap("<title>Villkor f".getBytes(UTF_8)), out);
    assertEquals("<title>Villkor f", out.all.toString(UTF_8));
    reader.write(ByteBuffer.wrap("ör</title>".getBytes(UTF_8)), out);
    reader.flush(out);
    assertEquals("<title>Villkor f", out.all.toString(UTF_8));
    reader.write(ByteBuffer.wrap("<meta charset=utf-8>å".getBytes(UTF_8)), out);
    assertEquals("<title>Villkor för</title><meta charset=utf-8>å", out.all.toString(UTF_8));
  }

  @Test
  void anUndeclaredPageIsHeldFor1024BytesAtMost() {
    Bytes out = new Bytes();
    ByteStep reader = PageCharset.of(null).reader();
    reader.write(ByteBuffer.wrap("å".repeat(511).getBytes(UTF_8)), out);
    assertEquals(0, out.all.size());
    reader.write(ByteBuffer.wrap("å".repeat(1).getBytes(UTF_8)), out);
    assertEquals(1024, out.all.size());
  }

  @Test
  void whatCouldBecomeAMarkIsHeld() {
    Bytes out = new Bytes();
    ByteStep reader = PageCharset.of("text/html; charset=utf-8").reader();
    reader.write(ByteBuffer.wrap(new byte[] {(byte) 0xef}), out);
    reader.write(ByteBuffer.wrap(new byte[] {(byte) 0xbb}), out);
    assertEquals(0, out.all.size());
    reader.end(out);
    assertArrayEquals(new byte[] {(byte) 0xef, (byte) 0xbb}, out.toArray());
  }

  @Test
  void everyCutOfEveryKindGivesTheSame() {
    for (byte[] page :
        List.of(
            japanese("<meta charset=iso-2022-jp>" + KANJI + "^(I1^(Bx"),
            japanese("x^$B^$(^^(^"),
            "\ufeff<p>å😀".getBytes(UTF_16BE),
            "<meta charset=utf-8>å".getBytes(UTF_8))) {
      byte[] whole = seen("text/html", page);
      for (int cut = 0; cut <= page.length; cut++) {
        assertArrayEquals(
            whole, Bytes.through(PageCharset.of("text/html").reader(), page, List.of(cut)));
      }
    }
  }
}
