package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.cookiegate.host.UrlReader.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UrlReaderTest {
  private final UrlReader reader = new UrlReader();

  @ParameterizedTest
  @CsvSource({
    "https://www.google-analytics.com/analytics.js, www.google-analytics.com, /analytics.js",
    "//stats.g.doubleclick.net/dc.js?x=1, stats.g.doubleclick.net, /dc.js",
    "HTTP://WWW.Google-Analytics.COM, www.google-analytics.com, /",
    "https:\\\\connect.facebook.net\\en_US\\all.js, connect.facebook.net, /en_US/all.js",
    "/\\bat.bing.com/bat.js, bat.bing.com, /bat.js",
    "https:////static.hotjar.com/c, static.hotjar.com, /c",
    "https://user:secret@snap.licdn.com/li.lms, snap.licdn.com, /li.lms",
    "https://good.example@snap.licdn.com/, snap.licdn.com, /",
    "https://snap.licdn.com:443/x, snap.licdn.com, /x",
    "https://snap.licdn.com:44300/x, snap.licdn.com, /x",
    "https://snap.licdn.com./x, snap.licdn.com, /x",
    "https://%77ww.google-analytics.com/ga.js, www.google-analytics.com, /ga.js",
    "https://ｗｗｗ.google-analytics。com/ga.js, www.google-analytics.com, /ga.js",
    "https://www.google.com/x/../pagead/1, www.google.com, /pagead/1",
    "https://www.google.com/x/%2e%2E/pagead/1, www.google.com, /pagead/1",
    "https://www.google.com//pagead/1, www.google.com, //pagead/1",
    "https://www.google.com/my page.gif, www.google.com, /my%20page.gif",
    "https://0x7f.1/x, 127.0.0.1, /x",
    "https://2130706433/x, 127.0.0.1, /x",
    "https://[::FFFF:127.0.0.1]:8080/x, [::ffff:7f00:1], /x",
    "ws://live.example/socket, live.example, /socket",
    "wss:live.example/socket, live.example, /socket",
    "ftp:live.example, live.example, /",
  })
  void namesHostAndPathOfWhatGoesToTheNetwork(String reference, String host, String path) {
    assertEquals(new UrlReading(Kind.NETWORK, host, path), UrlReading.fast(reader, reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " \u0001https://t.example/p ",
        "ht\ntps://t.example/p",
        "https:\t//t.example/p",
        "https:/\r\n/t.example/p",
        "/\t/t.example/p",
        "https://t.ex\tample/p",
        "https://t.example/\np\r"
      })
  void skipsWhatABrowserSkips(String reference) {
    assertEquals(
        new UrlReading(Kind.NETWORK, "t.example", "/p"), UrlReading.fast(reader, reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a.js", "/a.js", "\\a.js", "?q", "#f", "./x", "1:2", ":80", "a/b:c", "https:",
        "HTTP:/"
      })
  void leavesTheHostOfTheRestToTheBase(String reference) {
    assertEquals(Kind.RELATIVE, UrlReading.fast(reader, reference).kind());
  }

  @Test
  void aPageSchemeWithoutTwoSlashesIsReadBothWays() {
    assertEquals(
        new UrlReading(Kind.EITHER, "t.example", "/p"),
        UrlReading.fast(reader, "https:t.example/p"));
    assertEquals(
        new UrlReading(Kind.EITHER, "t.example", "/p"),
        UrlReading.fast(reader, "https:/t.example/p"));
    assertEquals(
        new UrlReading(Kind.EITHER, "t.example", "/p"),
        UrlReading.fast(reader, "http:\\t.example/p"));
  }

  @ParameterizedTest
  @CsvSource({
    "'data:text/javascript,x', DATA",
    "'JavaScript:void 0', JAVASCRIPT",
    "'java\nscript:void 0', JAVASCRIPT",
    "mailto:a@b.example, OTHER",
    "about:blank, OTHER",
    "blob:https://a.example/1, OTHER",
    "file://host/x, OTHER",
    "'https://', INVALID",
    "'https://a b/', INVALID",
    "'https://a.example:99999/', INVALID",
    "'https://1.2.3.4.5/', INVALID",
    "'https://[::g]/', INVALID",
    "'https://\u0378.example/', UNREADABLE",
    "'https://%EF%BF%BD.example/', UNREADABLE"
  })
  void tellsEveryOtherKind(String reference, Kind kind) {
    assertEquals(new UrlReading(kind, null, null), UrlReading.fast(reader, reference));
  }

  @Test
  void readsTheCharsetOfThePage() {
    byte[] bytes = "//göögle.example/".getBytes(StandardCharsets.ISO_8859_1);
    UrlReader latin = new UrlReader(StandardCharsets.ISO_8859_1);
    assertEquals(Kind.NETWORK, latin.read(bytes, 0, bytes.length));
    assertEquals(
        "xn--ggle-5qaa.example",
        new String(latin.buffer(), 0, latin.hostTo(), StandardCharsets.US_ASCII));
  }

  @Test
  void takesNoTrailByteForABackslash() {
    Charset shiftJis = Charset.forName("Shift_JIS");
    byte[] bytes = "//a.example/ソ..".getBytes(shiftJis);
    UrlReader japanese = new UrlReader(shiftJis);
    assertEquals(Kind.NETWORK, japanese.read(bytes, 0, bytes.length));
    String path =
        new String(
            japanese.buffer(),
            japanese.pathFrom(),
            japanese.pathTo() - japanese.pathFrom(),
            StandardCharsets.US_ASCII);
    assertEquals("/%E3%82%BD..", path);
  }

  @Test
  void keepsItsBufferSmall() {
    byte[] common = reader.buffer();
    UrlReading.fast(reader, "//a.example/short");
    assertSame(common, reader.buffer());
    UrlReading.fast(reader, "//a.example/" + "\"".repeat(1_000_000));
    assertEquals(6146, reader.buffer().length);
  }

  @Test
  void agreesWithTheParserOnEveryCaseOfTheWebPlatform() {
    List<JsonNode> cases = new ArrayList<>(ConformanceFolder.cases("url/urltestdata.json"));
    cases.addAll(ConformanceFolder.cases("url/toascii.json"));
    for (JsonNode each : cases) {
      UrlAgreement.check(reader, each.get("input").asString());
      UrlAgreement.check(reader, "//" + each.get("input").asString() + "/x");
    }
    assertEquals(ConformanceFolder.isThere() ? 978 : 0, cases.size());
  }
}
