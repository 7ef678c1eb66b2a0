package io.cookiegate.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
  @Test
  void aFindingReadsLikeACompilers() {
    Finding finding =
        new Finding(
            new Position("gate.yaml", 3, 9),
            FindingCode.UNKNOWN_KEY,
            "sites[0].mod",
            "mod",
            "one of hosts, mode");
    assertEquals(
        "gate.yaml:3:9 unknown-key sites[0].mod: mod; one of hosts, mode", finding.toString());
  }

  @Test
  void findingsComeInTheOrderOfTheirPlaces() {
    Findings findings = new Findings();
    assertTrue(findings.isEmpty());
    findings.add(new Position("b", 1, 1), FindingCode.SYNTAX, "", "3", "");
    findings.add(new Position("a", 2, 1), FindingCode.SYNTAX, "", "2", "");
    findings.add(new Position("a", 1, 5), FindingCode.SYNTAX, "", "1", "");
    assertEquals("123", String.join("", findings.inOrder().stream().map(Finding::given).toList()));
  }

  @Test
  void codesAreDistinctWords() {
    Set<String> words = new HashSet<>();
    for (FindingCode code : FindingCode.values()) {
      assertTrue(words.add(code.code()), code.code());
      assertEquals(code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), code.code());
    }
  }

  @Test
  void aPlaceIsNeverNegative() {
    assertThrows(IllegalArgumentException.class, () -> new Position("a", -1, 0));
  }
}
