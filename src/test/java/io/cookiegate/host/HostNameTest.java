package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
  @ParameterizedTest
  @CsvSource({
    "www.example.com, www.example.com",
    "WWW.Example.COM., www.example.com",
    "Bücher.example, xn--bcher-kva.example",
    "0x7f.1, 127.0.0.1",
    "[0:0::1], [::1]",
    "localhost, localhost"
  })
  void isSpeltInOneWay(String host, String canonical) {
    assertEquals(canonical, HostName.canonical(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a b",
        "a/b",
        "user@a",
        "a:80",
        "a?b",
        "a#b",
        "::1",
        "[::1",
        "1.2.3.4.5",
        "a\tb"
      })
  void isNoneWhereABrowserSeesNone(String host) {
    assertNull(HostName.canonical(host));
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.com, www.example.com",
    "WWW.example.com:8443, www.example.com",
    "www.example.com:, www.example.com",
    "[::1]:80, [::1]",
    "[::1], [::1]",
    "127.0.0.1:80, 127.0.0.1"
  })
  void leavesThePortOfAnAuthority(String authority, String canonical) {
    assertEquals(canonical, HostName.ofAuthority(authority));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":80", "a:b", "a:80:80", "a:123456", "u:p@a:80", "[::1]x"})
  void takesNoOtherAuthority(String authority) {
    assertNull(HostName.ofAuthority(authority));
  }

  @Property
  void canonicalOfCanonicalIsItself(@ForAll String host) {
    String canonical = HostName.canonical(host);
    if (canonical != null && !canonical.endsWith(".")) {
      assertEquals(canonical, HostName.canonical(canonical));
    }
  }
}
