package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Rule;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRewriterTest {
  private static final String TRACKER = "<script src=//static.hotjar.com/x></script>";

  private final List<String> observed = new ArrayList<>();
  private final GateObserver observer =
      new GateObserver() {
        @Override
        public void tag(String host, @Nullable Rule rule, Outcome outcome) {
          observed.add(host + " " + (rule == null ? "?" : rule.service()) + " " + outcome);
        }

        @Override
        public void closed(Closure reason) {
          observed.add(reason.code());
        }
      };

  private static List<ByteBuffer> parts(ByteBuffer page) {
    List<ByteBuffer> parts = new ArrayList<>();
    try (BodyRewriter rewriter = new GatedPage().open()) {
      rewriter.write(page, parts::add);
      rewriter.end(parts::add);
    }
    return parts;
  }

  private static String text(ByteBuffer part) {
    return UTF_8.decode(part.duplicate()).toString();
  }

  /** What is shorter than what would tell how it is read comes out all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"", "<", "<?xm", "<?xml", "<p>", "x"})
  void aShortPageWithoutATypeStays(String page) {
    for (int piece = 1; piece <= 5; piece++) {
      byte[] out = new GatedPage().contentType(null).rewrite(page.getBytes(UTF_8), piece);
      assertEquals(page, new String(out, UTF_8));
    }
  }

  /** A character whose second half is a backslash closes no string early and escapes no quote. */
  @ParameterizedTest
  @CsvSource({
    "text/html; charset=shift_jis, \u0081",
    "text/html; charset=gbk, \u0081",
    "text/html; charset=gb18030, \u0081",
    "text/html; charset=big5, \u00a4",
    "text/html, \u0081"
  })
  void aHalfCharacterIsNoBackslash(String type, String lead) {
    String script =
        "<script>'" + lead + "\\';new Image().src='//stats.g.doubleclick.net/x';//'</script>";
    String style = "<style>a{b:'" + lead + "\\'}p{background:url(//%s/x)}/*'*/</style>";
    String kept = "<p title='" + lead + "\\'>";
    assertEquals(
        kept + style.replace("//%s/x", "data:,"),
        new GatedPage()
            .contentType(type)
            .rewrite(script + kept + style.replace("%s", "stats.g.doubleclick.net")));
    String own = "<script>'" + lead + "\\';go('//www.site.example/');//'</script>";
    assertEquals(own, new GatedPage().contentType(type).rewrite(own));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html; charset=iso-8859-1, b\u00fccher",
    "text/html, b\u00fccher",
    "text/html; charset=iso-8859-1, b&uuml;cher",
    "text/html; charset=utf-8, b\u00c3\u00bccher",
    "text/html; charset=gbk, b\u00a8\u00b9cher",
    "text/html; charset=x-mac-roman, b\u009fcher"
  })
  void aHostIsReadInThePagesCharset(String type, String host) {
    String page = "<p>" + host + "<img src=//" + host + ".example/x></p>";
    assertEquals("<p>" + host + "</p>", new GatedPage().contentType(type).rewrite(page));
  }

  @Test
  void aPageInAnAttributeIsReadInThePagesCharset() {
    String page =
        "<iframe srcdoc=\"<script>'\u0081\\';get('//stats.g.doubleclick.net/');//'</script>\u0081\\\">";
    assertEquals(
        "<iframe srcdoc=\"\u0081\\\">",
        new GatedPage().contentType("text/html; charset=shift_jis").rewrite(page));
  }

  @Test
  @SuppressWarnings("ByteBufferBackingArray") // which array it is, is the question
  void whatStaysIsASliceOfTheCallersBuffer() {
    byte[] array = ("--<p>a</p>" + TRACKER + "<p>b</p>").getBytes(UTF_8);
    ByteBuffer page = ByteBuffer.wrap(array, 2, array.length - 2).slice();
    List<ByteBuffer> parts = parts(page);
    assertEquals(
        List.of("<p>a</p>", "<p>b</p>"), parts.stream().map(PageRewriterTest::text).toList());
    parts.forEach(part -> assertSame(array, part.array()));
    assertFalse(page.hasRemaining());
  }

  @Test
  void whatStaysOfADirectBufferIsASliceOfItToo() {
    byte[] array = ("<p>a</p>".repeat(5000) + TRACKER + "<p>b</p>").getBytes(UTF_8);
    ByteBuffer page = ByteBuffer.allocateDirect(array.length).put(array).flip();
    List<ByteBuffer> parts = parts(page);
    assertTrue(parts.stream().allMatch(ByteBuffer::isDirect));
    assertEquals(
        "<p>a</p>".repeat(5000) + "<p>b</p>",
        String.join("", parts.stream().map(PageRewriterTest::text).toList()));
  }

  @Test
  void aPageThatStaysWholeIsOneSlice() {
    assertEquals(1, parts(ByteBuffer.wrap("<p>a</p> b <i>c</i>".getBytes(UTF_8))).size());
  }

  @Test
  void aFlushSendsAllThatIsJudged() {
    List<String> parts = new ArrayList<>();
    try (BodyRewriter rewriter = new GatedPage().open()) {
      rewriter.write(ByteBuffer.wrap("<p>a<scr".getBytes(UTF_8)), part -> parts.add(text(part)));
      rewriter.flush(part -> parts.add(text(part)));
      assertEquals("<p>a", String.join("", parts));
    }
  }

  @Test
  void aBrokenCodingClosesAndNothingMayFollow() {
    byte[] notGzip = "<p>no gzip</p>".getBytes(UTF_8);
    try (BodyRewriter rewriter = new GatedPage().coding("gzip").observer(observer).open()) {
      ByteBuffer page = ByteBuffer.wrap(notGzip);
      BodyClosedException closed =
          assertThrows(
              BodyClosedException.class,
              () -> {
                rewriter.write(page, part -> observed.add("sent"));
                rewriter.end(part -> observed.add("sent"));
              });
      assertEquals(Closure.BROKEN_CODING, closed.closure());
      assertEquals(List.of("broken-coding"), observed);
      assertThrows(IllegalStateException.class, () -> rewriter.end(part -> observed.add("sent")));
    }
  }

  @Test
  void aPageInUtf16StaysInUtf16() {
    byte[] page = ("\ufeff<p>å</p>" + TRACKER + "<p>€</p>").getBytes(UTF_16LE);
    byte[] output = new GatedPage().contentType("text/html").rewrite(page, 3);
    assertEquals("\ufeff<p>å</p><p>€</p>", new String(output, UTF_16LE));
  }

  @Test
  void theObserverLearnsEachTagAndWhy() {
    new GatedPage()
        .observer(observer)
        .rewrite(
            TRACKER
                + "<img src=//cdn.other.example/a><img src=//pay.example/a><img src=/a>"
                + "<script>_hjSettings={}</script>");
    assertEquals(
        List.of(
            "static.hotjar.com hotjar REMOVED",
            "cdn.other.example ? KEPT",
            "pay.example payment KEPT",
            "inline hotjar REMOVED"),
        observed);
  }

  private static String streamed(String page, int piece) {
    GatedPage gated = new GatedPage().limits(new GateLimits(16 << 10, 256));
    return new String(gated.rewrite(page.getBytes(UTF_8), piece), UTF_8);
  }

  @Test
  void aLongScriptThatTurnsOutGatedNeverRuns() {
    String script = "<script>" + "a();".repeat(200) + "_hjSettings={};";
    for (int piece : new int[] {1, 7, 64, 4096}) {
      assertEquals(
          script + "\n*/\n!</script><p>b</p>", streamed(script + "</script><p>b</p>", piece));
    }
  }

  @Test
  void aLongStyleSheetIsJudgedInParts() {
    String rules = "p{color:red}i::before{content:'}b{'}/*;*/".repeat(100);
    String sheet = "<style>" + rules + "b{background:url(%s)}" + rules + "</style>c";
    for (int piece : new int[] {1, 7, 64, 4096}) {
      assertEquals(
          sheet.replace("%s", "data:,"),
          streamed(sheet.replace("%s", "//ad.doub\\6c eclick.net/x"), piece));
    }
  }

  @Test
  void aLongStyleSheetWithoutPartsEndsWhereAGatedHostStands() {
    String head = "<style>b{--x:" + "p color red".repeat(100) + " url(//ad.doub\\6c eclick.net/x";
    for (int piece : new int[] {1, 7, 64, 4096}) {
      assertEquals(head + "\n*/\n!</style>c", streamed(head + ")} i{color:red}</style>c", piece));
    }
  }

  @Test
  void aTagThatIsTooLongIsRemovedAndSaid() {
    byte[] page = ("<p " + "a".repeat(2000) + ">b").getBytes(UTF_8);
    byte[] output =
        new GatedPage().limits(new GateLimits(1024, 1024)).observer(observer).rewrite(page, 100);
    assertEquals("b", new String(output, UTF_8));
    assertEquals(List.of("long-tag"), observed);
  }

  @Test
  void noPageTakesLongerThanItsLengthAllows() {
    byte[] unclosed = new byte[4 << 20];
    byte[] pattern = "<script src=<!--<![CDATA[<a ".getBytes(UTF_8);
    for (int i = 0; i < unclosed.length; i++) {
      unclosed[i] = pattern[i % pattern.length];
    }
    byte[] attributes = ("<p " + "a=1 ".repeat(1 << 20) + ">").getBytes(UTF_8);
    byte[] nested = "<iframe srcdoc=\"".repeat(20000).getBytes(UTF_8);
    for (byte[] page : List.of(unclosed, attributes, nested)) {
      assertTimeout(Duration.ofSeconds(20), () -> new GatedPage().rewrite(page, 8192));
    }
  }

  @Test
  void itMayBeClosedMoreThanOnce() {
    BodyRewriter rewriter = new GatedPage().coding("br").open();
    rewriter.close();
    assertDoesNotThrow(rewriter::close);
  }
}
