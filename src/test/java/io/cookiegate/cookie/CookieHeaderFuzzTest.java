package io.cookiegate.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.fuzz.FuzzCorpus;
import org.junit.jupiter.api.Test;

class CookieHeaderFuzzTest {
  @Test
  void everyInputThatIsKeptHolds() {
    int inputs = FuzzCorpus.replay(CookieHeaderFuzz.class, CookieHeaderFuzz::fuzzerTestOneInput);
    assertEquals(3, inputs);
  }
}
