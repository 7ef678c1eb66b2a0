package io.cookiegate.proxy;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * A key that stays registered for reading while nobody wants to read, until bytes come all the same.
 * A visitor sends nothing while waiting for an answer, as a rule, so that two system calls for each
 * request are saved.
 */
final class LazyKey extends SelectionKey {
  private final SelectionKey key;
  private int wanted;

  LazyKey(SelectionKey key) {
    this.key = key;
    this.wanted = key.interestOps();
  }

  /** Whether nothing is wanted of what the key is registered for. */
  boolean isUnwanted() {
    return wanted == 0;
  }

  /** Registers for nothing, if that is what is wanted. */
  void settle() {
    key.interestOps(wanted);
  }

  @Override
  public SelectionKey interestOps(int ops) {
    wanted = ops;
    if (ops != key.interestOps() && !(ops == 0 && key.interestOps() == OP_READ)) {
      key.interestOps(ops);
    }
    return this;
  }

  @Override
  public int interestOps() {
    return wanted;
  }

  @Override
  public SelectableChannel channel() {
    return key.channel();
  }

  @Override
  public Selector selector() {
    return key.selector();
  }

  @Override
  public boolean isValid() {
    return key.isValid();
  }

  @Override
  public void cancel() {
    key.cancel();
  }

  @Override
  public int readyOps() {
    return key.readyOps();
  }
}
