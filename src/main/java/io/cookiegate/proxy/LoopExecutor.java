package io.cookiegate.proxy;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Lets a visitor's connection go on where it is. When an answer is complete, Jetty has the
 * connection look for the next request on another thread, for its handler might block; this gate's
 * does not, and the hand-off would cost more than reading the request. Everything else goes to the
 * server's threads.
 */
final class LoopExecutor implements Executor {
  private final Executor threads;

  LoopExecutor(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    if (task instanceof Connection && Thread.currentThread() instanceof LoopThread thread) {
      thread.goOn(task);
    } else {
      threads.execute(task);
    }
  }

  /** A thread of the server's, on which nothing blocks. */
  static final class LoopThread extends Thread {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Runnable running;

    LoopThread(Runnable work) {
      super(work);
    }

    /** Runs a task now, or after the one that runs: pipelined requests do not deepen the stack. */
    private void goOn(Runnable task) {
      if (running != null) {
        waiting.add(task);
        return;
      }
      try {
        for (Runnable next = task; next != null; next = waiting.poll()) {
          running = next;
          next.run();
        }
      } finally {
        running = null;
      }
    }
  }
}
