package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.2.3/8, 10.0.0.1, true",
    "192.168.4.0/22, 192.168.7.255, true",
    "192.168.4.0/22, 192.168.8.0, false",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 127.0.0.1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::/33, 2001:db8:8000::, false",
    "::1, ::1, true",
    "::ffff:10.0.0.1, 10.0.0.1, true",
  })
  void holdsTheAddressesThatBeginAsItDoes(String range, String address, boolean held) {
    var inside = AddressRange.address(address);
    assertEquals(held, AddressRange.parse(range).contains(inside));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.256",
        "10.0.0.0.",
        "010.0.0.0",
        "::1/129",
        ":::",
        "fe80::1%eth0",
        "localhost",
        "a.b.c.d",
        "10.0.0.0/8/8",
        "10.0.0.0/-1",
        "face",
      })
  void isNothingElse(String text) {
    assertNull(AddressRange.parse(text));
  }

  @Test
  void isEqualWhereItHoldsTheSame() {
    assertEquals(AddressRange.parse("10.1.0.0/8"), AddressRange.parse("10.2.3.4/8"));
    assertEquals("10.0.0.0/8", AddressRange.parse("10.2.3.4/8").toString());
    assertNotNull(AddressRange.parse("2001:DB8::/48"));
  }
}
