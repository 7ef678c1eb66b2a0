package io.cookiegate.proxy;

import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server's threads: one for each of the {@link Loops}, for each listener, and for odd jobs. */
final class LoopThreads extends QueuedThreadPool {
  LoopThreads() {
    setName("gate");
    setReservedThreads(0);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new LoopExecutor.LoopThread(work);
    thread.setDaemon(isDaemon());
    thread.setName(getName() + "-" + thread.getId());
    return thread;
  }
}
