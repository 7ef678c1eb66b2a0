package io.cookiegate.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.fuzz.FuzzCorpus;
import org.junit.jupiter.api.Test;

class RecodingFuzzTest {
  @Test
  void everyInputThatIsKeptHolds() {
    int inputs = FuzzCorpus.replay(RecodingFuzz.class, RecodingFuzz::fuzzerTestOneInput);
    assertEquals(4, inputs);
  }
}
