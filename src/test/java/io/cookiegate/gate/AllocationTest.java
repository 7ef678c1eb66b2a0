package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.consent.Consent;
import io.cookiegate.cookie.CookieHeader;
import io.cookiegate.html.HtmlLimits;
import io.cookiegate.html.HtmlRewriter;
import io.cookiegate.html.Output;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Where the hot path says that it allocates nothing, it allocates nothing, also interpreted. */
class AllocationTest {
  private static final int TIMES = 2000;

  /** What one run of an operation allocates on this thread, after it has run often. */
  private static long bytesOf(IntSupplier operation) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    int sum = 0;
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(self);
      for (int i = 0; i < TIMES; i++) {
        sum += operation.getAsInt();
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
    }
    assertTrue(sum != 0, "the operation did something");
    return least / TIMES;
  }

  @Test
  void theMeasureSeesAnAllocation() {
    assertTrue(bytesOf(() -> new byte[16].length) >= 16);
  }

  @Test
  void keptMarkupAllocatesNothing() {
    byte[] markup =
        """
        <div class="teaser" id="t1"><h2><a href="/news/1/x.html">A title &amp; more</a></h2>
        <p class=lead>Text with <b>some</b> markup, <!-- a comment --> and <br> breaks.</p>
        <img src="/media/3/thumb.jpg" alt="alt" width="240" height="135" loading="lazy">
        <img src=https://cdn.other.example/x.png><p onclick="return x(1)" style="color:red">y</p>
        <img src="//u:p@cdn.o%74her.example.:00443/x.png"><i data-u="//cdn.other.example/x"></i>
        <table><tr class='odd'><td><a href="/tariff/3">x</a></td></tr></table>
        <form action="/portal/contact.do"><input type=hidden name=csrf value=1></form></div>
        """
            .getBytes(US_ASCII);
    int[] kept = new int[1];
    Output output =
        new Output() {
          @Override
          public void kept(byte[] array, int from, int to) {
            kept[0] += to - from;
          }

          @Override
          public void made(byte[] array, int from, int to) {}
        };
    HtmlRewriter rewriter = new HtmlRewriter(judge(), HtmlLimits.DEFAULT, output);
    ByteBuffer bytes = ByteBuffer.wrap(markup);
    assertEquals(
        0,
        bytesOf(
            () -> {
              rewriter.write(bytes.clear());
              return kept[0];
            }));
  }

  private static PageGate judge() {
    SiteRules rules = Rules.with().host("statistics", "static.hotjar.com").site();
    Gating gating = Gating.of(rules.classification(), Consent.UNASKED);
    String host = "www.legacy.example";
    PageContext page =
        new PageContext(true, host, "/", "en", null, null, false, Consent.UNASKED, "", host);
    return new PageGate(new PageScope(rules, gating, GateObserver.NONE, page, PageCharset.utf8()));
  }

  @Test
  void namesOfFieldsAreFoundWithoutAllocating() {
    assertEquals(0, bytesOf(() -> FieldName.of("Set-Cookie").name().length()));
    assertEquals(0, bytesOf(() -> FieldName.of("X-Powered-By").name().length()));
  }

  @Test
  void rulesOfCookiesAreFoundWithoutAllocating() {
    Classification rules =
        Rules.with().cookie("statistics", "_ga").cookie("marketing", "_gat_*").classification();
    assertEquals(0, bytesOf(() -> rules.cookie("_ga", "www.site.test") == null ? 0 : 1));
    assertEquals(0, bytesOf(() -> rules.cookie("_gat_x", "www.site.test") == null ? 0 : 1));
    assertEquals(0, bytesOf(() -> rules.cookie("JSESSIONID", "www.site.test") == null ? 1 : 0));
  }

  @Test
  void aCookieFieldIsReadWithoutCopyingItsPairs() {
    String field = "JSESSIONID=0A1B2C; preferedstartpage=portal; acceptcookies=false";
    long reader = bytesOf(() -> new CookieHeader(field).next() ? 1 : 0);
    long whole =
        bytesOf(
            () -> {
              CookieHeader pairs = new CookieHeader(field);
              int count = 0;
              while (pairs.next()) {
                count++;
              }
              return count;
            });
    assertEquals(reader, whole);
  }
}
