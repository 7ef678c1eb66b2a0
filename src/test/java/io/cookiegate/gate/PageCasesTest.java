package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.consent.Consent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageCasesTest {
  static List<PageCase> cases() {
    return PageCase.all();
  }

  private static String rewrite(PageCase page, String input, int piece) {
    return new String(GatedPage.of(page).rewrite(page.bytes(input), piece), page.charset());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void becomesWhatIsExpected(PageCase page) {
    assertEquals(page.expected(), rewrite(page, page.input(), 1 << 20));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheSameForEveryCut(PageCase page) {
    for (int piece : new int[] {1, 2, 3, 7, 64}) {
      assertEquals(page.expected(), rewrite(page, page.input(), piece), () -> "by " + piece);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void staysAsItIsASecondTime(PageCase page) {
    assertEquals(page.expected(), rewrite(page, page.expected(), 1 << 20));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void passesWithConsent(PageCase page) {
    byte[] input = page.bytes(page.input());
    String output =
        new String(
            GatedPage.of(page).consent(Consent.GRANTED).rewrite(input, 1 << 20), page.charset());
    if (page.setting("unclassified", "KEEP").equals("KEEP")
        && !page.settings().containsKey("closes")) {
      assertEquals(page.input(), output);
    }
  }

  @Test
  void theCasesAreAllThere() {
    assertEquals(412, cases().size());
  }
}
