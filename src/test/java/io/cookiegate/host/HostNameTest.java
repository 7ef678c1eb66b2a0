package io.cookiegate.host;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameTest {
  @Property
  void canonicalOfCanonicalIsItself(@ForAll String host) {
    String canonical = HostName.canonical(host);
    if (canonical != null && !host.endsWith("..")) {
      assertEquals(canonical, HostName.canonical(canonical));
    }
  }

  /** A host in a Host field and in an address of a page is one host. */
  @ParameterizedTest
  @CsvSource({
    "WWW.Site.Example, www.site.example",
    "www.site.example., www.site.example",
    "www.site.example.., www.site.example",
    "127.1., 127.0.0.1",
    "[::1], [::1]",
    "bücher.example., xn--bcher-kva.example"
  })
  void isReadAsInAUrl(String written, String host) {
    assertEquals(host, HostName.canonical(written));
    assertEquals(host, requireNonNull(WebUrl.parse("http://" + written + "/", null)).matchHost());
  }
}
