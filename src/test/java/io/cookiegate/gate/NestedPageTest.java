package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages in pages: how often what is inside is judged, counted by what the observer is told. */
class NestedPageTest {
  private static final GateLimits WIDE = new GateLimits(1 << 20, 1 << 20);
  private final List<String> judged = new ArrayList<>();

  private final GateObserver counting =
      new GateObserver() {
        @Override
        public void tag(String host, @Nullable Rule rule, Outcome outcome) {
          judged.add(host);
        }
      };

  private String gate(String page, int piece) {
    GatedPage gated = new GatedPage().observer(counting).limits(WIDE);
    return new String(gated.rewrite(page.getBytes(UTF_8), piece), UTF_8);
  }

  private static String srcdoc(String page) {
    String escaped = page.replace("&", "&amp;").replace("\"", "&quot;");
    return "<iframe srcdoc=\"" + escaped + "\"></iframe>";
  }

  private static String images(int count) {
    return "<img src=https://cdn.other.example/x>".repeat(count);
  }

  @ParameterizedTest
  @CsvSource({"100,1", "400,1", "100,2", "400,2", "100,3", "400,3", "100,4", "400,4"})
  void whatIsInsideIsJudgedOnceHoweverDeepItIs(int count, int depth) {
    for (int piece : new int[] {7, 8192, 1 << 20}) {
      judged.clear();
      String page = images(count);
      for (int i = 0; i < depth; i++) {
        page = srcdoc(page);
      }
      assertEquals(page, gate(page, piece));
      assertEquals(count, judged.size());
    }
  }

  @Test
  void whatIsTooDeepIsNotJudgedAndGoes() {
    String page = images(100);
    for (int i = 0; i < 9; i++) {
      page = srcdoc(page);
    }
    String output = gate(page, 8192);
    assertEquals(List.of(), judged);
    assertFalse(output.contains("img"), output);
  }

  /** Browsers may read a page in an address as HTML or, where it says so, as XML: each is judged. */
  @ParameterizedTest
  @CsvSource({"50,1", "200,1", "50,3", "200,3"})
  void aPageInAnAddressIsJudgedTwiceALevel(int count, int depth) {
    String page = "<i xmlns='http://www.w3.org/1999/xhtml'>";
    page += "<img src='https://cdn.other.example/x'/>".repeat(count) + "</i>";
    for (int i = 0; i < depth; i++) {
      String escaped = page.replace("%", "%25").replace("'", "%27").replace("<", "%3C");
      page = "<iframe xmlns='http://www.w3.org/1999/xhtml' src='data:text/html," + escaped + "'/>";
    }
    gate(page, 8192);
    assertTrue(judged.size() >= count, "judged " + judged.size());
    assertTrue(judged.size() <= count << depth, "judged " + judged.size());
  }

  @Test
  void anElementThatLosesHundredsOfAttributesGoes() {
    StringBuilder handlers = new StringBuilder("<p>a<b");
    for (int i = 0; i < 400; i++) {
      handlers.append(" onx").append(i).append("=\"gtag('config')\"");
    }
    assertEquals("<p>a", gate(handlers + ">b</b>", 100));
  }
}
