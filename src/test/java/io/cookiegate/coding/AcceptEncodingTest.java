package io.cookiegate.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip, deflate, br, zstd",
        "gzip,deflate",
        "GZIP;Q=0.5 ,  br",
        "identity",
        "identity;q=0, gzip",
        "*;q=0",
        "gzip, *; q=0.000",
        ""
      })
  void whatCanBeUndoneStaysTheSameInstance(String accept) {
    assertSame(accept, ContentCodings.restrictAccept(accept));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd, dcb, dcz | gzip, deflate, br, zstd",
        "gzip;q=0.2, sdch | gzip;q=0.2",
        "compress | identity",
        "compress;q=0 | identity",
        "* | gzip, br, zstd",
        "*;q=0.1 | gzip;q=0.1, br;q=0.1, zstd;q=0.1",
        "br;q=1.0, gzip;q=0.8, *;q=0.1 | br;q=1.0, gzip;q=0.8, zstd;q=0.1",
        "br, gzip, zstd, * | br, gzip, zstd",
        "identity;q=0, * | identity;q=0, gzip, br, zstd",
      })
  void theRestGoes(String accept, String restricted) {
    assertEquals(restricted, ContentCodings.restrictAccept(accept));
  }
}
