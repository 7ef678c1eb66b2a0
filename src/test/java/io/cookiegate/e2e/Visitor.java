package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Everything that a visitor can have said, with what they get to see of {@link #PAGE}. */
enum Visitor {
  UNASKED("", "banner"),
  REFUSED("acceptcookies=false", ""),
  GRANTED("acceptcookies=true", "statistics marketing"),
  PURPOSES("acceptcookies=false; acceptcookies-purposes=statistics", "statistics");

  private static final String STATISTICS =
      "<script src=\"https://www.google-analytics.com/analytics.js\"></script>";
  private static final String MARKETING =
      "<img src=\"https://www.facebook.com/tr?id=1&ev=PageView\" width=\"1\" height=\"1\">";

  /** A page with one tag of statistics and one of marketing. */
  static final String PAGE =
      "<!DOCTYPE html><html lang=\"en\"><head><title>News</title>"
          + STATISTICS
          + "</head><body><h1>News</h1>"
          + "<p>The same text for everybody.</p>".repeat(60)
          + MARKETING
          + "</body></html>\n";

  private final String cookie;
  private final String seen;

  Visitor(String cookie, String seen) {
    this.cookie = cookie;
    this.seen = seen;
  }

  /** The Cookie field; empty where there is none. */
  String cookie() {
    return cookie;
  }

  /** Fails unless the answer is {@link #PAGE} as it is for this visitor and nobody else. */
  void assertOwnPage(HttpResponse<byte[]> answer) {
    assertEquals(200, answer.statusCode(), () -> name() + ": " + answer.headers());
    String page = text(answer);
    StringBuilder found = new StringBuilder();
    append(found, page.contains("/.cookie-gate/consent"), "banner");
    append(found, page.contains(STATISTICS), "statistics");
    append(found, page.contains(MARKETING), "marketing");
    assertEquals(seen, found.toString().strip(), () -> name() + " got: " + page);
    if (this == GRANTED) {
      assertEquals(PAGE, page);
    }
  }

  /** Fails unless exactly the cookies came that this visitor takes, of {@code sid}, {@code _ga} and {@code _fbp}. */
  void assertOwnCookies(HttpResponse<byte[]> answer) {
    List<String> names =
        answer.headers().allValues("Set-Cookie").stream()
            .map(field -> field.substring(0, field.indexOf('=')))
            .toList();
    List<String> own =
        switch (this) {
          case UNASKED, REFUSED -> List.of("sid");
          case GRANTED -> List.of("sid", "_ga", "_fbp");
          case PURPOSES -> List.of("sid", "_ga");
        };
    assertEquals(own, names, this::name);
  }

  private static void append(StringBuilder found, boolean there, String what) {
    if (there) {
      found.append(' ').append(what);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    boolean gzip = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    try {
      return gzip
          ? new String(
              new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), UTF_8)
          : new String(answer.body(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
