package io.cookiegate.config;

/** What a {@code gate.yaml} is read for: how much of it has to be there. */
enum FrontDoor {
  /** A proxy has to know where to listen, and what stands behind it. */
  PROXY(GateKeys.TOP, GateKeys.SITE),
  /**
   * A filter stands inside an application that listens by itself, so it takes a file that was
   * written for a proxy, and needs nothing of it.
   */
  FILTER(GateKeys.TOP.optional(), GateKeys.SITE.optional());

  private final Section top;
  private final Section site;

  FrontDoor(Section top, Section site) {
    this.top = top;
    this.site = site;
  }

  Section top() {
    return top;
  }

  Section site() {
    return site;
  }
}
