package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.classification.Classification;
import io.cookiegate.config.ConfigLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the site's own, and what only mentions a tracker, stays byte for byte, by the catalogue. */
class KeptPagesTest {
  private static final Classification CATALOGUE = ConfigLoader.catalogue();

  static List<String> parts() throws IOException {
    try (InputStream in = KeptPagesTest.class.getResourceAsStream("kept.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return Arrays.stream(text.split("(?m)^=== ", -1)).skip(1).toList();
    }
  }

  private static byte[] page(String part) {
    return ("<!doctype html><p>x</p>\n" + part.substring(part.indexOf('\n') + 1)).getBytes(UTF_8);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void staysByteForByte(String part) {
    byte[] page = page(part);
    for (int piece : new int[] {1 << 20, 7}) {
      assertArrayEquals(page, new GatedPage().classification(CATALOGUE).rewrite(page, piece), part);
    }
  }

  @Test
  void thePartsAreAllThere() throws IOException {
    assertEquals(70, parts().size());
  }
}
