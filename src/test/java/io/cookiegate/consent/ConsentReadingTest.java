package io.cookiegate.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.diagnostic.Position;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentReadingTest {
  private static final Position HERE = new Position("test", 1, 1);
  private static final Category NECESSARY = category("necessary", false);
  private static final Category STATISTICS = category("statistics", true);
  private static final Category MARKETING = category("marketing", true);
  private static final Classification CATEGORIES =
      Classification.of(List.of(NECESSARY, STATISTICS, MARKETING), List.of());

  private static Category category(String id, boolean needsConsent) {
    return new Category(id, needsConsent, LocalizedText.NONE, LocalizedText.NONE, HERE);
  }

  private static Consent read(String... cookieFields) {
    return read(ConsentPolicy.DEFAULT, cookieFields);
  }

  private static Consent read(ConsentPolicy policy, String... cookieFields) {
    ConsentReading reading = new ConsentReading(policy);
    for (String field : cookieFields) {
      reading.cookies(field);
    }
    return reading.in(CATEGORIES, Revision.of(CATEGORIES));
  }

  @Test
  void nobodyWasAskedWithoutACookie() {
    assertEquals(Consent.UNASKED, read());
    assertEquals(Consent.UNASKED, read("", "; ;", "a", "=true"));
  }

  @Test
  void aGrantAllowsEverythingAndARefusalOnlyWhatNeedsNone() {
    assertTrue(read("acceptcookies=true").allows(MARKETING));
    assertFalse(read("acceptcookies=false").allows(MARKETING));
    assertFalse(read().allows(MARKETING));
    assertTrue(read().allows(NECESSARY));
  }

  @Test
  void purposesChosenOneByOneAreAllowed() {
    Consent chosen = read("acceptcookies=false; acceptcookies-purposes=statistics");
    assertTrue(chosen.allows(STATISTICS));
    assertFalse(chosen.allows(MARKETING));
  }

  @Test
  void ofSeveralListsOnlyWhatIsInAllCounts() {
    Consent chosen =
        read(
            "acceptcookies-purposes=statistics.marketing; acceptcookies=false",
            "acceptcookies-purposes=marketing..");
    assertEquals(Set.of("marketing"), chosen.purposes());
  }

  @Test
  void aListWithNothingKnownIsAPlainRefusal() {
    assertEquals(
        Consent.REFUSED, read("acceptcookies=false; acceptcookies-purposes=necessary.other"));
  }

  @Test
  void namesAndValuesAreTheSites() {
    ConsentPolicy policy =
        new ConsentPolicy(
            "cookies-ok",
            Set.of("1", "yes"),
            Set.of("0"),
            Duration.ofDays(1),
            "kinds",
            false,
            true);
    assertEquals(Consent.GRANTED, read(policy, "cookies-ok=yes; cookies-ok=1"));
    assertEquals(Consent.REFUSED, read(policy, "cookies-ok=0"));
    assertEquals(Consent.UNASKED, read(policy, "cookies-ok=true"));
  }

  @Test
  void globalPrivacyControlIsHonouredByPolicy() {
    ConsentReading reading =
        new ConsentReading(
            new ConsentPolicy("c", Set.of("1"), Set.of("0"), Duration.ofDays(1), "p", false, true));
    reading.globalPrivacyControl("1");
    assertEquals(Consent.UNASKED, reading.in(CATEGORIES, Revision.of(CATEGORIES)));
  }

  @Test
  void aListIsWrittenAsItIsRead() {
    String value = PurposeList.of(List.of("statistics", "marketing"));
    assertEquals("marketing.statistics", value);
    assertEquals(Set.of("marketing", "statistics"), PurposeList.parse(value));
  }

  @Test
  void aPolicyCannotContradictItself() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ConsentPolicy("c", Set.of("1"), Set.of("1"), Duration.ofDays(1), "p", true, true));
  }
}
