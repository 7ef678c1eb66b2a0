package io.cookiegate.gate;

/** The reading of a style sheet that is too long to be held: up to the first gated host in it. */
final class StyleStream implements HostSpotter.Listener {
  private final HostJudge hosts;
  private final HostSpotter spotter;
  private final StyleEscape escape;
  private boolean gated;
  private int gatedAt;

  StyleStream(PageScope scope) {
    this.hosts = scope.urls.hosts();
    this.spotter = new HostSpotter(this, new HostSpelling(scope.charset));
    this.escape = new StyleEscape(spotter);
    spotter.begin();
    escape.begin();
  }

  /** Reads the next piece, and tells whether a gated host is in the sheet so far. */
  boolean isGated(byte[] a, int from, int to) {
    for (int i = from; i < to && !gated; i++) {
      escape.read(a[i] & 0xff);
      gatedAt = i;
    }
    return gated;
  }

  /** The position, in the piece read last, behind which the host was found. */
  int gatedAt() {
    return gatedAt;
  }

  /** Ends the sheet, and tells whether a gated host is in it. */
  boolean endsGated() {
    escape.endEscapes();
    spotter.end();
    return gated;
  }

  @Override
  public void host(
      byte[] text, int from, int hostTo, int pathFrom, int pathTo, HostStanding standing) {
    gated |= standing != HostStanding.AS_END && hosts.gates(text, from, hostTo, pathFrom, pathTo);
  }

  @Override
  public void unreadable(HostStanding standing) {
    gated = true;
  }
}
