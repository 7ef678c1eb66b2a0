package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.consent.ConsentPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every cookie that the first site's policy names, in both of its spellings, with what becomes of it
 * under each consent: unasked, refused, refused but for statistics, granted.
 */
class SeedCookiesTest {
  private static final List<String> CONSENTS =
      List.of(
          "",
          "acceptcookies=false",
          "acceptcookies=false; acceptcookies-purposes=statistics",
          "acceptcookies=true");

  /** Name, attributes, and for each consent {@code +} where it passes and {@code -} where not. */
  private static final String TABLE =
      """
      acceptcookies          | Max-Age=63072000 | + + + +
      preferedstartpage      |                  | + + + +
      starpageredirect       |                  | + + + +
      startpageredirect      |                  | + + + +
      sid                    |                  | + + + +
      id                     |                  | + + + +
      IDE                    |                  | + + + +
      __ga                   | Max-Age=63072000 | - - + +
      _ga                    | Max-Age=63072000 | - - + +
      __gat                  | Max-Age=60       | - - + +
      _gat                   | Max-Age=60       | - - + +
      _gat_UA-23336661-4     | Max-Age=60       | - - + +
      __gid                  | Max-Age=86400    | - - + +
      _gid                   | Max-Age=86400    | - - + +
      __gac                  | Max-Age=7776000  | - - - +
      _gac                   | Max-Age=7776000  | - - - +
      _gac_UA-23336661-4     | Max-Age=7776000  | - - - +
      __utma                 | Max-Age=63072000 | - - + +
      __utmb                 | Max-Age=1800     | - - + +
      __utmz                 | Max-Age=15552000 | - - + +
      s_cc                   |                  | - - + +
      s_sq                   |                  | - - + +
      Humany__clientId       | Max-Age=31536000 | - - + +
      _mkto_trk              | Max-Age=63072000 | - - - +
      uid                    | Max-Age=31536000 | - - - +
      pseCookie              |                  | - - - +
      _lasturl               |                  | - - - +
      IDE                    | Domain=.doubleclick.net; Max-Age=31536000    | - - - +
      id                     | Domain=doubleclick.net; Max-Age=31536000     | - - - +
      id                     | Domain=.ad.doubleclick.net; Max-Age=31536000 | - - - +
      """;

  private record Row(String name, String attributes, List<String> passes) {
    static Row of(String line) {
      String[] cells = line.split("\\|", -1);
      return new Row(cells[0].strip(), cells[1].strip(), List.of(cells[2].strip().split(" ")));
    }

    String field() {
      return name + "=v1" + (attributes.isEmpty() ? "" : "; " + attributes) + "; Path=/";
    }
  }

  private static final Gate GATE = gate();

  private static Gate gate() {
    Loaded<Classification> loaded =
        ConfigLoader.loadClassification(Path.of("config", "classification.yaml"));
    Object ready = assertInstanceOf(Loaded.Ready.class, loaded).value();
    return Gate.of(
        new SiteRules(
            assertInstanceOf(Classification.class, ready),
            ConsentPolicy.DEFAULT,
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            Banner.NONE,
            new Rules.PlainMarkup()),
        GateObserver.NONE);
  }

  static Stream<Row> rows() {
    return TABLE.lines().map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aSetCookieFieldPassesOrGoes(Row row) {
    for (int i = 0; i < CONSENTS.size(); i++) {
      Head answer = Head.of("Content-Type", "image/png", "Set-Cookie", row.field());
      Visit visit = GATE.arrive(Head.of("Cookie", CONSENTS.get(i)).get());
      Answer.Pass pass = (Answer.Pass) visit.answer(answer.status(200));
      boolean passed = answer.after(pass.edits()).contains("Set-Cookie: " + row.field());
      assertEquals(row.passes().get(i), passed ? "+" : "-", "consent " + CONSENTS.get(i));
    }
  }

  @Test
  void aCookieStatedToEndWithTheSessionDoes() {
    Head answer = Head.of("Set-Cookie", "sid=v1; Max-Age=9999; Path=/", "Content-Type", "x/y");
    Answer.Pass pass = (Answer.Pass) GATE.arrive(Head.of().get()).answer(answer.status(200));
    assertEquals("Set-Cookie: sid=v1; Path=/", answer.after(pass.edits()).get(0));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aCookieOfTheSiteReachesItOrIsWithheld(Row row) {
    if (row.attributes().contains("Domain")) {
      // A browser never sends another domain's cookie to the site.
      assertTrue(row.attributes().contains("doubleclick.net"));
      return;
    }
    for (int i = 0; i < CONSENTS.size(); i++) {
      String others = CONSENTS.get(i).isEmpty() ? "a=1" : CONSENTS.get(i);
      boolean own = row.name().equals("acceptcookies");
      Head request = Head.of("Cookie", own ? others : others + "; " + row.name() + "=v1");
      List<String> sent = request.after(GATE.arrive(request.get()).requestEdits());
      String expected = row.passes().get(i).equals("+") ? request.value(0) : others;
      assertEquals(List.of("Cookie: " + expected), sent);
    }
  }

  @Test
  void everyCookieOfThePolicyIsInTheTable() throws IOException {
    Path policy = Path.of(System.getProperty("cookie-gate.seed"), "privacy-and-cookie-policy.txt");
    Set<String> named = new TreeSet<>();
    if (Files.exists(policy)) {
      for (String line : Files.readAllLines(policy)) {
        String text = line.strip();
        if (text.startsWith("\u2022")) {
          named.add(text.substring(1).strip().split(",", -1)[0]);
        }
      }
      assertTrue(named.size() >= 20, named::toString);
    } else {
      System.out.println("The seed's folder is absent; its names are not compared.");
    }
    List<String> missing = new ArrayList<>(named);
    missing.removeAll(rows().map(Row::name).collect(Collectors.toSet()));
    assertEquals(List.of(), missing);
    assertEquals(30, rows().count());
  }
}
