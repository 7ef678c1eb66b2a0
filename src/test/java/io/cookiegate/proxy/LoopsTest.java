package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Consent;
import io.cookiegate.gate.GateObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.junit.jupiter.api.Test;

class LoopsTest {
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n";
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: _track=1\r\nContent-Length: 2\r\n\r\nok";
  private static final int VISITORS = 20;

  /** Notes on which thread each visitor's request arrived and its answer was judged. */
  private static final class Threads implements GateObserver {
    private final ConcurrentLinkedQueue<Thread> arrivals = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Thread> answers = new ConcurrentLinkedQueue<>();

    @Override
    public void arrived(Consent consent) {
      arrivals.add(Thread.currentThread());
    }

    @Override
    public void cookieSet(String name, Rule rule, Outcome outcome) {
      answers.add(Thread.currentThread());
    }
  }

  private static Site site(RawUpstream upstream, GateObserver observer) {
    return new Site(List.of("*"), Upstream.of(upstream.uri()), Gates.gate(observer));
  }

  @Test
  void anExchangeStaysOnTheThreadOfItsVisitor() throws Exception {
    Threads threads = new Threads();
    try (RawUpstream upstream = RawUpstream.saying(ANSWER);
        ProxyServer gate = Gates.start(Gates.settings(site(upstream, threads)));
        Http visitor = new Http(gate.port())) {
      for (int i = 0; i < VISITORS; i++) {
        assertEquals(200, visitor.send(REQUEST).reply().status());
      }
    }
    assertEquals(VISITORS, threads.arrivals.size());
    assertEquals(List.copyOf(threads.arrivals), List.copyOf(threads.answers));
    assertEquals(1, Set.copyOf(threads.arrivals).size());
  }

  @Test
  void visitorsAreSpreadOverTheLoops() throws Exception {
    Threads threads = new Threads();
    int cores = Runtime.getRuntime().availableProcessors();
    List<Http> visitors = new ArrayList<>();
    try (RawUpstream upstream = RawUpstream.saying(ANSWER);
        ProxyServer gate = Gates.start(Gates.settings(site(upstream, threads)))) {
      for (int i = 0; i < VISITORS; i++) {
        Http visitor = new Http(gate.port());
        visitors.add(visitor);
        assertEquals(200, visitor.send(REQUEST).reply().status());
      }
      for (Http visitor : visitors) {
        visitor.close();
      }
    }
    int loops = Math.min(cores, ProxyLimits.DEFAULT.upstreamConnections() / 32);
    assertEquals(loops, Set.copyOf(threads.answers).size());
  }

  @Test
  void fewUpstreamConnectionsAreNotSpread() throws Exception {
    ProxyLimits limits = new ProxyLimits(8192, 8192, 2, 100, 1000, 0);
    try (RawUpstream upstream = RawUpstream.saying(ANSWER)) {
      Threads threads = new Threads();
      ProxySettings settings = Gates.settings(site(upstream, threads));
      try (ProxyServer gate =
          Gates.start(
              new ProxySettings(
                  settings.listeners(), settings.sites(), limits, settings.timeouts()))) {
        for (int i = 0; i < VISITORS; i++) {
          assertEquals(200, Http.get(gate.port(), "/").status());
        }
      }
      assertEquals(1, Set.copyOf(threads.answers).size());
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTurn() throws Exception {
    int requests = 2000;
    try (RawUpstream upstream = RawUpstream.saying(ANSWER);
        ProxyServer gate = Gates.before(upstream);
        Http visitor = new Http(gate.port())) {
      visitor.send(REQUEST.repeat(requests));
      for (int i = 0; i < requests; i++) {
        assertEquals("ok", visitor.reply().body());
      }
    }
  }

  /** A connection that notes when it runs, and may have another go on meanwhile. */
  private static final class Noting extends AbstractConnection implements Runnable {
    private final Runnable work;

    Noting(Runnable work) {
      super(new ByteArrayEndPoint(), Runnable::run);
      this.work = work;
    }

    @Override
    public void run() {
      work.run();
    }

    @Override
    public void onFillable() {}
  }

  @Test
  void aConnectionGoesOnWhereItIsWithoutDeepeningTheStack() throws Exception {
    ArrayDeque<Runnable> elsewhere = new ArrayDeque<>();
    LoopExecutor executor = new LoopExecutor(elsewhere::add);
    List<String> order = new ArrayList<>();
    Noting second = new Noting(() -> order.add("second"));
    Noting first =
        new Noting(
            () -> {
              order.add("first begins");
              executor.execute(second);
              order.add("first ends");
            });
    Thread loop = new LoopExecutor.LoopThread(() -> executor.execute(first));
    loop.start();
    loop.join();
    assertEquals(List.of("first begins", "first ends", "second"), order);
    assertTrue(elsewhere.isEmpty());
  }

  @Test
  void otherTasksAndOtherThreadsGoToTheServersThreads() {
    Set<Runnable> elsewhere = ConcurrentHashMap.newKeySet();
    LoopExecutor executor = new LoopExecutor(elsewhere::add);
    Runnable task = () -> {};
    Noting connection = new Noting(() -> {});
    executor.execute(task);
    executor.execute(connection);
    assertEquals(Set.of(task, connection), elsewhere);
  }
}
