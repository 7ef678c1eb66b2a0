package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.consent.PagePass;
import io.cookiegate.consent.Revision;
import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of those who accepted when something is added that they were not asked about. */
class AskingAgainTest {
  private static final Position HERE = new Position("test", 1, 1);
  private static final String[] NAVIGATION = {"Sec-Fetch-Dest", "document"};

  /** A classification of services, each written {@code category/service} with a cookie of its name. */
  private static Classification of(String... services) {
    List<Category> categories = new ArrayList<>();
    List<Service> all = new ArrayList<>();
    categories.add(category("necessary", false));
    for (String written : services) {
      String[] parts = written.split("/", 2);
      if (categories.stream().noneMatch(c -> c.id().equals(parts[0]))) {
        categories.add(category(parts[0], true));
      }
      all.add(service(parts[0], parts[1], Origin.SITE));
    }
    return Classification.of(categories, all);
  }

  private static Category category(String id, boolean needsConsent) {
    return new Category(id, needsConsent, LocalizedText.english(id), LocalizedText.NONE, HERE);
  }

  private static Service service(String category, String id, Origin origin) {
    NamePattern name = new NamePattern.Exact(id);
    CookieRule cookie =
        new CookieRule(
            name, null, null, false, LocalizedText.NONE, null, id, category, origin, HERE);
    LocalizedText none = LocalizedText.NONE;
    return new Service(
        id,
        id,
        category,
        none,
        none,
        none,
        null,
        null,
        List.of(cookie),
        List.of(),
        List.of(),
        origin,
        HERE);
  }

  private static Gate gate(Classification classification, Banner banner, boolean again) {
    return Gate.of(
        new SiteRules(
            classification,
            ConsentPolicy.DEFAULT.asking(again),
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            banner,
            new Rules.PlainMarkup()),
        GateObserver.NONE);
  }

  private static Consent consent(Classification now, String cookies) {
    return gate(now, Banner.BUILT_IN, true).consentOf(Head.of("Cookie", cookies).get());
  }

  private static String accepted(Classification before) {
    return "acceptcookies=true; acceptcookies-revision=" + Revision.of(before).stamp();
  }

  /** The names of those cookies that the site gets to see. */
  private static String seen(Classification now, String choice, String names) {
    String sent = choice + "; " + names.replace(" ", "=1; ") + "=1";
    HeadEdits edits =
        gate(now, Banner.BUILT_IN, true).arrive(Head.of("Cookie", sent).get()).requestEdits();
    String left = edits.isEmpty() ? sent : String.valueOf(edits.replacement(0));
    return left.replace(choice + "; ", "").replace("=1", "").replace(";", "");
  }

  @Test
  void aServiceThatWasAddedWaitsAndTheRestPasses() {
    Classification before = of("statistics/ga", "marketing/ads");
    Classification now = of("statistics/ga", "statistics/hj", "marketing/ads");
    Consent consent = consent(now, accepted(before));
    assertEquals(Set.of("hj"), consent.added().services());
    assertTrue(consent.isOpen());
    assertEquals(Choice.GRANTED, consent.choice());
    assertEquals("ga ads other", seen(now, accepted(before), "ga hj ads other"));
    assertEquals("ga hj ads", seen(now, accepted(now), "ga hj ads"));
  }

  @Test
  void aPurposeThatWasAddedWaitsAsAWhole() {
    Classification before = of("statistics/ga");
    Classification now = of("statistics/ga", "social/fb");
    Consent consent = consent(now, accepted(before));
    assertEquals(Set.of("social"), consent.added().categories());
    assertEquals("ga", seen(now, accepted(before), "ga fb"));
  }

  @Test
  void aServiceThatMovedIntoAGatedCategoryWaits() {
    Classification before = of("statistics/ga", "marketing/ads");
    Classification now = of("marketing/ga", "marketing/ads", "statistics/x");
    assertEquals("ads", seen(now, accepted(before), "ga ads"));
  }

  @Test
  void whatWasTakenOutAsksNobody() {
    Consent consent = consent(of("statistics/ga"), accepted(of("statistics/ga", "marketing/ads")));
    assertEquals(Consent.GRANTED, consent);
  }

