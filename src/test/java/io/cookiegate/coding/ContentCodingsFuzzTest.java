package io.cookiegate.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.fuzz.FuzzCorpus;
import org.junit.jupiter.api.Test;

class ContentCodingsFuzzTest {
  @Test
  void everyInputThatIsKeptHolds() {
    int inputs =
        FuzzCorpus.replay(ContentCodingsFuzz.class, ContentCodingsFuzz::fuzzerTestOneInput);
    assertEquals(6, inputs);
  }
}
