package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StandingTest {
  private long now = 1;
  private final Standing standing =
      new Standing(
          List.of(URI.create("http://a"), URI.create("http://b"), URI.create("http://c")),
          () -> now);

  private void pass(int seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  private static BitSet tried(int... addresses) {
    BitSet tried = new BitSet();
    for (int address : addresses) {
      tried.set(address);
    }
    return tried;
  }

  @Test
  void takesTheFirstThatIsThere() {
    assertEquals(0, standing.choose());
    standing.failed(0, "gone");
    assertEquals(1, standing.choose());
    standing.failed(1, "gone");
    assertEquals(2, standing.choose());
  }

  @Test
  void takesTheFirstWhereNoneIsThere() {
    for (int i = 0; i < 3; i++) {
      standing.failed(i, "gone");
    }
    assertEquals(0, standing.choose());
  }

  @Test
  void triesOneAgainByASingleRequestAfterAWhile() {
    standing.failed(0, "gone");
    pass(4);
    assertEquals(1, standing.choose());
    pass(1);
    assertEquals(0, standing.choose());
    assertEquals(1, standing.choose());
    standing.failed(0, "gone");
    pass(5);
    assertEquals(0, standing.choose());
    standing.answered(0);
    assertEquals(0, standing.choose());
    assertEquals(0, standing.choose());
  }

  @Test
  void triesEachAddressOncePerRequest() {
    standing.failed(0, "gone");
    standing.failed(1, "gone");
    assertEquals(2, standing.chooseBeside(tried(0)));
    assertEquals(1, standing.chooseBeside(tried(0, 2)));
    assertEquals(-1, standing.chooseBeside(tried(0, 1, 2)));
  }
}
