package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnedCookiesTest {
  private final List<String> returned = new ArrayList<>();

  private final GateObserver observer =
      new GateObserver() {
        @Override
        public void cookieReturned(String name, String page) {
          returned.add(name + " " + page);
        }
      };

  private void send(Mode mode, String cookies, String... fields) {
    List<String> head = new ArrayList<>(List.of(fields));
    head.add("Cookie");
    head.add(cookies);
    SiteRules rules = Rules.with().cookie("statistics", "_ga").site(mode, Unclassified.KEEP);
    Gate.of(rules, observer).arrive(Head.of(head.toArray(String[]::new)).get("/shop/a?id=7"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, /shop/a",
        "https://www.ciszere.example/news?user=1#x, /news",
        "https://www.ciszere.example, /",
        "https://other.example/news, /shop/a",
        "nonsense, /shop/a"
      })
  void aCookieIsOfThePageThatTheRequestWasMadeOn(String referrer, String page) {
    String[] fields = referrer == null ? new String[0] : new String[] {"Referer", referrer};
    send(Mode.ENFORCE, "acceptcookies=false; _ga=1; sid=2", fields);
    assertEquals(List.of("_ga " + page), returned);
  }

  @Test
  void onlyWhatWasRefusedComesBack() {
    send(Mode.ENFORCE, "_ga=1");
    send(Mode.ENFORCE, "acceptcookies=true; _ga=1");
    send(Mode.ENFORCE, "acceptcookies=false; acceptcookies-purposes=statistics; _ga=1");
    send(Mode.OBSERVE, "acceptcookies=false; _ga=1");
    assertEquals(List.of(), returned);
  }
}
