package io.cookiegate.config;

/** What a {@code gate.yaml} is read for: how much of it has to be there. */
enum FrontDoor {
  /** A proxy has to know where to listen, and what stands behind it. */
  PROXY,
  /**
   * A filter stands inside an application that listens by itself, so it takes a file that was
   * written for a proxy, and needs nothing of it.
   */
  FILTER;

  Section top() {
    return this == PROXY ? GateKeys.TOP : GateKeys.TOP.optional();
  }

  Section site() {
    return this == PROXY ? GateKeys.SITE : GateKeys.SITE.optional();
  }
}
