package io.cookiegate.servlet;

import java.io.IOException;

/** The way of an answer's bytes into the container. */
interface Outlet {
  /** Takes bytes; the array may change afterwards. */
  void write(byte[] bytes, int from, int length) throws IOException;

  void flush() throws IOException;

  /** Ends the answer. */
  void close() throws IOException;

  /** Whether bytes can be written now without waiting; if not, the listener will be told. */
  boolean isReady() throws IOException;

  /** Runs a task when the container has everything. */
  void whenDrained(Runnable task) throws IOException;
}
