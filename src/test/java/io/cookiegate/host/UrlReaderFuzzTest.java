package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.fuzz.FuzzCorpus;
import org.junit.jupiter.api.Test;

class UrlReaderFuzzTest {
  @Test
  void everyInputThatIsKeptHolds() {
    int inputs = FuzzCorpus.replay(UrlReaderFuzz.class, UrlReaderFuzz::fuzzerTestOneInput);
    assertEquals(10, inputs);
  }
}
