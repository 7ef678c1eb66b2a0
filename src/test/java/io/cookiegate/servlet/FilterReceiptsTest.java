package io.cookiegate.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.consent.Decision;
import io.cookiegate.receipt.LedgerBook;
import io.cookiegate.receipt.LedgerException;
import io.cookiegate.receipt.LedgerSettings;
import io.cookiegate.receipt.Receipt;
import jakarta.servlet.DispatcherType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of choices that are made at the filter's own pages. */
class FilterReceiptsTest {
  private static final Pattern RECEIPT =
      Pattern.compile("Set-Cookie: cookie-gate-receipt=([0-9a-f-]{36})([^\r]*)");

  @TempDir private Path folder;

  /** An application below {@code /shop} with nothing but the filter. */
  private record Shop(Server server, LocalConnector connector, AtomicInteger asked)
      implements AutoCloseable {
    static Shop start(Map<String, String> parameters) throws Exception {
      Server server = new Server();
      LocalConnector connector = new LocalConnector(server);
      server.addConnector(connector);
      ServletContextHandler context = new ServletContextHandler("/shop");
      FilterHolder filter = new FilterHolder(new CookieGateFilter(parameters));
      context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
      server.setHandler(context);
      server.start();
      return new Shop(server, connector, new AtomicInteger());
    }

    String post(String page, String content, String fields) throws Exception {
      return connector.getResponse(
          "POST /shop/.cookie-gate/"
              + page
              + " HTTP/1.1\r\nHost: www.site.test\r\nOrigin: http://www.site.test\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\n"
              + fields
              + "Content-Length: "
              + content.length()
              + "\r\n\r\n"
              + content);
    }

    /**
     * Makes a choice, again where the disk of a busy machine did not answer in a moment: then it has no
     * receipt, and may be recorded all the same.
     */
    String choose(String content, String fields) throws Exception {
      for (int i = 0; i < 100; i++) {
        asked.incrementAndGet();
        String answer = post("consent", content, fields);
        if (RECEIPT.matcher(answer).find()) {
          return answer;
        }
      }
      throw new AssertionError("no choice is recorded");
    }

    String get(String page) throws Exception {
      return connector.getResponse(
          "GET /shop/.cookie-gate/" + page + " HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
    }

    @Override
    public void close() {
      LifeCycle.stop(server);
    }
  }

  private LedgerBook book() throws LedgerException {
    return LedgerBook.open(
        new LedgerSettings(folder.resolve("kept"), null, null, null, Duration.ofDays(9), 1 << 20));
  }

  private List<Receipt> recorded() throws LedgerException {
    List<Receipt> receipts = new ArrayList<>();
    try (LedgerBook book = book()) {
      book.export(receipts::add);
    }
    return receipts;
  }

  @Test
  void aChoiceIsRecordedWhereTheConfigurationSaysSo() throws Exception {
    MatchResult given;
    int asked;
    try (Shop shop = Shop.start(Map.of("receipts.folder", folder.resolve("kept").toString()))) {
      String answer = shop.choose("choice=selected&purpose=statistics", "Accept-Language: sv\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
      given = RECEIPT.matcher(answer).results().findFirst().orElseThrow();
      assertTrue(given.group(2).startsWith("; Path=/shop/.cookie-gate/;"), given::group);
      assertTrue(shop.get("declaration").contains("receipt"), "the declaration says it");
      asked = shop.asked().get();
    }
    List<Receipt> receipts = recorded();
    assertTrue(receipts.size() >= 1 && receipts.size() <= asked, receipts::toString);
    Receipt receipt = receipts.get(receipts.size() - 1);
    assertEquals(UUID.fromString(given.group(1)), receipt.id());
    assertEquals(Decision.REFUSED, receipt.choice());
    assertEquals("sv", receipt.language());
    assertEquals("*", receipt.site());
    assertEquals(Set.of("statistics"), receipt.purposes());
  }

  @Test
  void aVisitorHasItErased() throws Exception {
    UUID id;
    int asked;
    try (Shop shop = Shop.start(Map.of("receipts.folder", folder.resolve("kept").toString()))) {
      String answer = shop.choose("choice=accept", "");
      String given = RECEIPT.matcher(answer).results().findFirst().orElseThrow().group(1);
      id = UUID.fromString(given);
      erase(shop, given);
      asked = shop.asked().get();
    }
    List<Receipt> left = recorded();
    assertTrue(left.size() < asked, left::toString);
    assertTrue(left.stream().noneMatch(receipt -> receipt.id().equals(id)), left::toString);
    try (LedgerBook book = book()) {
      assertTrue(book.find(id) instanceof LedgerBook.Found.Erased);
    }
  }

  /** Asks again where the disk did not answer in a moment. */
  private static void erase(Shop shop, String given) throws Exception {
    String answer = "";
    for (int i = 0; i < 100 && !answer.startsWith("HTTP/1.1 303"); i++) {
      answer = shop.post("receipt", "", "Cookie: cookie-gate-receipt=" + given + "\r\n");
    }
    assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
  }

  @Test
  void nothingIsRecordedWhereNobodySaysSo() throws Exception {
    Files.writeString(folder.resolve("gate.yaml"), "sites: [{ hosts: [\"*\"] }]\n");
    try (Shop shop = Shop.start(Map.of("config", folder.resolve("gate.yaml").toString()))) {
      String answer = shop.post("consent", "choice=accept", "");
      assertTrue(answer.contains("acceptcookies=true"), answer);
      assertFalse(answer.contains("cookie-gate-receipt"), answer);
    }
    assertFalse(Files.exists(folder.resolve("receipts")));
  }

  @Test
  void twoFiltersOfOneApplicationRecordInOneLedger() throws Exception {
    Map<String, String> parameters = Map.of("receipts.folder", folder.resolve("kept").toString());
    int asked;
    try (Shop first = Shop.start(parameters);
        Shop second = Shop.start(parameters)) {
      first.choose("choice=accept", "");
      second.choose("choice=refuse", "");
      asked = first.asked().get() + second.asked().get();
    }
    int recorded = recorded().size();
    assertTrue(recorded >= 2 && recorded <= asked, recorded + " of " + asked);
  }

  @Test
  void aMissingLibraryIsSaidInOneSentence() throws Exception {
    String refusal = startWithout(Map.of("receipts.folder", folder.resolve("kept").toString()));
    assertEquals(
        "Cookie Gate is not configured:\n"
            + "parameters unusable-receipts receipts: Receipts cannot be kept without"
            + " com.zaxxer:HikariCP, org.flywaydb:flyway-core, com.h2database:h2, which the class"
            + " path does not have.",
        refusal);
    String database = "jdbc:postgresql://127.0.0.1/receipts";
    String elsewhere =
        startWithout(
            Map.of(
                "receipts.folder",
                folder.resolve("kept").toString(),
                "receipts.database",
                database));
    assertTrue(elsewhere.contains("org.postgresql:postgresql"), elsewhere);
    assertFalse(elsewhere.contains("h2"), elsewhere);
    assertFalse(Files.exists(folder.resolve("kept")), "nothing is begun");
  }

  @Test
  void withoutReceiptsNoLibraryOfTheirsIsNeeded() throws Exception {
    assertEquals("", startWithout(Map.of()));
    assertEquals("", startWithout(Map.of("receipts.record", "false")));
  }

  /** Starts a filter with the thin jar's own dependencies, and none that are optional. */
  private static String startWithout(Map<String, String> parameters) throws Exception {
    List<URL> path = new ArrayList<>();
    List<String> names = new ArrayList<>(TestPath.folders());
    names.addAll(TestPath.jars(TestPath.FILTER + "|jakarta.servlet-api"));
    for (String name : names) {
      path.add(Path.of(name).toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      assertThrows(ClassNotFoundException.class, () -> loader.loadClass("org.h2.Driver"));
      return (String)
          loader
              .loadClass(FilterStart.class.getName())
              .getMethod("of", Map.class)
              .invoke(null, parameters);
    }
  }
}
