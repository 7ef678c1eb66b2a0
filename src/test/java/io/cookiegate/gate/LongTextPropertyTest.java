package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.consent.Consent;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Long scripts and blocks that came before, or began like one that did, are judged as if they were new. */
class LongTextPropertyTest {
  private static final String[] TAGS = {
    "<script>",
    "<script type=module>",
    "<script type=application/json id=b1>",
    "<script type=application/json>",
  };

  private static final GateLimits SMALL = new GateLimits(16 << 10, 256);

  private final Gating shut = Gating.remembering(Vendors.CLASSIFICATION, Consent.REFUSED);
  private final Gating alone = Gating.of(Vendors.CLASSIFICATION, Consent.REFUSED);
  private static int removed;
  private static int kept;

  private static final String BLOCK =
      "<script type=application/json id=b1>{\"a\":\"https://static.hotjar.com/x\"}</script>";

  private static String page(String tag, String text) {
    String before = tag.length() % 2 == 0 ? "<p>a" : BLOCK;
    return before + tag + text + "</script><script>a.text;x(document.scripts)</script>b";
  }

  private static String rewrite(Gating gating, String page, int piece) {
    GatedPage gated = new GatedPage().gating(gating).limits(SMALL);
    return new String(gated.rewrite(page.getBytes(UTF_8), piece), UTF_8);
  }

  @Property(tries = 400)
  void whatCameBeforeMakesNoDifference(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int piece) {
    Random random = new Random(seed);
    String tag = TAGS[random.nextInt(TAGS.length)];
    String text = LongScripts.next(random, 300 + random.nextInt(2000));
    for (int i = 0; i < 6; i++) {
      String page = page(tag, text);
      String expected = rewrite(alone, page, page.length());
      assertEquals(expected, rewrite(shut, page, i % 2 == 0 ? piece : 1 << 20));
      removed += expected.contains(text + "</script>") ? 0 : 1;
      kept += expected.equals(page) ? 1 : 0;
      if (i != 1) {
        int from = random.nextInt(text.length());
        text = text.substring(0, from) + LongScripts.next(random, 40 + random.nextInt(600));
      }
    }
  }

  @AfterContainer
  static void bothWereMet() {
    assertTrue(removed > 100 && kept > 100, removed + " removed, " + kept + " kept");
  }
}
