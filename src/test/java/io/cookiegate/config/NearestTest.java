package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KEYS = List.of("hosts", "upstream", "mode", "needs-consent");

  @ParameterizedTest
  @CsvSource({
    "host, hosts",
    "Hosts, hosts",
    "upstraem, upstream",
    "upstreams, upstream",
    "needsConsent, needs-consent",
    "needs_consent, needs-consent",
    "need-consent, needs-consent",
    "moed, mode"
  })
  void findsWhatWasMeant(String written, String meant) {
    assertEquals(Optional.of(meant), Nearest.to(written, KEYS));
  }

  @ParameterizedTest
  @CsvSource({"zzz", "''", "m", "banner", "xhostsxxxxx"})
  void doesNotGuess(String written) {
    assertEquals(Optional.empty(), Nearest.to(written, KEYS));
  }

  @Test
  void staysAwayFromTextsThatAreNoWords() {
    assertEquals(Optional.empty(), Nearest.to("hosts".repeat(100_000), KEYS));
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "ab, ba, 1", "abc, abd, 1", "abc, ac, 1", "abc, xyz, 3", "'', abc, 3"})
  void countsSlips(String a, String b, int slips) {
    assertEquals(slips, Nearest.slips(a, b));
    assertEquals(slips, Nearest.slips(b, a));
  }
}
