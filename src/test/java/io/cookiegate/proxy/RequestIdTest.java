package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RequestIdTest {
  @Test
  void isShortEnoughForALog() {
    assertTrue(RequestId.isFit("a".repeat(128)));
    assertFalse(RequestId.isFit("a".repeat(129)));
    assertFalse(RequestId.isFit(""));
    assertFalse(RequestId.isFit(null));
  }

  @Test
  void hasNothingThatALogOrAShellReads() {
    for (char c = 0; c < 0x180; c++) {
      boolean fit = Character.toString(c).matches("[A-Za-z0-9._:/+=@-]");
      assertTrue(RequestId.isFit(Character.toString(c)) == fit, "U+" + Integer.toHexString(c));
    }
  }
}
