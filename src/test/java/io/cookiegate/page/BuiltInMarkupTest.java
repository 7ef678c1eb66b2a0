package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.diagnostic.Position;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInMarkupTest {
  private static final BuiltInMarkup MARKUP = new BuiltInMarkup("/.cookie-gate/");

  static Service service(String name, String... standIns) {
    return new Service(
        "video",
        name,
        "marketing",
        LocalizedText.NONE,
        LocalizedText.NONE,
        LocalizedText.NONE,
        null,
        null,
        List.of(),
        List.of(),
        List.of(standIns),
        Origin.SITE,
        new Position("test", 1, 1));
  }

  private static Element placeholder(
      Service service, String width, String height, String language) {
    byte[] markup = MARKUP.placeholder(service, width, height, language);
    for (byte b : markup) {
      assertTrue(b > 0, "ASCII only");
    }
    return Jsoup.parse(new String(markup, US_ASCII)).body().child(0);
  }

  @Test
  void aPlaceholderNamesTheServiceInThePagesLanguage() {
    String swedish = placeholder(service("Tj\u00e4nsten <&>"), "560", "315", "sv").text();
    assertTrue(swedish.startsWith("Inneh\u00e5ll fr\u00e5n Tj\u00e4nsten <&> visas inte"), swedish);
    assertTrue(placeholder(null, null, null, "xx").text().startsWith("Content from another site"));
  }

  @Test
  void aPlaceholderSaysHowToAllow() {
    Element link = placeholder(service("V"), null, null, "en").selectFirst("a");
    assertEquals("/.cookie-gate/preferences", link.attr("href"));
    assertEquals("_top", link.attr("target"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "560, 315, 560, 315",
        "100%, ' 50', 100%, 50",
        "560px, 1.5, 560, 1",
        "-, -, 300, 150",
        "'', x, 300, 150",
        "999999, \"><script>, 300, 150"
      })
  void aPlaceholderKeepsTheEmbedsSize(String width, String height, String w, String h) {
    Element svg = placeholder(service("V"), width, height, "en");
    assertEquals("svg", svg.normalName());
    assertEquals(w, svg.attr("width"));
    assertEquals(h, svg.attr("height"));
  }

  @Test
  void aPlaceholderNeedsNoInlineStyleOrScript() {
    Element svg = placeholder(service("V"), "1", "1", "en");
    assertTrue(svg.select("[style], style, script, [onclick]").isEmpty());
  }

  @Test
  void aStandInIsAScriptOfTheSameOrigin() {
    assertEquals(
        "<script src=\"/.cookie-gate/stand-in.js?of=video\"></script>",
        new String(MARKUP.standIn(service("V", "ga")), US_ASCII));
    assertEquals(0, MARKUP.standIn(service("V")).length);
  }

  @Test
  void languagesHaveTheSameTexts() {
    assertFalse(Messages.languages().isEmpty());
    for (String language : Messages.languages()) {
      assertFalse(Messages.in(language).text("placeholder.service", "X").contains("{}"));
      assertFalse(Messages.in(language).text("placeholder.allow").isEmpty());
      assertFalse(Messages.in(language).text("placeholder.unknown").isEmpty());
    }
  }
}
