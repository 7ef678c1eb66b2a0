package io.cookiegate.proxy;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a test has opened: closed at its end, the last first. */
final class Opened {
  private final Deque<AutoCloseable> all = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T one) {
    all.push(one);
    return one;
  }

  /** An upstream, and a gate before it. */
  ProxyServer before(RawUpstream upstream) throws Exception {
    return add(Gates.before(add(upstream)));
  }

  void close() throws Exception {
    while (!all.isEmpty()) {
      all.pop().close();
    }
  }
}
