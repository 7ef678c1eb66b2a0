package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
  @Property
  void canonicalOfCanonicalIsItself(@ForAll String host) {
    String canonical = HostName.canonical(host);
    if (canonical != null && !canonical.endsWith(".")) {
      assertEquals(canonical, HostName.canonical(canonical));
    }
  }
}
