package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;

/**
 * The text of a block of data that scripts can look for or call by a name. It stays, and whether it has
 * a gated address is kept in mind for them; of those with names that are too many to be kept in mind
 * none stays.
 */
final class BlockText implements TextHandler {
  private static final int MOST = 8;
  private static final int[] NONE = {};

  private final PageScope scope;
  private final JudgedText text;
  private int[] names = NONE;
  private int count;

  BlockText(PageScope scope, JudgedText text) {
    this.scope = scope;
    this.text = text;
  }

  /** Begins with a block that has no name yet. */
  void begin() {
    count = 0;
    text.begin(ScriptKind.BLOCK);
  }

  /** Gives it a name more, by its hash. */
  void name(long hash) {
    if (names.length == 0) {
      names = new int[MOST];
    }
    if (count < MOST) {
      names[count] = Long.hashCode(hash);
    }
    count++;
  }

  /** Whether it has a name. */
  boolean isNamed() {
    return count > 0;
  }

  @Override
  public void begin(HeldText held) {
    text.begin(held);
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    text.read(array, from, to);
    return Reading.GO_ON;
  }

  @Override
  public Overflow overflow() {
    text.stream();
    return Overflow.STREAM;
  }

  @Override
  public TextVerdict end() {
    TagVerdict verdict = text.end();
    return verdict == null || isRemembered(verdict) ? TextVerdict.KEEP : TextVerdict.REMOVE;
  }

  private boolean isRemembered(TagVerdict verdict) {
    scope.scripts.holders().addBlock(verdict);
    return isHeld(verdict);
  }

  /** Keeps the block in mind by its names; false where there are too many. */
  boolean isHeld(TagVerdict verdict) {
    boolean held = count <= MOST;
    for (int i = 0; i < count && held; i++) {
      held = scope.scripts.holders().addShort(names[i], verdict);
    }
    return held;
  }
}
