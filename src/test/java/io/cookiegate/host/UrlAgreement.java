package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.host.UrlReader.Kind;
import java.nio.charset.StandardCharsets;

/** The agreement of the fast reader with the full parser on one reference. */
final class UrlAgreement {
  /** The fast reader keeps 6 KiB of host and path. */
  private static final int LONGEST_PATH = 5 << 10;

  private UrlAgreement() {}

  static void check(UrlReader reader, String reference) {
    // Bytes of a page hold no lone surrogate.
    String encodable =
        new String(reference.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    UrlReading fast = UrlReading.fast(reader, encodable);
    UrlReading full = UrlReading.full(encodable);
    switch (fast.kind()) {
      case UNREADABLE ->
          assertFalse(full.kind() == Kind.NETWORK || full.kind() == Kind.EITHER, encodable);
      // Other schemes go to no host: whether their rest is well-formed is not looked at.
      case DATA, JAVASCRIPT, OTHER ->
          assertTrue(full.equals(fast) || full.kind() == Kind.INVALID, encodable);
      default -> assertEquals(full.cutTo(LONGEST_PATH), fast.cutTo(LONGEST_PATH), encodable);
    }
  }
}
