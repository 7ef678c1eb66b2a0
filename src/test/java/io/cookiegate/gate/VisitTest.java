package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private static final Rules RULES =
      Rules.with()
          .cookie("statistics", "_ga")
          .cookie("statistics", "_ga_*")
          .cookie("marketing", "IDE", "doubleclick.net", null)
          .cookie("preferences", "preferedstartpage")
          .cookie("statistics", "visits", null, Duration.ofDays(30))
          .host("statistics", "google-analytics.com");
  private static final Gate GATE = Gate.of(RULES.site(), GateObserver.NONE, CLOCK);

  private static final String GRANTED = "acceptcookies=true";
  private static final String HTML = "text/html; charset=utf-8";

  private static Visit arrive(String... fields) {
    return GATE.arrive(Head.of(fields).get());
  }

  private static List<String> request(Head head, String target) {
    return head.after(GATE.arrive(head.get(target)).requestEdits());
  }

  private static List<String> answer(Visit visit, int status, String... fields) {
    Head head = Head.of(fields);
    Answer answer = visit.answer(head.status(status));
    return head.after(assertInstanceOf(Answer.Pass.class, answer).edits());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 206, 301, 302, 304, 404, 500, 101})
  void gatedCookiesGoFromEveryKindOfAnswer(int status) {
    List<String> left =
        answer(
            arrive(),
            status,
            "Content-Type",
            "image/png",
            "Set-Cookie",
            "a=1",
            "Set-Cookie",
            "_ga=GA1.2.3; Path=/",
            "Set-Cookie",
            "b=2");
    assertEquals(
        List.of("Set-Cookie: a=1", "Set-Cookie: b=2"),
        left.stream().filter(line -> line.startsWith("Set-Cookie")).toList());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "document, true",
        "iframe, true",
        "object, true",
        "embed, true",
        "xslt, true",
        "image, false",
        "empty, false",
        "script, false",
        "style, false"
      })
  void anSvgIsGatedWhereItIsADocument(String destination, boolean document) {
    Visit visit = arrive("Sec-Fetch-Dest", destination);
    assertEquals(
        List.of(
            "Content-Type: image/svg+xml", "Vary: Sec-Fetch-Dest" + (document ? ", Cookie" : "")),
        merged(answer(visit, 200, "Content-Type", "image/svg+xml")));
  }

  @Test
  void whatABrowserDoesNotSayIsGated() {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script href='//www.google-analytics.com/a'/></svg>";
    Head head = Head.of("Content-Type", "image/svg+xml");
    Answer.Pass pass = assertInstanceOf(Answer.Pass.class, arrive().answer(head.status(200)));
    assertEquals("<svg xmlns='http://www.w3.org/2000/svg'></svg>", throughBody(pass.body(), svg));
  }

  private static String rules(Visit visit, String rules) {
    Head head = Head.of("Content-Type", "application/speculationrules+json", "ETag", "\"1\"");
    Answer.Pass pass = assertInstanceOf(Answer.Pass.class, visit.answer(head.status(200)));
    assertTrue(
        head.after(pass.edits()).stream().anyMatch(line -> line.startsWith("ETag: \"1-")),
        () -> head.after(pass.edits()).toString());
    return throughBody(pass.body(), rules);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prefetch\":[{\"urls\":[\"https://www.google-analytics.com/a\"]}]}",
        "{\"prefetch\":[{\"urls\":[\"https:\\/\\/www.google-analytics.com\\/a\"]}]}",
        "{\"prefetch\":[{\"where\":{\"href_matches\":\"https://*/*\"}}]}",
        "{\"prefetch\":",
      })
  void aFileOfRulesThatMayLeadToAGatedHostHasNone(String rules) {
    assertEquals("{}", rules(arrive(), rules));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prefetch\":[{\"urls\":[\"/next\",\"https://www.other.example/\"]}]}",
        "{\"prefetch\":[{\"where\":{\"href_matches\":\"/*\"}}]}",
        "{\"tag\":\"%s\"}",
      })
  void otherFilesOfRulesStay(String rules) {
    assertEquals(rules, rules(arrive(), rules));
    String long32 = rules.replace("%s", "x".repeat(GateLimits.DEFAULT.scriptBytes()));
    assertEquals(rules.contains("%s") ? "{}" : rules, rules(arrive(), long32));
  }

  @Test
  void aFileOfRulesStaysWithConsent() {
    Head head = Head.of("Content-Type", "application/speculationrules+json");
    Answer.Pass pass =
        assertInstanceOf(Answer.Pass.class, arrive("Cookie", GRANTED).answer(head.status(200)));
    assertSame(BodyPlan.VERBATIM, pass.body());
  }

  @Test
  void anSvgStaysWithConsent() {
    Head head = Head.of("Content-Type", "image/svg+xml");
    Answer.Pass pass =
        assertInstanceOf(Answer.Pass.class, arrive("Cookie", GRANTED).answer(head.status(200)));
    assertSame(BodyPlan.VERBATIM, pass.body());
  }

  private static List<String> merged(List<String> fields) {
    List<String> merged = new ArrayList<>(fields);
    int second = merged.indexOf("Vary: Cookie");
    if (second > 0) {
      merged.remove(second);
      merged.set(second - 1, merged.get(second - 1) + ", Cookie");
    }
    return merged;
  }

  @Test
  void aCookieWithoutANameIsJudgedByTheNameItComesBackBy() {
    assertEquals(
        List.of("Set-Cookie: =visitor", "Vary: Cookie"),
        answer(arrive(), 204, "Set-Cookie", " = _ga =1; Path=/", "Set-Cookie", "=visitor"));
  }

  @Test
  void interimAnswersAndTrailersAreJudgedToo() {
    Head head =
        Head.of(
            "Link", "</app.css>; rel=preload, <https://www.google-analytics.com/a.js>; rel=preload",
            "Set-Cookie", "_ga_ABC=1");
    assertEquals(
        List.of("Link: </app.css>; rel=preload"), head.after(arrive().interim(head.status(103))));
    Head trailers = Head.of("Set-Cookie", "_ga=1", "Checksum", "x");
    assertEquals(List.of("Checksum: x"), trailers.after(arrive().trailers(trailers)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Sec-Fetch-Dest | image",
        "Sec-Fetch-Dest | script",
        "Sec-Fetch-Dest | iframe",
        "Sec-Fetch-Dest | empty",
        "Accept | image/avif,*/*",
        "Accept | */*",
        "X-Other | -"
      })
  void aPageIsNotLedToAGatedHost(String name, String value) {
    Visit visit = arrive(name, value == null ? "" : value);
    assertEquals(
        List.of("Content-Type: image/gif", "Cache-Control: no-store", "Vary: Cookie"),
        answer(
            visit,
            302,
            "Content-Type",
            "image/gif",
            "Cache-Control",
            "public, max-age=99",
            "Expires",
            "Thu, 31 Dec 2037 23:55:55 GMT",
            "Location",
            "//www.google-analytics.com/collect"));
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Dest, document",
    "Accept, 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8'"
  })
  void aVisitorWhoGoesToAGatedHostArrivesThere(String name, String value) {
    assertEquals(
        List.of(
            "Location: https://www.google-analytics.com/",
            "Vary: Cookie, Accept, Sec-Fetch-Dest, Sec-Purpose"),
        answer(arrive(name, value), 301, "Location", "https://www.google-analytics.com/"));
  }

  @Test
  void whatIsFetchedInAdvanceIsNoVisitorsStep() {
    Visit visit = arrive("Sec-Fetch-Dest", "document", "Sec-Purpose", "prefetch;prerender");
    assertEquals(
        List.of("Cache-Control: no-store", "Vary: Cookie"),
        answer(visit, 307, "Location", "https://www.google-analytics.com/"));
  }

  @Test
  void withConsentARedirectIsFollowedAndOnlyCachesAreTold() {
    Visit visit = arrive("Cookie", GRANTED, "Sec-Fetch-Dest", "image");
    assertEquals(
        List.of(
            "Location: //www.google-analytics.com/x",
            "Vary: Cookie, Accept, Sec-Fetch-Dest, Sec-Purpose"),
        answer(visit, 302, "Location", "//www.google-analytics.com/x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/next", "https://www.ciszere.example/", "https://other.example/", ""})
  void otherRedirectsStay(String location) {
    Visit visit = arrive("Sec-Fetch-Dest", "image");
    assertEquals(
        List.of("Location: " + location, "Content-Type: image/gif"),
        answer(visit, 302, "Location", location, "Content-Type", "image/gif"));
  }

  @Test
  void whatIsReportedToAGatedHostIsNot() {
    assertEquals(
        List.of(
            "Content-Security-Policy: img-src 'self'",
            "Reporting-Endpoints: own=\"/r\"",
            "Report-To: {\"group\":\"g\",\"endpoints\":[]}",
            "Content-Type: image/gif"),
        answer(
            arrive(),
            200,
            "Content-Security-Policy",
            "img-src 'self'; report-uri https://www.google-analytics.com/r",
            "Content-Security-Policy-Report-Only",
            "report-uri //www.google-analytics.com/r",
            "Reporting-Endpoints",
            "own=\"/r\", g=\"https://www.google-analytics.com/r\"",
            "Speculation-Rules",
            "\"https://www.google-analytics.com/rules.json\"",
            "Report-To",
            "{\"group\":\"g\",\"endpoints\":[{\"url\":\"https://www.google-analytics.com/r\"}]}",
            "Content-Type",
            "image/gif"));
  }

  @Test
  void aPageOfXhtmlStaysOne() {
    for (String type : List.of("application/xhtml+xml", "Application/XHTML+xml;charset=x")) {
      assertEquals("Content-Type: " + type, answer(arrive(), 200, "Content-Type", type).get(0));
    }
  }

  @Test
  void consentLetsEveryFieldPassAndOnlyAddsVary() {
    Visit visit = arrive("Cookie", GRANTED);
    assertTrue(visit.requestEdits().isEmpty());
    assertEquals(
        List.of(
            "Content-Type: " + HTML,
            "Set-Cookie: _ga=1",
            "ETag: \"x\"",
            "Last-Modified: then",
            "Content-Length: 3",
            "Vary: Cookie"),
        answer(
            visit,
            200,
            "Content-Type",
            HTML,
            "Set-Cookie",
            "_ga=1",
            "ETag",
            "\"x\"",
            "Last-Modified",
            "then",
            "Content-Length",
            "3"));
  }

  @Test
  void withConsentAPageIsVerbatimAndOtherAnswersAreUntouched() {
    Visit visit = arrive("Cookie", GRANTED);
    Answer page = visit.answer(Head.of("Content-Type", HTML).status(200));
    assertSame(BodyPlan.VERBATIM, assertInstanceOf(Answer.Pass.class, page).body());
    Answer image = visit.answer(Head.of("Content-Type", "image/png").status(200));
    assertTrue(assertInstanceOf(Answer.Pass.class, image).edits().isEmpty());
  }

  @Test
  void aDeletionAlwaysPasses() {
    assertEquals(
        List.of(
            "Content-Type: image/png",
            "Set-Cookie: _ga=; Max-Age=0",
            "Set-Cookie: _ga=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"),
        answer(
            arrive(),
            200,
            "Content-Type",
            "image/png",
            "Set-Cookie",
            "_ga=; Max-Age=0",
            "Set-Cookie",
            "_ga=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"));
  }

  @Test
  void aStatedLifetimeIsEnforcedAlsoWithConsent() {
    List<String> left =
        answer(
            arrive("Cookie", GRANTED),
            200,
            "Content-Type",
            "image/png",
            "Set-Cookie",
            "visits=1; Max-Age=63072000; Path=/");
    assertTrue(left.contains("Set-Cookie: visits=1; Max-Age=2592000; Path=/"), left::toString);
  }

  @Test
  void aScopedRuleLeavesTheSitesOwnCookieOfThatName() {
    assertEquals(
        List.of("Content-Type: image/png", "Set-Cookie: IDE=mine", "Vary: Cookie"),
        answer(
            arrive(),
            200,
            "Content-Type",
            "image/png",
            "Set-Cookie",
            "IDE=mine",
            "Set-Cookie",
            "IDE=theirs; Domain=.doubleclick.net"));
  }

  @Test
  void gatedCookiesAreWithheldFromTheUpstreamByteForByte() {
    assertEquals(
        List.of("Cookie: a=1; b=\"2\""),
        request(Head.of("Cookie", "a=1; _ga=GA1; _ga_X=2; b=\"2\""), "/x.png"));
    assertEquals(List.of(), request(Head.of("Cookie", "_ga=GA1"), "/"));
  }

  @Test
  void leftoversAreExpiredOnTheNextPageUpToTheRegistrableDomain() {
    Visit visit = GATE.arrive(Head.of("Cookie", "_ga=GA1; _ga=GA2").get("a.b.ciszere.co.uk", "/"));
    List<String> expiries =
        answer(visit, 200, "Content-Type", HTML).stream()
            .filter(line -> line.startsWith("Set-Cookie: _ga="))
            .toList();
    assertEquals(4, expiries.size(), expiries::toString);
    assertFalse(expiries.get(0).contains("Domain"), expiries.get(0));
    assertTrue(expiries.get(1).contains("Domain=a.b.ciszere.co.uk"), expiries.get(1));
    assertTrue(expiries.get(2).contains("Domain=b.ciszere.co.uk"), expiries.get(2));
    assertTrue(expiries.get(3).contains("Domain=ciszere.co.uk"), expiries.get(3));
    assertTrue(answer(visit, 200, "Content-Type", "image/png").size() == 1);
  }

  @Test
  void leftoversAreExpiredInEveryFolderAboveThePage() {
    Visit visit = GATE.arrive(Head.of("Cookie", "_ga=GA1").get("www.site.example", "/shop/x?y"));
    List<String> places =
        answer(visit, 200, "Content-Type", HTML).stream()
            .filter(line -> line.startsWith("Set-Cookie: _ga=;"))
            .map(line -> line.substring(0, line.indexOf("; Max-Age")))
            .map(line -> line.substring(line.indexOf("Path=")))
            .toList();
    List<String> expected = new ArrayList<>();
    for (String path : List.of("/", "/shop", "/shop/", "/shop/x")) {
      for (String domain : List.of("", "; Domain=www.site.example", "; Domain=site.example")) {
        expected.add("Path=" + path + domain);
      }
    }
    assertEquals(expected, places);
  }

  @Test
  void manyLeftoversInFoldersAreExpiredInSeveralPages() {
    StringBuilder cookies = new StringBuilder("x=1");
    for (int i = 0; i < 100; i++) {
      cookies.append("; _ga_").append(i).append("=1");
    }
    Visit visit =
        GATE.arrive(Head.of("Cookie", cookies.toString()).get("www.site.example", "/a/b/c/d/e"));
    long expiries =
        answer(visit, 200, "Content-Type", HTML).stream()
            .filter(line -> line.startsWith("Set-Cookie"))
            .count();
    assertEquals(20 * 3 + 8 * 3, expiries);
  }

  @Test
  void manyLeftoversAreExpiredInSeveralPages() {
    StringBuilder cookies = new StringBuilder("x=1");
    for (int i = 0; i < 100; i++) {
      cookies.append("; _ga_").append(i).append("=1");
    }
    Visit visit = arrive("Cookie", cookies.toString());
    long expiries =
        answer(visit, 200, "Content-Type", HTML).stream()
            .filter(line -> line.startsWith("Set-Cookie"))
            .count();
    assertEquals(20 * 3, expiries);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acceptcookies=true                          | GRANTED",
        "acceptcookies=false                         | REFUSED",
        "acceptcookies=True                          | UNASKED",
        "acceptcookies=\"true\"                      | UNASKED",
        "acceptcookies=                              | UNASKED",
        "xacceptcookies=true                         | UNASKED",
        "acceptcookies=true; acceptcookies=true      | GRANTED",
        "acceptcookies=true; acceptcookies=false     | REFUSED",
        "acceptcookies=true; acceptcookies=1         | UNASKED",
        "a=1                                         | UNASKED"
      })
  void theConsentCookieSpeaks(String cookie, Choice choice) {
    assertEquals(choice, arrive("Cookie", cookie).consent().choice());
  }

  @Test
  void globalPrivacyControlSpeaksWhileNothingWasChosen() {
    assertEquals(Choice.REFUSED, arrive("Sec-GPC", "1").consent().choice());
    assertEquals(Choice.UNASKED, arrive("Sec-GPC", "0").consent().choice());
    assertEquals(Choice.GRANTED, arrive("Sec-GPC", "1", "Cookie", GRANTED).consent().choice());
  }

  @Test
  void consentInTwoCookieFieldsMustAgree() {
    assertEquals(
        Choice.REFUSED,
        arrive("Cookie", GRANTED, "cookie", "acceptcookies=false").consent().choice());
  }

  @Test
  void purposesCountBesideARefusalOnly() {
    String purposes = "; acceptcookies-purposes=statistics.unknown";
    Visit chosen = arrive("Cookie", "acceptcookies=false" + purposes + "; _ga=1");
    assertEquals(Set.of("statistics"), chosen.consent().purposes());
    assertTrue(chosen.requestEdits().isEmpty());
    assertEquals(
        List.of("Content-Type: image/png", "Set-Cookie: _ga=1", "Vary: Cookie"),
        answer(
            chosen,
            200,
            "Content-Type",
            "image/png",
            "Set-Cookie",
            "_ga=1",
            "Set-Cookie",
            "IDE=1; Domain=doubleclick.net"));
    assertEquals(Set.of(), arrive("Cookie", "x=1" + purposes).consent().purposes());
  }

  @Test
  void aRewrittenPageIsAnotherRepresentation() {
    List<String> left =
        answer(
            arrive(),
            200,
            "Content-Type",
            HTML,
            "ETag",
            "W/\"abc\"",
            "Last-Modified",
            "then",
            "Content-Length",
            "10",
            "Content-MD5",
            "x",
            "Digest",
            "x",
            "Content-Digest",
            "x",
            "Repr-Digest",
            "x",
            "Accept-Ranges",
            "bytes",
            "Cache-Control",
            "public");
    assertEquals(4, left.size(), left::toString);
    assertEquals("Content-Type: " + HTML, left.get(0));
    assertTrue(left.get(1).matches("ETag: W/\"abc--cg[0-9a-f]+\""), left.get(1));
    assertEquals("Cache-Control: public", left.get(2));
    assertEquals("Vary: Cookie", left.get(3));
  }

  private static String ownTag() {
    return answer(arrive(), 200, "Content-Type", HTML, "ETag", "\"abc\"").get(1).substring(6);
  }

  @Test
  void aQuestionWithTheOwnTagReachesTheUpstreamAsItsOwn() {
    assertEquals(
        List.of("If-None-Match: \"abc\""), request(Head.of("If-None-Match", ownTag()), "/"));
    List<String> notModified = answer(arrive(), 304, "ETag", "\"abc\"");
    assertEquals("ETag: " + ownTag(), notModified.get(0));
  }

  @Test
  void aQuestionWithThePageOfAnotherConsentIsNotAsked() {
    assertEquals(List.of(), request(Head.of("If-None-Match", "\"abc\""), "/"));
    assertEquals(List.of(), request(Head.of("If-None-Match", "\"abc--cg99\""), "/"));
    assertEquals(List.of(), request(Head.of("If-None-Match", "*"), "/"));
    assertEquals(List.of(), request(Head.of("If-Modified-Since", "then"), "/"));
    assertEquals(
        List.of("If-None-Match: \"abc\""),
        request(Head.of("If-None-Match", "\"x\", " + ownTag() + ", \"y\""), "/"));
  }

  @Test
  void imagesAreStillRevalidatedAndReadInParts() {
    String[] fields = {
      "If-None-Match", "\"abc\"", "If-Modified-Since", "then", "Range", "bytes=0-"
    };
    List<String> all =
        List.of("If-None-Match: \"abc\"", "If-Modified-Since: then", "Range: bytes=0-");
    assertEquals(all, request(Head.of(fields), "/a/logo.png?x=.html"));
    assertEquals(List.of(), request(Head.of(fields), "/a/logo"));
    // A wiki shows the page about a picture under its name; browsers say by Accept that it is
    // shown.
    Head shown =
        Head.of("Accept", "text/html, */*", "If-None-Match", "\"abc\"", "Range", "bytes=0-");
    assertEquals(List.of("Accept: text/html, */*"), request(shown, "/detail/logo.png"));
    Head fetched =
        Head.of(
            "Sec-Fetch-Dest", "video", "Range", "bytes=0-", "Accept-Encoding", "identity, sdch");
    assertEquals(3, request(fetched, "/film").size());
  }

  @Test
  void aPartOfAPageIsClosed() {
    Answer answer = arrive().answer(Head.of("Content-Type", HTML).status(206));
    assertEquals(new Answer.Close(Closure.PARTIAL_PAGE), answer);
  }

  @Test
  void aPageInAnUnknownCodingIsClosed() {
    Answer answer =
        arrive().answer(Head.of("Content-Type", HTML, "Content-Encoding", "sdch").status(200));
    assertEquals(new Answer.Close(Closure.UNKNOWN_CODING), answer);
  }

  @Test
  void cookiesThatNoRuleKnowsGoByChoice() {
    Gate gate = Gate.of(RULES.site(Mode.ENFORCE, Unclassified.REMOVE), GateObserver.NONE, CLOCK);
    Head head =
        Head.of(
            "Content-Type", "image/png",
            "Set-Cookie", "unknown=1",
            "Set-Cookie", "acceptcookies=false",
            "Set-Cookie", "preferedstartpage=private");
    Answer.Pass pass = (Answer.Pass) gate.arrive(Head.of().get()).answer(head.status(200));
    assertEquals(
        List.of(
            "Content-Type: image/png",
            "Set-Cookie: acceptcookies=false",
            "Set-Cookie: preferedstartpage=private",
            "Vary: Cookie"),
        head.after(pass.edits()));
  }

  @Test
  void observingChangesNothingAndTellsWhatWouldHaveGone() {
    List<String> seen = new ArrayList<>();
    GateObserver observer =
        new GateObserver() {
          @Override
          public void cookieSet(String name, Rule rule, Outcome outcome) {
            seen.add(name + " " + outcome);
          }

          @Override
          public void tag(String host, Rule rule, Outcome outcome) {
            seen.add(host + " " + outcome);
          }
        };
    Gate gate = Gate.of(RULES.site(Mode.OBSERVE, Unclassified.KEEP), observer, CLOCK);
    Visit visit = gate.arrive(Head.of("Cookie", "_ga=1", "Range", "bytes=0-1").get());
    assertTrue(visit.requestEdits().isEmpty());
    Head head = Head.of("Content-Type", HTML, "Set-Cookie", "_ga=1", "ETag", "\"a\"");
    Answer.Pass pass = (Answer.Pass) visit.answer(head.status(200));
    assertTrue(pass.edits().isEmpty());
    String page = "<p><script src=//www.google-analytics.com/ga.js></script><scr";
    assertEquals(page, throughBody(pass.body(), page));
    assertEquals(List.of("_ga REMOVED", "www.google-analytics.com REMOVED"), seen);
  }

  private static String throughBody(BodyPlan plan, String page) {
    StringBuilder out = new StringBuilder();
    try (BodyRewriter body = assertInstanceOf(BodyPlan.Rewrite.class, plan).open()) {
      BodySink sink = bytes -> out.append(US_ASCII.decode(bytes));
      body.write(US_ASCII.encode(page), sink);
      body.flush(sink);
      body.end(sink);
    }
    return out.toString();
  }

  @Test
  void aVaryThatNamesCookieStays() {
    assertEquals(
        List.of("Content-Type: " + HTML, "Vary: accept, COOKIE"),
        answer(arrive("Cookie", GRANTED), 200, "Content-Type", HTML, "Vary", "accept, COOKIE"));
  }

  @Test
  void whatAPageDependsOnStandsInOneField() {
    String[] head = {
      "Vary", "Accept-Encoding", "Content-Type", HTML, "Vary", "cookie, X-Device", "VARY", ""
    };
    for (String consent : List.of(GRANTED, "acceptcookies=false")) {
      List<String> left = answer(arrive("Cookie", consent), 200, head);
      assertEquals(
          List.of("Vary: Accept-Encoding, cookie, X-Device", "Content-Type: " + HTML), left);
    }
    assertEquals(
        List.of("Content-Type: " + HTML, "Vary: *"),
        answer(arrive(), 200, "Content-Type", HTML, "Vary", "*"));
    head[3] = "image/png";
    assertEquals(4, answer(arrive(), 200, head).size());
  }

  @Test
  void aRefreshToAGatedHostGoes() {
    assertEquals(
        List.of("Content-Type: image/png"),
        answer(
            arrive(),
            200,
            "Content-Type",
            "image/png",
            "Refresh",
            "0; URL='//www.google-analytics.com/x'"));
    assertEquals(
        List.of("Content-Type: image/png", "Refresh: 5"),
        answer(arrive(), 200, "Content-Type", "image/png", "Refresh", "5"));
  }
}
