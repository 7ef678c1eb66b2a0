package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.fuzz.FuzzCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageRewriterFuzzTest {
  @Test
  void theParsersSeeWhatIsGated() {
    String page = "<p><img src=//x.hotjar.com/a><noscript><iframe src=//hotjar.com></iframe>";
    assertEquals(2, Loads.byJsoup(page).size());
    assertEquals(3, Loads.byValidator(page).size());
    assertEquals(List.of(), Loads.byValidator("<img src=//hotjar.community>"));
  }

  /** What makes it necessary to ask a second parser. */
  @Test
  void oneParserReadsTextAfterAnEmptyScriptOfSvg() {
    String page = "<svg><script/><p><textarea></script></textarea><!--><img src=//hotjar.com>-->";
    String text = "<svg><script/><p><textarea></script><img src=//hotjar.com></textarea>";
    assertEquals(2, Loads.byValidator(page).size());
    assertEquals(List.of(), Loads.byValidator(text));
    assertEquals(1, Loads.byJsoup(text).size());
  }

  @Test
  void everyInputThatIsKeptHolds() {
    int inputs = FuzzCorpus.replay(PageRewriterFuzz.class, PageRewriterFuzz::fuzzerTestOneInput);
    assertEquals(10, inputs);
  }
}