  @Test
  void aChoiceThatTheSiteTookIsTheSites() {
    Classification now = of("statistics/ga");
    assertEquals(Consent.GRANTED, consent(now, "acceptcookies=true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "====", "abc", "aaaabbbbccccdddd"})
  void aStampThatSaysNothingAllowsNothing(String stamp) {
    Classification now = of("statistics/ga");
    String choice = "acceptcookies=true; acceptcookies-revision=" + stamp;
    assertEquals("other", seen(now, choice, "ga other"));
  }

  @Test
  void ofSeveralStampsOnlyWhatAllNameCounts() {
    Classification now = of("statistics/ga", "statistics/hj");
    String both =
        accepted(now) + "; acceptcookies-revision=" + Revision.of(of("statistics/ga")).stamp();
    assertEquals("ga", seen(now, both, "ga hj"));
  }

  @Test
  void purposesChosenOneByOneAreAskedAboutWhatCameUnderThem() {
    Classification before = of("statistics/ga", "marketing/ads");
    Classification now = of("statistics/ga", "statistics/hj", "marketing/ads", "marketing/b");
    String chosen =
        "acceptcookies=false; acceptcookies-purposes=statistics; acceptcookies-revision="
            + Revision.of(before).stamp();
    assertEquals(Set.of("hj"), consent(now, chosen).added().services());
    assertEquals("ga", seen(now, chosen, "ga hj ads b"));
  }

  @Test
  void whoeverRefusedIsNotAskedAgain() {
    String refused = "acceptcookies=false; acceptcookies-revision=";
    assertFalse(consent(of("statistics/ga"), refused).isOpen());
  }

  @Test
  void aServiceAllowedByItselfPassesAndIsNotAskedAbout() {
    Classification before = of("statistics/ga", "marketing/ads");
    Classification now = of("statistics/ga", "statistics/hj", "marketing/ads");
    String choice = accepted(before) + "; acceptcookies-purposes=~hj";
    assertEquals("ga hj ads", seen(now, choice, "ga hj ads"));
    assertFalse(consent(now, choice).isOpen());
    String refused = "acceptcookies=false; acceptcookies-purposes=~hj.~nobody";
    assertEquals("hj", seen(now, refused, "ga hj ads"));
    assertEquals(Set.of("hj"), consent(now, refused).services());
  }

  @Test
  void nobodyIsAskedAgainWhereTheGateDoesNotAsk() {
    Classification now = of("statistics/ga");
    String old = "acceptcookies=true; acceptcookies-revision=";
    RequestHead request = Head.of("Cookie", old).get();
    assertEquals(Consent.GRANTED, gate(now, Banner.NONE, true).consentOf(request));
    assertEquals(Consent.GRANTED, gate(now, Banner.BUILT_IN, false).consentOf(request));
  }

  private static Answer.Pass visit(Gate gate, String target, String cookies, String... fields) {
    List<String> head = new ArrayList<>(List.of(fields));
    head.add("Cookie");
    head.add(cookies);
    Visit visit = gate.arrive(Head.of(head.toArray(String[]::new)).get(target));
    Head answer = Head.of("Content-Type", "text/html", "Set-Cookie", "ga=1", "ETag", "\"x\"");
    return (Answer.Pass) visit.answer(answer.status(200));
  }

  @Test
  void aPassIsForOneViewOfOnePage() {
    Gate gate = gate(of("statistics/ga"), Banner.BUILT_IN, true);
    String pass = "acceptcookies-once=" + PagePass.of("ga", "/news?p=1");
    Answer.Pass once = visit(gate, "/news?p=1", pass, NAVIGATION);
    assertFalse(once.edits().removes(1));
    assertTrue(
        once.edits().added().stream()
            .anyMatch(f -> f.value().startsWith("acceptcookies-once=; Path=/; Max-Age=0")));
    for (Answer.Pass other :
        List.of(
            visit(gate, "/news?p=2", pass, NAVIGATION),
            visit(gate, "/news?p=1", pass, "Sec-Fetch-Dest", "iframe"),
            visit(gate, "/news?p=1", "acceptcookies-once=ga", NAVIGATION),
            visit(gate, "/news?p=1", pass.replace("ga", "nobody"), NAVIGATION))) {
      assertTrue(other.edits().removes(1));
      assertTrue(other.edits().added().stream().noneMatch(f -> f.value().contains("-once")));
    }
  }

  @Test
  void pagesWithDifferentServicesAreDifferentRepresentations() {
    Gate gate = gate(of("statistics/ga", "statistics/hj"), Banner.BUILT_IN, true);
    String refused = "acceptcookies=false; acceptcookies-purposes=";
    Set<String> tags =
        Set.of(
            String.valueOf(visit(gate, "/", refused).edits().replacement(2)),
            String.valueOf(visit(gate, "/", refused + "~ga").edits().replacement(2)),
            String.valueOf(visit(gate, "/", refused + "~hj").edits().replacement(2)),
            String.valueOf(visit(gate, "/", refused + "~ga.~hj").edits().replacement(2)));
    assertEquals(4, tags.size(), tags::toString);
  }
}
