package io.cookiegate.classification;

import org.jspecify.annotations.Nullable;

/** The sifting of one script after another, each in pieces. */
public final class ScriptSifting {
  /** How many bytes of a piece, and of the one before, are looked at together: more than rules have. */
  private static final int SEAM = 128;

  private final SieveJoint joint = new SieveJoint();
  private final @Nullable SievePass pass;
  private final byte[] seam = new byte[2 * SEAM];
  private int kept;

  ScriptSifting(ScriptSieve sieve) {
    this.pass = sieve.pass(joint);
  }

  /** Begins with a script. */
  public void begin() {
    kept = 0;
    joint.begin();
  }

  /** Whether the script may matter by its next piece, or by what is in it and those before. */
  public boolean mayMatter(byte[] a, int from, int to) {
    SievePass over = pass;
    if (over == null) {
      return true;
    }
    boolean open = kept > 0;
    boolean matters =
        joint.isCut()
            || over.mayMatter(a, from, to, open)
            || (open && seamMayMatter(over, a, from, to));
    keep(a, from, to);
    return matters;
  }

  private boolean seamMayMatter(SievePass over, byte[] a, int from, int to) {
    int more = Math.min(SEAM, to - from);
    System.arraycopy(a, from, seam, kept, more);
    return over.mayMatter(seam, 0, kept + more, true);
  }

  private void keep(byte[] a, int from, int to) {
    int more = Math.min(SEAM, to - from);
    int stay = Math.min(kept, SEAM - more);
    System.arraycopy(seam, kept - stay, seam, 0, stay);
    System.arraycopy(a, to - more, seam, stay, more);
    kept = stay + more;
  }
}
