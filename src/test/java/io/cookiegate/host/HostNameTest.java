package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HostNameTest {
  @Property
  void canonicalOfCanonicalIsItself(@ForAll String host) {
    String canonical = HostName.canonical(host);
    if (canonical != null && !canonical.endsWith(".")) {
      assertEquals(canonical, HostName.canonical(canonical));
    }
  }
}
