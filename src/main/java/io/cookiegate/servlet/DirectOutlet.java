package io.cookiegate.servlet;

import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** A way into the container that waits where it has to. */
record DirectOutlet(ServletResponse container) implements Outlet {
  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    container.getOutputStream().write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    container.flushBuffer();
  }

  @Override
  public void close() throws IOException {
    container.getOutputStream().close();
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void whenDrained(Runnable task) {
    task.run();
  }
}
