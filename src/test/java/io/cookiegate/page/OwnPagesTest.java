package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.consent.PagePass;
import io.cookiegate.consent.Revision;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.GateLimits;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.wording.Languages;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPagesTest {
  private static final String PREFIX = OwnPages.DEFAULT_PREFIX;
  private static final Classification CLASSIFICATION = classification();
  private static final OwnPages PAGES = pages();

  private static Classification classification() {
    Object loaded = ConfigLoader.loadClassification(Path.of("config", "classification.yaml"));
    return assertInstanceOf(
        Classification.class, assertInstanceOf(Loaded.Ready.class, loaded).value());
  }

  private static OwnPages pages() {
    SiteRules rules =
        new SiteRules(
            CLASSIFICATION,
            ConsentPolicy.DEFAULT,
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            Banner.BUILT_IN,
            new BuiltInMarkup(PREFIX));
    return new OwnPages(Gate.of(rules, GateObserver.NONE), PREFIX);
  }

  /** A request for {@code https://www.ciszere.example}. */
  private static PageRequest request(String method, String name, String... fields) {
    return PageRequest.of(method, true, PREFIX + name, fields);
  }

  private static OwnAnswer get(String name, String... fields) {
    return PAGES.answer(new OwnRequest(request("GET", name, fields), ""));
  }

  private static OwnAnswer choose(String form, String... fields) {
    return PAGES.answer(new OwnRequest(request("POST", "consent", fields), form));
  }

  private static List<String> values(OwnAnswer answer, String name) {
    return answer.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .toList();
  }

  private static Document document(OwnAnswer answer) {
    return Jsoup.parse(UTF_8.decode(answer.body()).toString());
  }

  private static final String[] SAME = {"Sec-Fetch-Site", "same-origin"};

  @Test
  void aYesIsRememberedAndLeadsBack() {
    OwnAnswer answer = choose("choice=accept&return=%2Fnews%3Fp%3D1", SAME);
    assertEquals(303, answer.status());
    assertEquals(List.of("/news?p=1"), values(answer, "Location"));
    assertEquals(
        "acceptcookies=true; Path=/; Max-Age=63072000; Secure; SameSite=Lax",
        values(answer, "Set-Cookie").get(0));
  }

  @Test
  void aNoIsRememberedAndTakesWhatIsThere() {
    OwnAnswer answer =
        choose(
            "choice=refuse", "Sec-Fetch-Site", "same-origin", "Cookie", "_ga=1; sid=2; _lasturl=3");
    List<String> cookies = values(answer, "Set-Cookie");
    assertTrue(cookies.get(0).startsWith("acceptcookies=false;"), cookies.get(0));
    assertTrue(cookies.stream().anyMatch(cookie -> cookie.startsWith("_ga=;")), cookies::toString);
    assertTrue(cookies.stream().anyMatch(cookie -> cookie.startsWith("_lasturl=;")));
    assertFalse(cookies.stream().anyMatch(cookie -> cookie.startsWith("sid=")));
  }

  @Test
  void purposesChosenOneByOneAreListedBesideTheNo() {
    OwnAnswer answer =
        choose(
            "choice=selected&purpose=statistics&purpose=nonsense",
            "Sec-Fetch-Site",
            "same-origin",
            "Cookie",
            "_ga=1; _lasturl=3");
    List<String> cookies = values(answer, "Set-Cookie");
    assertTrue(cookies.get(0).startsWith("acceptcookies=false;"));
    assertTrue(cookies.get(1).startsWith("acceptcookies-purposes=statistics; Path=/; Max-Age="));
    assertFalse(cookies.stream().anyMatch(cookie -> cookie.startsWith("_ga=")));
    assertTrue(cookies.stream().anyMatch(cookie -> cookie.startsWith("_lasturl=;")));
  }

  @Test
  void allPurposesAreAYes() {
    OwnAnswer answer = choose("choice=selected&purpose=statistics&purpose=marketing", SAME);
    assertTrue(values(answer, "Set-Cookie").get(0).startsWith("acceptcookies=true;"));
  }

  @Test
  void whoeverAcceptsKeepsWhatTheyWereAskedAbout() {
    String stamp = "acceptcookies-revision=" + Revision.of(CLASSIFICATION).stamp() + ";";
    assertTrue(stamp.length() > 50, stamp);
    for (String form :
        List.of("choice=accept", "choice=selected&purpose=statistics&purpose=nonsense")) {
      List<String> cookies = values(choose(form, SAME), "Set-Cookie");
      assertTrue(cookies.stream().anyMatch(c -> c.startsWith(stamp)), cookies::toString);
    }
    List<String> refused = values(choose("choice=refuse", SAME), "Set-Cookie");
    assertTrue(refused.stream().anyMatch(c -> c.startsWith("acceptcookies-revision=;")));
  }

  @Test
  void aServiceIsAllowedFromNowOn() {
    OwnAnswer answer =
        choose(
            "choice=always&service=google-analytics&return=/x",
            "Sec-Fetch-Site",
            "same-origin",
            "Cookie",
            "acceptcookies=false; acceptcookies-purposes=marketing; _ga=1; _gid=2; _lasturl=3");
    List<String> cookies = values(answer, "Set-Cookie");
    assertTrue(cookies.get(0).startsWith("acceptcookies=false;"), cookies::toString);
    String companion =
        "acceptcookies-purposes=marketing.~google-analytics; Path=/; Max-Age=63072000";
    assertTrue(cookies.get(1).startsWith(companion), cookies.get(1));
    assertFalse(cookies.stream().anyMatch(cookie -> cookie.startsWith("_ga=")));
    assertEquals(2, cookies.size(), cookies::toString);
  }

  @Test
  void aServiceIsAllowedForOneViewOfThePageItIsOn() {
    OwnAnswer answer = choose("choice=once&service=google-analytics&return=%2Fnews%3Fp%3D1", SAME);
    assertEquals(List.of("/news?p=1"), values(answer, "Location"));
    String pass = PagePass.of("google-analytics", "/news?p=1");
    assertEquals(
        List.of("acceptcookies-once=" + pass + "; Path=/; Max-Age=60; Secure; SameSite=Lax"),
        values(answer, "Set-Cookie"));
  }

  @Test
  void aScriptThatAsksToStayIsSentNowhere() {
    OwnAnswer answer = choose("choice=accept&stay=1&return=/x", SAME);
    assertEquals(204, answer.status());
    assertEquals(List.of(), values(answer, "Location"));
    assertFalse(values(answer, "Set-Cookie").isEmpty());
    assertEquals(400, choose("choice=maybe&stay=1", SAME).status());
  }

  @Test
  void servicesChosenOneByOneStayOnlyWithoutTheirCategory() {
    String form = "choice=selected&service=google-analytics&service=youtube&service=nobody";
    List<String> some = values(choose(form + "&purpose=statistics", SAME), "Set-Cookie");
    assertTrue(some.get(1).startsWith("acceptcookies-purposes=statistics.~youtube;"), some.get(1));
    List<String> none = values(choose(form, SAME), "Set-Cookie");
    assertTrue(none.get(1).startsWith("acceptcookies-purposes=~google-analytics.~youtube;"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, gpc, 0",
        "1, It counts as a no until you choose here, 1",
        "0, Global Privacy Control, 0"
      })
  void theSignalOfTheBrowserIsShown(String signal, String words, int count) {
    String[] fields = signal == null ? new String[0] : new String[] {"Sec-GPC", signal};
    Document page = document(get("preferences", fields));
    assertEquals(count, page.getElementsContainingOwnText(words).size());
    if (count == 1) {
      Document after = document(get("preferences", "Sec-GPC", "1", "Cookie", "acceptcookies=true"));
      assertTrue(after.text().contains("What you chose here goes before it."), after::text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Sec-Fetch-Site, same-origin, 303",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Origin, https://www.ciszere.example, 303",
        "Origin, https://www.ciszere.example:444, 403",
        "Origin, https://evil.example, 403",
        "Origin, null, 403",
        "Referer, https://www.ciszere.example/page, 303",
        "Referer, https://evil.example/www.ciszere.example, 403",
        "X-Nothing, x, 403"
      })
  void onlyTheSitesOwnPagesChoose(String name, String value, int status) {
    OwnAnswer answer = choose("choice=accept", name, value);
    assertEquals(status, answer.status());
    assertEquals(status == 303, !values(answer, "Set-Cookie").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "/%0d%0aSet-Cookie: x",
        "javascript:alert(1)",
        "news",
        "/\t/evil.example",
        ""
      })
  void theWayBackNeverLeadsElsewhere(String path) {
    String form = "choice=accept&return=" + URLEncoder.encode(path, UTF_8);
    String location = values(choose(form, SAME), "Location").get(0);
    assertTrue(location.equals("/") || location.equals("/%0d%0aSet-Cookie: x"), location);
    assertFalse(location.contains("\n") || location.contains(" "), location);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, /.cookie-gate/preferences?saved=1",
        "https://www.ciszere.example/news?p=1#x, /news?p=1",
        "https://www.ciszere.example/.cookie-gate/declaration, /.cookie-gate/preferences?saved=1",
        "https://www.ciszere.example//evil.example/, /.cookie-gate/preferences?saved=1",
        "https://evil.example/news, /.cookie-gate/preferences?saved=1",
        "nonsense, /.cookie-gate/preferences?saved=1"
      })
  void thePreferencesLeadBackToThePageTheyWereOpenedOn(String referrer, String back) {
    String[] fields = referrer == null ? new String[0] : new String[] {"Referer", referrer};
    Document page = document(get("preferences", fields));
    assertEquals(back, page.selectFirst("input[name=return]").attr("value"));
    Document saved = document(get("preferences?saved=1"));
    assertEquals("Your choice is saved.", saved.selectFirst("[role=status]").text());
  }

  @Test
  void aFormWithoutAWayBackLeadsToThePageItIsOn() {
    OwnAnswer answer = choose("choice=accept", "Referer", "https://www.ciszere.example/news");
    assertEquals(303, answer.status());
    assertEquals(List.of("/news"), values(answer, "Location"));
  }

  /** Also by those who link to it without saying which text they mean. */
  @Test
  void aFileIsKeptUnderTheAddressOfItsTextOnly() {
    for (OwnFile file : new OwnFile[] {OwnFile.STYLE, OwnFile.SCRIPT}) {
      assertEquals(List.of("public, max-age=86400"), values(get(file.address()), "Cache-Control"));
      assertEquals(List.of("no-cache"), values(get(file.name()), "Cache-Control"));
      assertEquals(List.of("no-cache"), values(get(file.name() + "?v=older"), "Cache-Control"));
    }
  }

  @Test
  void anUnknownChoiceIsRefused() {
    assertEquals(400, choose("choice=maybe", SAME).status());
    assertEquals(400, choose("", SAME).status());
    assertEquals(400, choose("choice=always&service=nobody", SAME).status());
    assertEquals(400, choose("choice=once", SAME).status());
    assertEquals(405, get("consent").status());
    assertEquals(404, get("nothing").status());
    assertEquals(405, PAGES.answer(new OwnRequest(request("PUT", "banner.css"), "")).status());
  }

  @Test
  void thePreferencesShowWhatWasChosen() {
    Document page =
        document(
            get(
                "preferences?return=%2Fnews",
                "Cookie",
                "acceptcookies=false; acceptcookies-purposes=statistics",
                "Accept-Language",
                "sv-SE,en;q=0.5"));
    assertEquals("sv", page.selectFirst("html").attr("lang"));
    assertEquals("/news", page.selectFirst("input[name=return]").attr("value"));
    assertTrue(page.selectFirst("input[value=statistics]").hasAttr("checked"));
    assertFalse(page.selectFirst("input[value=marketing]").hasAttr("checked"));
    assertTrue(page.selectFirst("input[value=necessary]").hasAttr("disabled"));
    assertEquals(3, page.select("button").size());
  }

  @Test
  void ownPagesLoadNothingAndAreNotFramed() {
    OwnAnswer answer = get("preferences");
    assertTrue(values(answer, "Content-Security-Policy").get(0).contains("frame-ancestors 'none'"));
    assertTrue(document(answer).select("script, [style], style, img").isEmpty());
  }

  /** The declaration and the enforced rules are the same list, so that neither can drift. */
  @Test
  void theDeclarationNamesEveryCookieOfTheSitesServices() {
    Document page = document(get("declaration"));
    for (Service service : CLASSIFICATION.services()) {
      if (service.origin() != Origin.SITE) {
        boolean free = !CLASSIFICATION.category(service.category()).needsConsent();
        assertTrue(free || page.text().contains(service.name()), service.name());
        continue;
      }
      for (CookieRule rule : service.cookies()) {
        boolean named =
            page.select("code").stream()
                .map(Element::text)
                .anyMatch(text -> text.equals(rule.pattern().text()));
        assertTrue(named, rule.pattern().text());
      }
    }
    for (Category category : CLASSIFICATION.categories()) {
      assertTrue(page.text().contains(category.title().in("en")), category.id());
    }
  }

  @Test
  void theStandInNamesOnlyWhatTheClassificationNames() {
    String script = UTF_8.decode(get("stand-in.js?of=google-analytics").body()).toString();
    assertTrue(script.contains("\"ga\"") && script.contains("\"_gaq\""), script);
    assertEquals(404, get("stand-in.js?of=nobody").status());
    assertEquals(404, get("stand-in.js?of=").status());
    assertEquals(404, get("stand-in.js").status());
  }

  @Test
  void languagesAreChosenByWeight() {
    assertEquals("de", Languages.best("xx, en;q=0.2, de-AT;q=0.9"));
    assertEquals("no", Languages.best("nb-NO"));
    assertEquals("en", Languages.best("zz"));
    assertEquals("en", Languages.best(null));
    assertEquals("fi", Languages.best("fi;q=x, fi;q=0.1"));
  }
}
