package io.cookiegate.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A way into the container that never waits (Servlet 6.0 section 3.7.2). One write of an application
 * may become several for the container, which takes one at a time; the others wait here, and the
 * application is told to go on when the container has them all.
 */
final class ReadyOutlet implements Outlet, WriteListener {
  private static final byte[] FLUSH = {};
  private static final byte[] CLOSE = {};

  private final ServletOutputStream container;
  private final WriteListener application;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private boolean applicationWaits = true;
  private @Nullable Runnable afterwards;

  ReadyOutlet(ServletOutputStream container, WriteListener application) {
    this.container = container;
    this.application = application;
  }

  void begin() {
    container.setWriteListener(this);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (waiting.isEmpty() && container.isReady()) {
      container.write(bytes, from, length);
    } else {
      waiting.add(Arrays.copyOfRange(bytes, from, from + length));
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    waiting.add(FLUSH);
    var unused = drain();
  }

  @Override
  public synchronized void close() throws IOException {
    waiting.add(CLOSE);
    var unused = drain();
  }

  @Override
  public synchronized boolean isReady() throws IOException {
    boolean ready = drain();
    applicationWaits = !ready;
    return ready;
  }

  @Override
  public void whenDrained(Runnable task) throws IOException {
    synchronized (this) {
      if (!drain()) {
        afterwards = task;
        return;
      }
    }
    task.run();
  }

  /** Gives the container what it takes; whether nothing is left and it takes more. */
  private boolean drain() throws IOException {
    while (container.isReady()) {
      byte[] next = waiting.poll();
      if (next == null) {
        return true;
      }
      put(next);
    }
    return false;
  }

  @SuppressWarnings("ArrayEquals") // the marks are one instance each
  private void put(byte[] next) throws IOException {
    if (next == FLUSH) {
      container.flush();
    } else if (next == CLOSE) {
      container.close();
    } else {
      container.write(next, 0, next.length);
    }
  }

  @Override
  public void onWritePossible() throws IOException {
    Runnable task;
    synchronized (this) {
      if (!drain()) {
        return;
      }
      task = afterwards;
      afterwards = null;
      if (task == null && !applicationWaits) {
        return;
      }
      applicationWaits = false;
    }
    if (task == null) {
      application.onWritePossible();
    } else {
      task.run();
    }
  }

  @Override
  public void onError(Throwable failure) {
    application.onError(failure);
  }
}
