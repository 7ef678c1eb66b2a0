package io.cookiegate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.diagnostic.Position;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanaryTest {
  @Test
  void positionReadsLikeACompilers() {
    assertEquals("a:1:2", new Position("a", 1, 2).toString());
  }

  @Property
  void property(@ForAll int x) {
    assertEquals(x, x + 0);
  }
}
