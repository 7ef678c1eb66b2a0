package io.cookiegate.cookie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;

/** A fuzz target: any text as a Cookie field, from which some cookies are dropped. */
public final class CookieHeaderFuzz {
  private CookieHeaderFuzz() {}

  /** Called by the fuzzer, and by the replay of the inputs that are kept. */
  public static void fuzzerTestOneInput(byte[] input) {
    String header = new String(input, UTF_8);
    assertSame(header, CookieHeader.without(header, name -> false));
    assertEquals(pairs(header).isEmpty() ? header : "", CookieHeader.without(header, name -> true));
    String kept = CookieHeader.without(header, CookieHeaderFuzz::isDropped);
    assertSame(kept, CookieHeader.without(kept, CookieHeaderFuzz::isDropped));
    assertEquals(expected(header), pairs(kept));
  }

  private static boolean isDropped(String name) {
    return name.length() % 2 == 1;
  }

  private record Pair(String name, String value) {
    boolean belongsToTheLast() {
      return List.of("$Path", "$Domain", "$Port").contains(name);
    }
  }

  private static List<Pair> pairs(String header) {
    List<Pair> found = new ArrayList<>();
    CookieHeader pairs = new CookieHeader(header);
    while (pairs.next()) {
      found.add(new Pair(pairs.name(), pairs.value()));
    }
    return found;
  }

  private static List<Pair> expected(String header) {
    List<Pair> kept = new ArrayList<>();
    boolean dropped = false;
    for (Pair pair : pairs(header)) {
      dropped = (dropped && pair.belongsToTheLast()) || isDropped(pair.name());
      if (!dropped) {
        kept.add(pair);
      }
    }
    return kept;
  }
}
