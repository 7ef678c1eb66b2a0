package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.classification.Rule;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecurrencesTest {
  private final Recurrences recurrences = new Recurrences();
  private final AtomicLong counted = new AtomicLong();

  @Test
  void addsUpWhenSomebodyAsks() {
    Recurrence page = recurrences.of(counted::addAndGet);
    page.again();
    page.again();
    assertEquals(0, counted.get());
    recurrences.settle();
    recurrences.settle();
    assertEquals(2, counted.get());
  }

  @Test
  void losesNothingWhenAPageIsOver() {
    Recurrence page = recurrences.of(counted::addAndGet);
    page.again();
    page.over();
    assertEquals(1, counted.get());
    page.again();
    assertEquals(2, counted.get());
    assertEquals(0, recurrences.size());
  }

  @Test
  void losesNothingBetweenThreads() throws InterruptedException {
    int each = 100_000;
    Recurrence page = recurrences.of(counted::addAndGet);
    CountDownLatch begun = new CountDownLatch(2);
    Runnable visits =
        () -> {
          for (int i = 0; i < each; i++) {
            page.again();
            if (i == 1000) {
              begun.countDown();
            }
          }
        };
    Thread one = new Thread(visits);
    Thread other = new Thread(visits);
    one.start();
    other.start();
    begun.await();
    recurrences.settle();
    page.over();
    one.join();
    other.join();
    assertEquals(2L * each, counted.get());
  }

  /** Counts tags one by one, and what recurs as {@link Recurrences} do. */
  private final class Count implements GateObserver {
    private int tags;

    @Override
    public void tag(String host, @Nullable Rule rule, Outcome outcome) {
      tags++;
    }

    @Override
    public Recurrence recurring(Consumer<GateObserver> page) {
      Count each = new Count();
      page.accept(each);
      return recurrences.of(times -> tags += (int) times * each.tags);
    }
  }

  private static void visit(Gate gate, String path, String body) {
    Head head = Head.of("Content-Type", "text/html");
    Answer answer = gate.arrive(Head.of().get(path)).answer(head.status(200));
    try (BodyRewriter rewriter = ((BodyPlan.Rewrite) ((Answer.Pass) answer).body()).open()) {
      rewriter.write(ByteBuffer.wrap(body.getBytes(UTF_8)), bytes -> bytes.position(bytes.limit()));
      rewriter.end(bytes -> bytes.position(bytes.limit()));
    }
  }

  private static Gate gate(GateObserver observer, PageMemory memory) {
    return Gate.of(Rules.with().host("statistics", "t.test").site(), observer, memory);
  }

  @Test
  void aPageThatComesAgainIsSeenByOneStepAndIsOverWhenItIsForgotten() {
    PageMemory memory = PageMemory.of(64 << 10);
    Count seen = new Count();
    Gate gate = gate(seen, memory);
    String page = "<script src=//t.test/x></script>".repeat(5);
    for (int i = 0; i < 10; i++) {
      visit(gate, "/again", page);
    }
    assertEquals(9, memory.recalls());
    assertEquals(5, seen.tags);
    assertEquals(1, recurrences.size());
    for (int i = 0; i < 100; i++) {
      visit(gate, "/other" + i, "<p>" + "x".repeat(2000));
    }
    memory.bytes();
    assertEquals(0, recurrences.size());
    assertEquals(50, seen.tags);
  }

  @Test
  void aVersionThatHasNoRoomBesideNewerOnesIsOver() {
    PageMemory memory = PageMemory.of(1 << 20);
    Count seen = new Count();
    Gate gate = gate(seen, memory);
    for (int i = 0; i < 20; i++) {
      visit(gate, "/news", "<script src=//t.test/x></script>" + i);
      visit(gate, "/news", "<script src=//t.test/x></script>" + i);
    }
    recurrences.settle();
    assertEquals(40, seen.tags);
    assertEquals(20, memory.recalls());
    assertEquals(4, recurrences.size());
  }
}
