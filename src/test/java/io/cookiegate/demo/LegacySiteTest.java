package io.cookiegate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.coding.ByteStep;
import io.cookiegate.coding.ContentCodings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacySiteTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2018-05-15T12:00:00Z"), ZoneOffset.UTC);

  /** Every name in the policy, in both of its lists. */
  private static final Set<String> POLICY =
      Set.of(
          "__ga",
          "__gat",
          "__gid",
          "__gac",
          "__utma",
          "__utmz",
          "__utmb",
          "_ga",
          "_gat_UA-23336661-4",
          "_gid",
          "IDE",
          "id",
          "_mkto_trk",
          "sid",
          "uid",
          "s_sq",
          "s_cc",
          "pseCookie",
          "Humany__clientId",
          "_lasturl",
          "acceptcookies",
          "preferedstartpage",
          "startpageredirect",
          "starpageredirect");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static LegacySite site;

  @BeforeAll
  static void start() throws IOException {
    site = LegacySite.start(0, CLOCK);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void setsEveryCookieOfThePolicy() throws Exception {
    Set<String> names = new TreeSet<>(cookieNames(get("/private")));
    names.addAll(cookieNames(post("/start", "page=business")));
    names.addAll(cookieNames(post("/accept-cookies", "acceptcookies=true")));
    assertEquals(new TreeSet<>(POLICY), names);
  }

  @Test
  void carriesEverySnippetOnSomePage() {
    Set<Snippet> carried = new TreeSet<>();
    for (Page page : Page.values()) {
      carried.addAll(page.snippets());
    }
    assertEquals(Set.of(Snippet.values()), carried);
  }

  @ParameterizedTest
  @EnumSource(Page.class)
  void writesEveryPageWithItsSnippets(Page page) throws Exception {
    HttpResponse<byte[]> response = get(page.path().isEmpty() ? "/nowhere" : page.path());
    String html = new String(response.body(), page.charset());
    assertEquals(page.status(), response.statusCode());
    page.snippets().forEach(s -> assertTrue(html.contains(s.markup()), s.name()));
    assertTrue(html.endsWith("</html>\n"));
    assertFalse(html.contains("{{"));
  }

  @Test
  void goesToTheChosenStartPageNextTime() throws Exception {
    HttpResponse<byte[]> chosen = post("/start", "page=business");
    assertEquals("/business", location(chosen));
    assertTrue(cookieNames(chosen).contains("preferedstartpage"));

    String cookies = "preferedstartpage=business; startpageredirect=true";
    assertEquals("/business", location(get("/", "Cookie", cookies)));
    assertEquals(200, get("/?choose", "Cookie", cookies).statusCode());
    assertEquals(200, get("/").statusCode());
    assertEquals(
        200,
        get("/", "Cookie", "startpageredirect=true; preferedstartpage=//evil.example")
            .statusCode());
  }

  @Test
  void thanksForAMessage() throws Exception {
    assertEquals("/contact/thanks", location(post("/contact", "name=Karin&message=Hej")));
    assertTrue(text(get("/contact/thanks")).contains("has reached our customer service"));
  }

  @Test
  void showsTheNamesOfTheCookiesThatArrivedAndNoValues() throws Exception {
    String html = text(get("/private", "Cookie", "_ga=secret-value; a<b=1; acceptcookies=true"));
    assertTrue(html.contains("<li>_ga</li><li>a&lt;b</li><li>acceptcookies</li>"));
    assertFalse(html.contains("secret-value"));
    assertTrue(html.contains("id=\"consent-state\">true<"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void remembersTheAnswerAboutCookies(String answer) throws Exception {
    HttpResponse<byte[]> response = post("/accept-cookies", "back=/news&acceptcookies=" + answer);
    assertEquals("/news", location(response));
    assertTrue(
        setCookies(response)
            .contains("acceptcookies=" + answer + "; Path=/; Max-Age=63072000; SameSite=Lax"));
  }

  @Test
  void forgetsTheAnswerAboutCookiesAndStaysOnTheSite() throws Exception {
    HttpResponse<byte[]> response = post("/accept-cookies", "back=//evil.example/&acceptcookies=");
    assertEquals("/private", location(response));
    assertTrue(setCookies(response).contains("acceptcookies=; Path=/; Max-Age=0"));
  }

  @Test
  void writesSwedishInLatin1() throws Exception {
    HttpResponse<byte[]> response = get("/om");
    assertEquals(
        "text/html; charset=iso-8859-1",
        response.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(new String(response.body(), ISO_8859_1).contains("rötter i Ångermanland"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Page.class,
      names = {"NEWS", "NEWS_BROTLI", "NEWS_ZSTD"})
  void compressesForBrowsersThatTakeIt(Page page) throws Exception {
    HttpResponse<byte[]> plain = get(page.path());
    HttpResponse<byte[]> coded = get(page.path(), "Accept-Encoding", "gzip, deflate, br, zstd");
    assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
    assertEquals(page.coding(), coded.headers().firstValue("Content-Encoding").orElseThrow());
    assertArrayEquals(plain.body(), decoded(coded.body(), page.coding()));
  }

  @Test
  void answersTheSameRequestWithTheSameBytes() throws Exception {
    HttpResponse<byte[]> once = get("/private");
    HttpResponse<byte[]> again = get("/private");
    assertArrayEquals(once.body(), again.body());
    assertEquals(once.headers(), again.headers());
  }

  @Test
  void sendsItsPictures() throws Exception {
    assertEquals(
        "image/png", get("/images/report.png").headers().firstValue("Content-Type").orElseThrow());
    assertEquals(404, get("/images/none.png").statusCode());
    assertEquals(404, get("/pages/private.html").statusCode());
  }

  @Test
  void saysThatThePortIsTaken() {
    assertThrows(IOException.class, () -> LegacySite.start(site.port(), CLOCK));
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.uri() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> post(String path, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(site.uri() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  private static String location(HttpResponse<byte[]> response) {
    assertEquals(302, response.statusCode());
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static List<String> setCookies(HttpResponse<byte[]> response) {
    return response.headers().allValues("Set-Cookie");
  }

  private static Set<String> cookieNames(HttpResponse<byte[]> response) {
    return setCookies(response).stream()
        .map(f -> f.split("=", 2)[0].strip())
        .collect(Collectors.toSet());
  }

  private static byte[] decoded(byte[] coded, String coding) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (ByteStep step = ContentCodings.decoder(coding)) {
      step.write(ByteBuffer.wrap(coded), bytes -> append(bytes, plain));
      step.end(bytes -> append(bytes, plain));
    }
    return plain.toByteArray();
  }

  private static void append(ByteBuffer bytes, ByteArrayOutputStream out) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    out.writeBytes(copy);
  }
}
