package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrableDomainTest {
  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    "www.example.com, example.com",
    "a.b.example.co.uk, example.co.uk",
    "www.xn--bcher-kva.de, xn--bcher-kva.de",
    "shop.someone.github.io, someone.github.io",
    "www.ck, www.ck",
    "a.b.c.kawasaki.jp, b.c.kawasaki.jp",
    "www.ciszere.example, ciszere.example",
    "a_b.example.com, example.com"
  })
  void isOneLabelMoreThanThePublicSuffix(String host, String domain) {
    assertEquals(domain, RegistrableDomain.of(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "com",
        "co.uk",
        "github.io",
        "localhost",
        "example",
        "127.0.0.1",
        "[::1]",
        "a..b",
        ".",
        "-a.example"
      })
  void isNothingWithoutOne(String host) {
    assertNull(RegistrableDomain.of(host));
  }

  @Test
  void parentsGoDownToTheRegistrableDomain() {
    assertEquals(
        List.of("a.www.example.co.uk", "www.example.co.uk", "example.co.uk"),
        RegistrableDomain.parents("a.www.example.co.uk"));
    assertEquals(List.of("example.com"), RegistrableDomain.parents("example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "github.io", "a..b"})
  void aHostWithoutOneHasNoParents(String host) {
    assertEquals(List.of(), RegistrableDomain.parents(host));
  }
}
