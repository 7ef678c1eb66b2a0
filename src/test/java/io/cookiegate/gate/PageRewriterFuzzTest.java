package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.fuzz.FuzzCorpus;
import org.junit.jupiter.api.Test;

class PageRewriterFuzzTest {
  @Test
  void everyInputThatIsKeptHolds() {
    int inputs = FuzzCorpus.replay(PageRewriterFuzz.class, PageRewriterFuzz::fuzzerTestOneInput);
    assertEquals(5, inputs);
  }
}
