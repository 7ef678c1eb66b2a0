package io.cookiegate.proxy;

/** Learns of every request that is over. Called on the thread that finished it: it must not block. */
public interface ProxyObserver {
  /** A request is over. */
  void answered(Answered answered);
}
