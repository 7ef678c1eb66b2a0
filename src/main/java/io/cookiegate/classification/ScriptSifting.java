package io.cookiegate.classification;

import org.jspecify.annotations.Nullable;

/** The sifting of one script after another, each in pieces. */
public final class ScriptSifting {
  /** How many bytes of a piece, and of the one before, are looked at together: more than rules have. */
  private static final int SEAM = 128;

  /** How near to the end of a piece what is found is looked at again with the next one. */
  static final int MARGIN = SEAM / 2;

  private final @Nullable SievePass pass;
  private final byte[] seam = new byte[2 * SEAM];
  private int kept;
  private boolean doubt;

  ScriptSifting(ScriptSieve sieve) {
    this.pass = sieve.pass();
  }

  /** Begins with a script. */
  public void begin() {
    kept = 0;
    doubt = false;
  }

  /**
   * Whether the script may matter by its next piece, or by what is in it and those before, whatever
   * follows.
   */
  public boolean mayMatter(byte[] a, int from, int to) {
    SievePass over = pass;
    if (over == null) {
      return true;
    }
    boolean matters =
        kept == 0
            ? over.mayMatter(a, from, to, false, from, to - MARGIN)
            : seamMayMatter(over, a, from, to)
                || (to - from > SEAM
                    && over.mayMatter(a, from, to, true, from + MARGIN, to - MARGIN));
    doubt = over.isInDoubt();
    keep(a, from, to);
    return matters;
  }

  /** Whether the script may matter by its last bytes, where it ends with the piece that came last. */
  public boolean mayMatterAtEnd() {
    return doubt;
  }

  private boolean seamMayMatter(SievePass over, byte[] a, int from, int to) {
    int more = Math.min(SEAM, to - from);
    System.arraycopy(a, from, seam, kept, more);
    int end = kept + more;
    return over.mayMatter(seam, 0, end, kept == SEAM, kept - MARGIN, end - MARGIN);
  }

  private void keep(byte[] a, int from, int to) {
    int more = Math.min(SEAM, to - from);
    int stay = Math.min(kept, SEAM - more);
    System.arraycopy(seam, kept - stay, seam, 0, stay);
    System.arraycopy(a, to - more, seam, stay, more);
    kept = stay + more;
  }
}
