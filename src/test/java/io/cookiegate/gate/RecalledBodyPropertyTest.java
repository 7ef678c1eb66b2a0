package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentPolicy;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * A page that is like a known one up to anywhere comes out as the rewriter alone makes it, however it
 * is cut, and no later.
 */
class RecalledBodyPropertyTest {
  private static final int VISITS = 60;
  private static final List<String> PIECES =
      List.of(
          "<p class=a>Some text & more of it, long enough to be a paragraph.</p>\n",
          "<script src=//static.hotjar.com/x.js></script>",
          "<script>fbq('init', 1); if (a < b) { c(); }</script>",
          "<img src='/picture.png' alt=\"x\"><a href=/x>x</a>",
          "<iframe width=3 src=https://www.youtube.com/embed/1></iframe>",
          "<!-- a comment with <script> -->",
          "<meta charset=utf-8>",
          "<style>p { background: url(//static.hotjar.com/y) }</style>",
          "\u00e4\u00f6\u00fc",
          "<textarea><b></textarea>");
  private static final List<@Nullable String> TYPES =
      java.util.Arrays.asList(
          "text/html; charset=utf-8", "text/html", null, "text/html; charset=big5");

  private static byte[] page(Random random) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>");
    int pieces = random.nextInt(200);
    for (int i = 0; i < pieces; i++) {
      page.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return page.toString().getBytes(UTF_8);
  }

  /** Something removed, something put in, or nothing, at any place. */
  private static byte[] changed(byte[] page, Random random) {
    String text = new String(page, ISO_8859_1);
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + random.nextInt(40));
    return switch (random.nextInt(10)) {
      case 0 -> text.substring(0, at).getBytes(ISO_8859_1);
      case 1 -> (text.substring(0, at) + text.substring(to)).getBytes(ISO_8859_1);
      case 2 -> (text.substring(0, at) + "<script>" + text.substring(to)).getBytes(ISO_8859_1);
      case 3 -> (text + PIECES.get(random.nextInt(PIECES.size()))).getBytes(UTF_8);
      default -> page;
    };
  }

  private static PageContext context(@Nullable String type) {
    return new PageContext(
        true, "www.site.example", "/", "en", type, null, false, Consent.REFUSED, "", "https://a");
  }

  @Property(tries = 60)
  void comesOutAsTheRewriterAloneMakesIt(@ForAll Random random) {
    SiteRules rules =
        new SiteRules(
            Vendors.CLASSIFICATION,
            ConsentPolicy.DEFAULT,
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            Banner.NONE,
            new Rules.PlainMarkup());
    Gating gating = Gating.of(rules.classification(), Consent.REFUSED);
    PageMemory memory = PageMemory.of(4 << 20);
    Told told = new Told();
    Told plainlyTold = new Told();
    List<byte[]> pages = List.of(page(random), page(random));
    for (int i = 0; i < VISITS; i++) {
      byte[] body = changed(pages.get(random.nextInt(2)), random);
      PageContext context = context(TYPES.get(random.nextInt(TYPES.size())));
      RewritePlan plan = new RewritePlan(rules, plainlyTold, gating, context);
      PageMemory.Key key = new PageMemory.Key(rules, context);
      RecallPlan recall = new RecallPlan(plan.toldTo(told), memory, key, -1);
      together(plan.open(), recall.open(), body, random);
      assertEquals(plainlyTold.events, told.events);
    }
    assertTrue(memory.recalls() > 3, () -> memory.recalls() + " pages were recalled");
  }

  private static void together(
      BodyRewriter plain, BodyRewriter recalled, byte[] body, Random random) {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int step = 1 + random.nextInt(1 + random.nextInt(5000));
    try (plain;
        recalled) {
      for (int at = 0; at < body.length; ) {
        int length = Math.min(body.length - at, 1 + random.nextInt(step));
        plain.write(ByteBuffer.wrap(body, at, length), bytes -> GatedPage.append(expected, bytes));
        recalled.write(direct(body, at, length), bytes -> GatedPage.append(out, bytes));
        at += length;
        if (random.nextInt(5) == 0) {
          plain.flush(bytes -> GatedPage.append(expected, bytes));
          recalled.flush(bytes -> GatedPage.append(out, bytes));
          assertTrue(out.size() >= expected.size(), "at a pause no less has gone out");
        }
      }
      plain.end(bytes -> GatedPage.append(expected, bytes));
      recalled.end(bytes -> GatedPage.append(out, bytes));
    }
    assertEquals(expected.toString(ISO_8859_1), out.toString(ISO_8859_1));
  }

  private static ByteBuffer direct(byte[] body, int from, int length) {
    return ByteBuffer.allocateDirect(length).put(body, from, length).flip();
  }
}
