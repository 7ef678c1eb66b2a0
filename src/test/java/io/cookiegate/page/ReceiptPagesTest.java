package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.consent.Decision;
import io.cookiegate.cookie.SetCookie;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.GateLimits;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.gate.Unclassified;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptPagesTest {
  private static final String ID = "0f0e0d0c-0b0a-4908-8706-050403020100";
  private static final String OTHER_ID = "1f0e0d0c-0b0a-4908-8706-050403020100";
  private static final String PREFIX = OwnPages.DEFAULT_PREFIX;

  private final Recorder recorder = new Recorder();
  private final Classification classification = classification();
  private final OwnPages pages = new OwnPages(gate(), PREFIX, recorder);

  /** Remembers what it is asked, and answers as it is told to. */
  private static final class Recorder implements ChoiceRecorder {
    final List<MadeChoice> choices = new ArrayList<>();
    final List<String> erased = new ArrayList<>();
    String id = ID;
    Erasure erasure = Erasure.TAKEN;

    @Override
    public String record(MadeChoice choice) {
      choices.add(choice);
      return id;
    }

    @Override
    public Erasure erase(String id) {
      erased.add(id);
      return erasure;
    }
  }

  private static Classification classification() {
    Object loaded = ConfigLoader.loadClassification(Path.of("config", "classification.yaml"));
    return assertInstanceOf(
        Classification.class, assertInstanceOf(Loaded.Ready.class, loaded).value());
  }

  private Gate gate() {
    SiteRules rules =
        new SiteRules(
            classification,
            ConsentPolicy.DEFAULT,
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            Banner.BUILT_IN,
            new BuiltInMarkup(PREFIX));
    return Gate.of(rules, GateObserver.NONE);
  }

  private OwnAnswer post(String name, String form, String... fields) {
    return pages.answer(new OwnRequest(PageRequest.of("POST", true, PREFIX + name, fields), form));
  }

  private OwnAnswer choose(String form, String... fields) {
    String[] all = new String[fields.length + 2];
    System.arraycopy(fields, 0, all, 0, fields.length);
    all[fields.length] = "Sec-Fetch-Site";
    all[fields.length + 1] = "same-origin";
    return post("consent", form, all);
  }

  @Test
  void theNumberStaysOnHttpsWhereSomethingInFrontSpeaksIt() {
    OwnRequest plain =
        new OwnRequest(
            PageRequest.of("POST", false, PREFIX + "consent", "Sec-Fetch-Site", "same-origin"),
            "choice=accept");
    assertFalse(receiptCookies(pages.answer(plain)).get(0).secure());
    String[] behindTls = {"Sec-Fetch-Site", "same-origin", "Origin", "https://www.ciszere.example"};
    OwnRequest secure =
        new OwnRequest(
            PageRequest.of("POST", false, PREFIX + "consent", behindTls), "choice=accept");
    assertTrue(receiptCookies(pages.answer(secure)).get(0).secure());
  }

  private Document preferences(String query, String... fields) {
    OwnAnswer answer =
        pages.answer(
            new OwnRequest(
                PageRequest.of("GET", true, PREFIX + "preferences" + query, fields), ""));
    return Jsoup.parse(UTF_8.decode(answer.body()).toString());
  }

  private static List<SetCookie> receiptCookies(OwnAnswer answer) {
    return answer.fields().stream()
        .filter(field -> field.name().equals("Set-Cookie"))
        .map(Field::value)
        .map(SetCookie::parse)
        .filter(cookie -> cookie.name().equals(ReceiptCookie.NAME))
        .toList();
  }

  @Test
  void whatWasChosenIsRecorded() {
    choose("choice=accept", "Accept-Language", "sv", "Sec-GPC", "1");
    choose("choice=refuse", "Accept-Language", "de");
    choose("choice=selected&purpose=statistics&purpose=necessary&purpose=none");
    String version = classification.version();
    assertEquals(
        List.of(
            new MadeChoice(
                Decision.GRANTED, Set.of("marketing", "statistics"), version, "sv", true),
            new MadeChoice(Decision.REFUSED, Set.of(), version, "de", false),
            new MadeChoice(Decision.REFUSED, Set.of("statistics"), version, "en", false)),
        recorder.choices);
  }

  @Test
  void oneViewOfAnEmbedIsRecordedToo() {
    OwnAnswer answer = choose("choice=once&service=google-analytics&return=%2Ffilm");
    MadeChoice once =
        new MadeChoice(
            Decision.ONCE, Set.of("~google-analytics"), classification.version(), "en", false);
    assertEquals(List.of(once), recorder.choices);
    assertEquals(ID, receiptCookies(answer).get(0).value());
  }

  @Test
  void theNumberGoesToTheBrowserForOwnPagesOnly() {
    SetCookie cookie = receiptCookies(choose("choice=accept")).get(0);
    assertEquals(ID, cookie.value());
    assertEquals(PREFIX, cookie.path());
    assertTrue(cookie.secure());
    assertTrue(cookie.httpOnly());
  }

  @Test
  void aRefusedChoiceIsNotRecorded() {
    assertEquals(403, post("consent", "choice=accept", "Sec-Fetch-Site", "cross-site").status());
    assertEquals(400, choose("choice=perhaps").status());
    assertEquals(List.of(), recorder.choices);
  }

  @Test
  void aChoiceCountsWhereNoNumberCouldBeHad() {
    recorder.id = null;
    OwnAnswer answer = choose("choice=accept");
    assertEquals(303, answer.status());
    assertEquals(List.of(), receiptCookies(answer));
    assertTrue(answer.fields().stream().anyMatch(f -> f.value().startsWith("acceptcookies=true")));
  }

  @Test
  void theBrowserKeepsTheLastTenNumbers() {
    String cookie = ReceiptCookie.NAME + "=" + OTHER_ID;
    for (int i = 1; i <= 12; i++) {
      recorder.id = Integer.toHexString(i) + ID.substring(1);
      cookie =
          ReceiptCookie.NAME
              + "="
              + receiptCookies(choose("choice=accept", "Cookie", cookie)).get(0).value();
    }
    String[] ids = cookie.substring(cookie.indexOf('=') + 1).split("\\.", -1);
    assertEquals(10, ids.length);
    assertEquals("c" + ID.substring(1), ids[0]);
    assertEquals("3" + ID.substring(1), ids[9]);
  }

  @Test
  void thePreferencesShowTheNumbersAndAButtonToErase() {
    Document page = preferences("", "Cookie", ReceiptCookie.NAME + "=" + ID + "." + OTHER_ID);
    assertEquals(List.of(ID, OTHER_ID), page.select(".cookie-gate-receipt li code").eachText());
    assertEquals(PREFIX + "receipt", page.select(".cookie-gate-receipt form").attr("action"));
    assertEquals("post", page.select(".cookie-gate-receipt form").attr("method"));
    assertTrue(preferences("").select(".cookie-gate-receipt").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>", "", ".", "0F0e0d0c-0b0a-4908-8706-050403020100", "1-2-3-4-5"})
  void whatIsNoNumberIsNotShown(String value) {
    Document page = preferences("", "Cookie", ReceiptCookie.NAME + "=" + value);
    assertTrue(page.select(".cookie-gate-receipt").isEmpty());
  }

  @Test
  void allRecordsOfTheBrowserAreErased() {
    OwnAnswer answer =
        post(
            "receipt",
            "",
            "Sec-Fetch-Site",
            "same-origin",
            "Cookie",
            ReceiptCookie.NAME + "=" + ID + "." + OTHER_ID);
    assertEquals(303, answer.status());
    assertEquals(List.of(ID, OTHER_ID), recorder.erased);
    assertEquals(PREFIX, receiptCookies(answer).get(0).path());
    assertTrue(receiptCookies(answer).get(0).deletes(Instant.now()));
    assertFalse(preferences("?erased=1").select("[role=status]").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void onlyTheSitesOwnPagesErase(String site) {
    String cookie = ReceiptCookie.NAME + "=" + ID;
    assertEquals(403, post("receipt", "", "Sec-Fetch-Site", site, "Cookie", cookie).status());
    assertEquals(List.of(), recorder.erased);
  }

  @Test
  void aWishThatCannotBeNotedIsNotSaidToBe() {
    recorder.erasure = ChoiceRecorder.Erasure.UNAVAILABLE;
    OwnAnswer answer =
        post(
            "receipt",
            "",
            "Sec-Fetch-Site",
            "same-origin",
            "Cookie",
            ReceiptCookie.NAME + "=" + ID);
    assertEquals(503, answer.status());
    assertEquals(List.of(), receiptCookies(answer));
  }
}
