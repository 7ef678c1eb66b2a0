package io.cookiegate.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.TagRule;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.cookie.SetCookie;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the legacy site of the demonstration sends is what the first site's classification knows. */
class DemonstrationTest {
  private static final String HOST = "www.ciszere.example";
  private static final byte[] PATH = {'/'};

  private final Classification ciszere =
      ((Loaded.Ready<Classification>)
              ConfigLoader.loadClassification(Path.of("config/classification.yaml")))
          .value();

  @ParameterizedTest
  @EnumSource(Snippet.class)
  void everyVendorIsGated(Snippet snippet) {
    byte[] host = snippet.host().getBytes(US_ASCII);
    TagRule.Host rule = ciszere.host(host, 0, host.length, PATH, 0, PATH.length);
    assertNotNull(rule);
    assertTrue(ciszere.needsConsent(rule));
  }

  @Test
  void everyCookieIsClassified() {
    cookies().forEach(cookie -> assertNotNull(rule(cookie), cookie.name()));
  }

  @Test
  void onlyTheSessionStaysOfWhatTheTrackingModuleSets() {
    Set<String> kept =
        cookies().stream()
            .filter(cookie -> !ciszere.needsConsent(rule(cookie)))
            .map(SetCookie::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("sid"), kept);
  }

  private CookieRule rule(SetCookie cookie) {
    String domain = cookie.domain();
    return ciszere.cookie(cookie.name(), domain == null ? HOST : domain);
  }

  private static List<SetCookie> cookies() {
    return new TrackingModule(Clock.systemUTC())
        .withPage(HOST, "/private").stream().map(SetCookie::parse).toList();
  }
}
