package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages that try to get a browser past the gate, in a real one. Each trick is shown twice, each time with
 * a tracker's host of its own: without the gate, where that host must be contacted (or the trick is
 * none), and behind the gate, where it must not.
 */
class TricksInChromiumIT {
  private static final int TRICKS = 1274;
  private static final int KNOWN_LEAKS = 13;
  private static final int TABS = 24;

  /** How long each round waits for those that have not come; a busy machine needs the last. */
  private static final List<Duration> ROUNDS =
      List.of(Duration.ofMillis(2_500), Duration.ofSeconds(10), Duration.ofSeconds(60));

  private static final Duration ALONE = Duration.ofMillis(800);
  private static final Duration AFTERWARDS = Duration.ofMillis(200);

  @TempDir private static Path directory;

  @Test
  void noTrickGetsThrough() throws Exception {
    List<Trick> tricks = Trick.all();
    try (Contacts contacts = new Contacts(TestKeyStore.create(directory));
        TrickServer site = new TrickServer(tricks);
        GateProcess gate =
            GateProcess.inFrontOf("http://127.0.0.1:" + site.port(), "*", directory);
        Tabs tabs = Tabs.start(directory, contacts.resolverRules())) {
      List<Integer> untried = IntStream.range(0, tricks.size()).boxed().toList();
      for (Duration patience : ROUNDS) {
        showAll(tricks, untried, patience, tabs, contacts, gate.port(), site.port());
        untried = untried.stream().filter(i -> !isShown(tricks, contacts, i)).toList();
      }
      assertEquals(
          List.of(),
          names(tricks, untried.stream().filter(i -> !contacts.has(false, i)).toList()),
          "without the gate these do not work");
      List<Integer> leaks =
          IntStream.range(0, tricks.size()).filter(i -> contacts.has(true, i)).boxed().toList();
      assertEquals(leaking(tricks), names(tricks, leaks), "what gets through");
      assertEquals(TRICKS, tricks.size());
      assertEquals(KNOWN_LEAKS, leaking(tricks).size());
    }
  }

  /** Whether all came by whom a trick is known: without the gate, and through it where it leaks. */
  private static boolean isShown(List<Trick> tricks, Contacts contacts, int trick) {
    return contacts.has(false, trick)
        && (tricks.get(trick).leaks() == null || contacts.has(true, trick));
  }

  private static void showAll(
      List<Trick> tricks,
      List<Integer> untried,
      Duration patience,
      Tabs tabs,
      Contacts contacts,
      int gatePort,
      int sitePort)
      throws InterruptedException {
    show(
        tricks,
        untried.stream().filter(i -> !tricks.get(i).alone()).toList(),
        patience,
        tabs,
        contacts,
        gatePort,
        sitePort);
    for (int i : untried) {
      if (tricks.get(i).alone()) {
        Duration gated = tricks.get(i).leaks() == null ? ALONE : patience;
        showAlone("http://site.localhost:" + gatePort + "/gated/" + i, gated, tabs, contacts, i);
        showAlone("http://site.localhost:" + sitePort + "/plain/" + i, patience, tabs, contacts, i);
      }
    }
  }

  private static void showAlone(
      String page, Duration patience, Tabs tabs, Contacts contacts, int trick)
      throws InterruptedException {
    String id = tabs.open(page).join();
    contacts.await(patience, () -> contacts.has(page.contains("/gated/"), trick));
    tabs.close(id).join();
  }

  private static void show(
      List<Trick> tricks,
      List<Integer> untried,
      Duration patience,
      Tabs tabs,
      Contacts contacts,
      int gatePort,
      int sitePort)
      throws InterruptedException {
    for (int at = 0; at < untried.size(); at += TABS) {
      List<Integer> batch = untried.subList(at, Math.min(untried.size(), at + TABS));
      List<CompletableFuture<String>> open = new ArrayList<>();
      batch.forEach(i -> open.add(tabs.open("http://site.localhost:" + gatePort + "/gated/" + i)));
      batch.forEach(i -> open.add(tabs.open("http://site.localhost:" + sitePort + "/plain/" + i)));
      open.forEach(CompletableFuture::join);
      // Those behind the gate were opened before, so when the others have come, they had time to.
      contacts.await(patience, () -> batch.stream().allMatch(i -> isShown(tricks, contacts, i)));
      contacts.awaitQuiet(AFTERWARDS);
      open.stream().map(id -> tabs.close(id.join())).toList().forEach(CompletableFuture::join);
    }
  }

  private static List<String> names(List<Trick> tricks, List<Integer> numbers) {
    return numbers.stream().map(i -> tricks.get(i).name()).toList();
  }

  private static List<String> leaking(List<Trick> tricks) {
    return tricks.stream().filter(trick -> trick.leaks() != null).map(Trick::name).toList();
  }
}
