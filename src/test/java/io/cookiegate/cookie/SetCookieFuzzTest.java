package io.cookiegate.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.fuzz.FuzzCorpus;
import org.junit.jupiter.api.Test;

class SetCookieFuzzTest {
  @Test
  void everyInputThatIsKeptHolds() {
    int inputs = FuzzCorpus.replay(SetCookieFuzz.class, SetCookieFuzz::fuzzerTestOneInput);
    assertEquals(4, inputs);
  }
}
