package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Service;
import io.cookiegate.consent.ConsentPolicy;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest {
  /** A banner that is seen at once. */
  private static final class LoudMarkup implements PageMarkup {
    @Override
    public byte[] placeholder(Embed embed) {
      return new byte[0];
    }

    @Override
    public byte[] standIn(Service service, Place place) {
      return new byte[0];
    }

    @Override
    public String language(String acceptLanguage) {
      return acceptLanguage == null ? "en" : acceptLanguage.substring(0, 2);
    }

    @Override
    public byte[] banner(Invitation invitation) {
      Place place = invitation.place();
      return ("[" + invitation.language() + place.origin() + place.target() + "]")
          .getBytes(US_ASCII);
    }
  }

  private static Gate gate(Banner banner) {
    return Gate.of(
        new SiteRules(
            Rules.with().classification(),
            ConsentPolicy.DEFAULT,
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            banner,
            new LoudMarkup()),
        GateObserver.NONE);
  }

  private static String page(Banner banner, int status, String html, String... request) {
    Visit visit = gate(banner).arrive(Head.of(request).get("/p?q=1"));
    Answer answer = visit.answer(Head.of("Content-Type", "text/html").status(status));
    if (!(((Answer.Pass) answer).body() instanceof BodyPlan.Rewrite rewrite)) {
      return html;
    }
    StringBuilder text = new StringBuilder();
    try (BodyRewriter body = rewrite.open()) {
      BodySink sink = bytes -> text.append(US_ASCII.decode(bytes));
      body.write(ByteBuffer.wrap(html.getBytes(US_ASCII)), sink);
      body.end(sink);
    }
    return text.toString();
  }

  private static final String[] NAVIGATION = {"Sec-Fetch-Dest", "document"};

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><body class=a><p>x               | <html><body class=a>[en/p?q=1]<p>x",
        "<title>t</title><p>x                   | <title>t</title>[en/p?q=1]<p>x",
        "<head><script>1</script></head><div>x  | <head><script>1</script></head>[en/p?q=1]<div>x",
        "just text                              | just text[en/p?q=1]",
        "<noscript><img></noscript><p>x         | <noscript><img></noscript>[en/p?q=1]<p>x",
        "<frameset><frame></frameset>           | <frameset><frame></frameset>",
        "<body><body>                           | <body>[en/p?q=1]<body>"
      })
  void theBannerStandsAtTheBeginningOfTheBody(String html, String expected) {
    assertEquals(expected, page(Banner.BUILT_IN, 200, html, NAVIGATION));
  }

  /** Tags that are nothing to anybody else, in a page that is long enough for them to pass unseen. */
  @Test
  void thePlaceIsMetAtATagThatIsNothingElse() {
    String rest = "<p>text, text".repeat(20);
    String asked = page(Banner.BUILT_IN, 200, "<title>t</title>" + rest, NAVIGATION);
    assertEquals("<title>t</title>[en/p?q=1]" + rest, asked);
  }

  private static boolean asks(Banner banner, int status, String... request) {
    return page(banner, status, "<body>", request).contains("[");
  }

  @Test
  void nobodyIsAskedWhereTheyCannotAct() {
    assertTrue(asks(Banner.BUILT_IN, 200, NAVIGATION));
    assertTrue(asks(Banner.BUILT_IN, 200, "Accept", "text/html,*/*"));
    assertFalse(asks(Banner.BUILT_IN, 200, "Sec-Fetch-Dest", "iframe"));
    assertFalse(asks(Banner.BUILT_IN, 200, "Sec-Fetch-Dest", "empty"));
    assertFalse(asks(Banner.BUILT_IN, 200, "Accept", "*/*"));
    assertFalse(
        asks(Banner.BUILT_IN, 200, "Accept", "text/html", "X-Requested-With", "XMLHttpRequest"));
    assertFalse(asks(Banner.BUILT_IN, 302, NAVIGATION));
    assertFalse(asks(Banner.BUILT_IN, 404, NAVIGATION));
    assertFalse(asks(Banner.BUILT_IN, 500, NAVIGATION));
    assertFalse(asks(Banner.NONE, 200, NAVIGATION));
  }

  @Test
  void onlyThoseWhoWereNotAskedAreAsked() {
    for (String value : List.of("true", "false")) {
      assertFalse(
          asks(
              Banner.BUILT_IN,
              200,
              "Sec-Fetch-Dest",
              "document",
              "Cookie",
              "acceptcookies=" + value));
    }
    assertFalse(asks(Banner.BUILT_IN, 200, "Sec-Fetch-Dest", "document", "Sec-GPC", "1"));
  }

  private static List<String> head(String... request) {
    Head answer = Head.of("Content-Type", "text/html", "ETag", "\"x\"");
    Visit visit = gate(Banner.BUILT_IN).arrive(Head.of(request).get());
    return answer.after(((Answer.Pass) visit.answer(answer.status(200))).edits());
  }

  @Test
  void pagesWithAndWithoutTheQuestionAreDifferentRepresentations() {
    List<String> asked = head("Sec-Fetch-Dest", "document");
    assertTrue(
        asked.contains("Vary: Cookie, Accept-Language, Sec-Fetch-Dest, Sec-GPC"), asked::toString);
    assertFalse(asked.get(1).equals(head("Sec-Fetch-Dest", "iframe").get(1)));
    assertFalse(
        asked.get(1).equals(head("Sec-Fetch-Dest", "document", "Accept-Language", "sv").get(1)));
  }
}
