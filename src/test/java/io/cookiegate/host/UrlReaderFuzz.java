package io.cookiegate.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/** A fuzz target: any bytes as a URL reference, for the fast reader against the full parser. */
public final class UrlReaderFuzz {
  private static final UrlReader READER = new UrlReader();

  private UrlReaderFuzz() {}

  /** Called by the fuzzer, and by the replay of the inputs that are kept. */
  public static void fuzzerTestOneInput(byte[] input) {
    assertNotNull(READER.read(input, 0, input.length));
    UrlAgreement.check(READER, new String(input, UTF_8));
  }
}
