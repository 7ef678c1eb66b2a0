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
  private final PageScope scope;
  private final JudgedText text;
  private boolean isNamed;

  BlockText(PageScope scope, JudgedText text) {
    this.scope = scope;
    this.text = text;
  }

  /** Begins with a block that has no name yet. */
  void begin() {
    isNamed = false;
    holders().propose();
    text.begin(ScriptKind.BLOCK);
  }

  /** Gives it a name more, by its hash. */
  void name(long hash) {
    isNamed = true;
    holders().propose(hash);
  }

  /** Whether it has a name. */
  boolean isNamed() {
    return isNamed;
  }

  private NamedHolders holders() {
    return scope.scripts.holders();
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
    if (!holders().hasRoom()) {
      // It will not be kept in mind, whatever is in it.
      return Overflow.REMOVE;
    }
    text.stream();
    return Overflow.STREAM;
  }

  @Override
  public TextVerdict end() {
    TagVerdict verdict = text.end();
    return verdict == null || isRemembered(verdict) ? TextVerdict.KEEP : TextVerdict.REMOVE;
  }

  private boolean isRemembered(TagVerdict verdict) {
    holders().addBlock(verdict);
    return isHeld(verdict);
  }

  /** Keeps the block in mind by its names; false where there are too many. */
  boolean isHeld(TagVerdict verdict) {
    return holders().addProposed(verdict);
  }
}
