package io.cookiegate.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.gate.GateObserver;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnedCookiesTest {
  @Test
  void aCookieThatComesBackIsListedWithItsPages() {
    Inventory inventory = new Inventory();
    GateObserver observer = inventory.of("www.site.example");
    observer.cookieReturned("_ga", "/news");
    observer.cookieReturned("_ga", "/news");
    observer.cookieReturned("_ga", "/");
    observer.cookieReturned("n".repeat(200), "/" + "p".repeat(500));
    String site = "www.site.example";
    assertEquals(
        List.of(
            new ReturnedCookie(site, "_ga", "/", 1),
            new ReturnedCookie(site, "_ga", "/news", 2),
            new ReturnedCookie(site, "n".repeat(100), "/" + "p".repeat(299), 1)),
        inventory.returned());
  }

  @Test
  void moreThanTheBoundIsCountedAsOthers() {
    Inventory inventory = new Inventory();
    GateObserver observer = inventory.of("s");
    for (int i = 0; i < 2500; i++) {
      observer.cookieReturned("c", "/" + i);
    }
    assertEquals(2000, inventory.returned().size());
    assertEquals(500, inventory.others());
  }
}
