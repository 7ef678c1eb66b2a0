package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The text of a block of data that scripts can look for or call by a name. It stays, and whether it has
 * a gated address is kept in mind for them; of those with names that are too many to be kept in mind
 * none stays.
 */
final class BlockText implements TextHandler {
  private enum Stage {
    /** All of the text is held. */
    HELD,
    /** It is read, and goes on to the visitor. */
    STREAMED
  }

  private static final int MOST = 8;
  private static final int[] NONE = {};

  private final PageScope scope;
  private Stage stage = Stage.HELD;
  private int[] names = NONE;
  private int count;
  private @Nullable HeldText held;

  BlockText(PageScope scope) {
    this.scope = scope;
  }

  /** Begins with a block that has no name yet. */
  void begin() {
    count = 0;
    stage = Stage.HELD;
    scope.scripts.begin(ScriptKind.BLOCK);
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
  public void begin(HeldText text) {
    held = text;
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    if (stage == Stage.STREAMED) {
      scope.scripts.read(array, from, to);
    }
    return Reading.GO_ON;
  }

  @Override
  public Overflow overflow() {
    scope.scripts.readBeginning(held());
    stage = Stage.STREAMED;
    return Overflow.STREAM;
  }

  private HeldText held() {
    HeldText text = held;
    if (text == null) {
      throw new IllegalStateException("no text has begun");
    }
    return text;
  }

  @Override
  public TextVerdict end() {
    TagVerdict verdict =
        switch (stage) {
          case HELD -> scope.scripts.judge(held());
          case STREAMED -> scope.scripts.end();
        };
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
