package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.coding.PageCharset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostJudgeTest {
  private final HostJudge lenient = judge(Unclassified.KEEP);
  private final HostJudge strict = judge(Unclassified.REMOVE);

  private static HostJudge judge(Unclassified unclassified) {
    return new GatedPage().unclassified(unclassified).scope(PageCharset.utf8()).urls.hosts();
  }

  private static @Nullable TagVerdict judged(HostJudge judge, String address) {
    byte[] a = address.getBytes(US_ASCII);
    int hostTo = address.indexOf('/');
    return judge.judge(a, 0, hostTo, hostTo, a.length);
  }

  private static @Nullable TagVerdict named(HostJudge judge, String address, HostStanding stands) {
    byte[] a = address.getBytes(US_ASCII);
    int hostTo = address.indexOf('/');
    return judge.named(a, 0, hostTo, hostTo, a.length, stands);
  }

  @ParameterizedTest
  @CsvSource({
    "www.google-analytics.com/ga.js,  true,  true",
    "notgoogle-analytics.com/,        false, true",
    "www.google.com/pagead/x,         true,  true",
    "www.google.com/%70agead/x,       true,  true",
    "www.google.com/recaptcha/api.js, false, true",
    "pay.example/checkout.js,         false, false",
    "cdn.site.example/x.js,           false, false",
    "site.example/x.js,               false, false",
    "othersite.example/x.js,          false, true"
  })
  void aHostIsGatedByTheMostSpecificRuleOrForWantOfOne(
      String address, boolean byRule, boolean all) {
    assertEquals(byRule, judged(lenient, address) != null);
    assertEquals(all, judged(strict, address) != null);
  }

  @Test
  void aVocabularyThatAScriptNamesIsNoThirdParty() {
    assertEquals(null, named(strict, "www.w3.org/2000/svg", HostStanding.AS_ADDRESS));
    assertEquals(
        TagVerdict.NAMELESS, named(strict, "www.w3c.org/2000/svg", HostStanding.AS_ADDRESS));
    assertEquals(null, named(strict, "www.w3c.org/2000/svg", HostStanding.BARE));
  }

  @Test
  void theEndOfAHostStandsForAllThatEndSo() {
    assertEquals(null, named(lenient, "google.com/pagead/x", HostStanding.AS_ADDRESS));
    assertTrue(named(lenient, "google.com/pagead/x", HostStanding.AS_END) != null);
  }

  @Test
  void aBaseMayLeadToHostsWithoutGatedRules() {
    assertTrue(lenient.mayBeGated("www.google.com"));
    assertFalse(lenient.mayBeGated("pay.example"));
    assertFalse(lenient.mayBeGated("other.example"));
  }
}
