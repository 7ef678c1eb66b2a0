package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.gate.Embed;
import io.cookiegate.gate.Place;
import io.cookiegate.wording.Messages;
import io.cookiegate.wording.Texts;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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

  private static final Place HERE = new Place("/news?p=1", "", "");

  private static Element frame(Service service, String width, String height, String language) {
    Embed embed = new Embed(service, width, height, "film wide", language, HERE);
    byte[] markup = MARKUP.placeholder(embed);
    for (byte b : markup) {
      assertTrue(b > 0, "ASCII only");
    }
    return Jsoup.parse(new String(markup, US_ASCII)).body().child(0);
  }

  /** The page in the frame. */
  private static Document placeholder(Service service, String language) {
    return Jsoup.parse(frame(service, null, null, language).attr("srcdoc"));
  }

  @Test
  void aPlaceholderNamesTheServiceInThePagesLanguage() {
    String swedish = placeholder(service("Tj\u00e4nsten <&>"), "sv").body().text();
    assertTrue(swedish.startsWith("Inneh\u00e5ll fr\u00e5n Tj\u00e4nsten <&> visas inte"), swedish);
    assertTrue(placeholder(null, "xx").body().text().startsWith("Content from another site"));
  }

  @Test
  void aPlaceholderSaysHowToAllow() {
    Element link = placeholder(service("V"), "en").selectFirst("a");
    assertEquals("/.cookie-gate/preferences?return=%2Fnews%3Fp%3D1", link.attr("href"));
    assertEquals("_top", link.attr("target"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "560, 315, 560, 315",
        "100%, ' 50', 100%, 50",
        "560px, 1.5, 560, 1",
        "-, -, '', ''",
        "'', x, '', ''",
        "999999, \"><script>, '', ''"
      })
  void aPlaceholderKeepsTheEmbedsSize(String width, String height, String w, String h) {
    Element frame = frame(service("V"), width, height, "en");
    assertEquals("iframe", frame.normalName());
    assertEquals(w, frame.attr("width"));
    assertEquals(h, frame.attr("height"));
    assertTrue(frame.hasClass("film") && frame.hasClass("wide"));
  }

  @Test
  void aPlaceholderNeedsNoInlineStyleOrScript() {
    Element page = placeholder(service("V"), "en");
    assertTrue(page.select("[style], style, script, [onclick]").isEmpty());
  }

  @Test
  void aStandInIsAScriptOfTheSameOrigin() {
    assertEquals(
        "<script src=\"/.cookie-gate/stand-in.js?of=video\"></script>",
        new String(MARKUP.standIn(service("V", "ga"), HERE), US_ASCII));
    assertEquals(
        "<script nonce=\"r4nd0m==\" src=\"/.cookie-gate/stand-in.js?of=video\"></script>",
        new String(MARKUP.standIn(service("V", "ga"), new Place("/", "", "r4nd0m==")), US_ASCII));
    assertEquals(0, MARKUP.standIn(service("V"), HERE).length);
  }

  @Test
  void languagesHaveTheSameTexts() {
    assertEquals(7, Texts.LANGUAGES.size());
    assertTrue(Texts.keys().size() > 40, () -> "there are only " + Texts.keys().size());
    for (String key : Texts.keys()) {
      for (String language : Texts.LANGUAGES) {
        Messages messages = Messages.in(language);
        assertEquals(language, messages.language());
        assertFalse(messages.text(key).isBlank(), key);
        assertEquals(Texts.hasBlank(key), messages.text(key).contains(Texts.BLANK), key);
        assertFalse(messages.text(key, "X").contains(Texts.BLANK), key);
      }
    }
  }
}
