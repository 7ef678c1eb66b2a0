package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrableDomainTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "www.ciszere.se, ciszere.se",
        "ciszere.se, ciszere.se",
        "a.b.ciszere.co.uk, ciszere.co.uk",
        "co.uk, -",
        "se, -",
        "www.ciszere.example, ciszere.example",
        "localhost, -",
        "127.0.0.1, -",
        "a.github.io, a.github.io",
        "github.io, -"
      })
  void readsThePublicSuffixListWithItsPrivatePart(String host, String registrable) {
    assertEquals(registrable, RegistrableDomain.of(host));
  }

  @Test
  void parentsEndAtTheRegistrableDomain() {
    assertEquals(
        List.of("a.b.ciszere.se", "b.ciszere.se", "ciszere.se"),
        RegistrableDomain.parents("a.b.ciszere.se"));
    assertEquals(List.of("localhost"), RegistrableDomain.parents("localhost"));
  }
}
