package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.gate.Answer;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.BodyPlan;
import io.cookiegate.gate.BodyRewriter;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.GateLimits;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.wording.Appearance;
import io.cookiegate.wording.BannerTemplate;
import io.cookiegate.wording.Wording;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The declaration in a page of the site's own. */
class EmbeddedDeclarationTest {
  private static final String YES = "acceptcookies=true";
  private static final String NO = "acceptcookies=false";
  private static final String PAGE =
      "<!DOCTYPE html><html lang=sv><title>Policy</title><h1>Om kakor</h1>"
          + "<cookie-list class=a></cookie-list>"
          + "<script src=\"https://www.google-analytics.com/analytics.js\"></script><p>Slut";

  private final Gate gate = gate();

  private static Gate gate() {
    Object loaded = ConfigLoader.loadClassification(Path.of("config", "classification.yaml"));
    Classification classification =
        assertInstanceOf(
            Classification.class, assertInstanceOf(Loaded.Ready.class, loaded).value());
    Appearance appearance =
        new Appearance(Wording.BUILT_IN, BannerTemplate.BUILT_IN, null, Set.of("/policy"));
    SiteRules rules =
        new SiteRules(
            classification,
            ConsentPolicy.DEFAULT,
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            Banner.NONE,
            new BuiltInMarkup(OwnPages.DEFAULT_PREFIX, appearance, true));
    return Gate.of(rules, GateObserver.NONE);
  }

  private Answer.Pass visit(String target, String consent) {
    Answer answer =
        gate.arrive(PageRequest.of("GET", true, target, "Cookie", consent, "Accept", "text/html"))
            .answer(
                new PageAnswer(
                    200,
                    List.of(
                        new Field("Content-Type", "text/html; charset=utf-8"),
                        new Field("ETag", "\"a\""))));
    return assertInstanceOf(Answer.Pass.class, answer);
  }

  private String page(String target, String consent) throws Exception {
    if (!(visit(target, consent).body() instanceof BodyPlan.Rewrite rewrite)) {
      return PAGE;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BodyRewriter rewriter = rewrite.open()) {
      rewriter.write(UTF_8.encode(PAGE), bytes -> take(bytes, out));
      rewriter.end(bytes -> take(bytes, out));
    }
    return out.toString(UTF_8);
  }

  private static void take(ByteBuffer bytes, ByteArrayOutputStream out) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    out.writeBytes(copy);
  }

  private static void expectDeclaration(String page) {
    Element place = Jsoup.parse(page).selectFirst("cookie-list.a");
    assertEquals("sv", place.selectFirst(".cookie-gate-declaration").attr("lang"));
    assertTrue(place.select("h3").eachText().contains("Google Analytics"), page);
    assertTrue(place.select("code").eachText().contains(ReceiptCookie.NAME), page);
    assertTrue(place.text().contains("Namn och"), page);
  }

  @Test
  void thePlaceIsFilledWithoutConsent() throws Exception {
    String page = page("/policy?a=1", NO);
    expectDeclaration(page);
    assertTrue(Jsoup.parse(page).select("script[src*=analytics.js]").isEmpty(), page);
  }

  @Test
  void thePlaceIsFilledWithConsentAndNothingElseChanges() throws Exception {
    String page = page("/policy", YES);
    expectDeclaration(page);
    int from = page.indexOf("<div class=\"cookie-gate-declaration\"");
    int to = page.indexOf("</cookie-list>");
    assertEquals(PAGE, page.substring(0, from) + page.substring(to));
  }

  @Test
  void otherPagesAreAsTheyWere() throws Exception {
    assertEquals(BodyPlan.VERBATIM, visit("/other", YES).body());
    assertTrue(page("/other", NO).contains("<cookie-list class=a></cookie-list>"));
  }

  @Test
  void aFilledPageIsAVariantOfItsOwn() {
    Answer.Pass filled = visit("/policy", YES);
    assertTrue(filled.edits().replacement(1).contains("\""), "the entity tag has no mark");
    assertTrue(
        filled.edits().added().stream()
            .anyMatch(
                field -> field.name().equals("Vary") && field.value().contains("Accept-Language")),
        filled.edits().added().toString());
  }
}
