package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlLimitsTest {
  private static final HtmlLimits TIGHT = new HtmlLimits(64, 64, 8);

  private static void check(String page, String expected, CloseReason... reasons) {
    for (int piece = 1; piece <= page.length(); piece++) {
      Gate gate = new Gate();
      assertEquals(expected, Page.rewrite(page, piece, gate, TIGHT), "piece " + piece);
      assertEquals(List.of(reasons), gate.closed, "piece " + piece);
    }
  }

  @Test
  void aTagUpToTheLimitStays() {
    String page = "a<p x='" + "y".repeat(56) + "'>b";
    assertEquals(66, page.length());
    check(page, page);
  }

  @Test
  void aTagOverTheLimitGoesAndATextElementWithItsText() {
    String y = "y".repeat(70);
    check("a<p x='" + y + ">'>b</p>c", "ab</p>c", CloseReason.TAG_TOO_LONG);
    check("a<style x='" + y + "'>b</style>c", "ac", CloseReason.TAG_TOO_LONG);
    check("a<p>b</p " + y + ">c", "a<p>bc", CloseReason.TAG_TOO_LONG);
    check("a<title>b</title " + y + ">c", "a<title>b</title>c", CloseReason.TAG_TOO_LONG);
    check("a<style>gated</style " + y + ">c", "ac", CloseReason.TAG_TOO_LONG);
    check("a<style>b</style " + y + ">c", "a<style>b</style>c", CloseReason.TAG_TOO_LONG);
    check("a<iframe src=gated>b</iframe " + y + ">c", "ac", CloseReason.TAG_TOO_LONG);
    check("a<p " + y, "a", CloseReason.TAG_TOO_LONG);
    check("a<" + y + ">b", "ab", CloseReason.TAG_TOO_LONG);
  }

  @Test
  void aTagWithTooManyAttributesIsTooLong() {
    check("a<p b c d e>f", "af", CloseReason.TAG_TOO_LONG);
  }

  @Test
  void nestingOverTheLimitIsFlattened() {
    String page = "<svg>" + "<g>".repeat(9) + "</g>".repeat(9) + "</svg>";
    Gate gate = new Gate();
    String flat = "<svg>" + "<g>".repeat(7) + "</g>".repeat(7) + "</svg>";
    assertEquals(flat, Page.rewrite(page, page.length(), gate, TIGHT));
    assertEquals(CloseReason.NESTING_TOO_DEEP, gate.closed.get(0));
  }

  @Test
  void refusesLimitsThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> new HtmlLimits(0, 64, 8));
  }

  @Test
  void isNotUsedAfterAFailure() {
    HtmlRewriter rewriter =
        new HtmlRewriter(
            tag -> {
              throw new IllegalStateException("broken");
            },
            TIGHT,
            new Page());
    byte[] page = "<p>x".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThrows(IllegalStateException.class, () -> rewriter.write(page, 0, page.length));
    IllegalStateException second =
        assertThrows(IllegalStateException.class, () -> rewriter.write(page, 0, page.length));
    assertEquals("the rewriter has ended or failed", second.getMessage());
  }
}
