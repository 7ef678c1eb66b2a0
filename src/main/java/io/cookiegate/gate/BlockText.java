package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The text of a block of data that scripts can look for or call by its id. It stays, and whether it has
 * a gated address is kept in mind for them; of those with ids that are too many to be kept in mind none
 * stays.
 */
final class BlockText implements TextHandler {
  private enum Stage {
    SIFTED,
    TO_READ,
    STREAMED
  }

  private final PageScope scope;
  private Stage stage = Stage.SIFTED;
  private boolean isNamed;
  private long name;
  private @Nullable HeldText held;

  BlockText(PageScope scope) {
    this.scope = scope;
  }

  /** Begins with a block, by the hash of its id. */
  BlockText begin(long id) {
    begin();
    isNamed = true;
    name = id;
    return this;
  }

  /** Begins with a block that has no id. */
  BlockText begin() {
    isNamed = false;
    stage = Stage.SIFTED;
    scope.scripts.beginBlock();
    return this;
  }

  @Override
  public void begin(HeldText text) {
    held = text;
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    if (stage == Stage.STREAMED) {
      scope.scripts.readBlock(array, from, to);
    } else if (stage == Stage.SIFTED && scope.scripts.mayMatter(array, from, to)) {
      stage = Stage.TO_READ;
    }
    return Reading.GO_ON;
  }

  @Override
  public Overflow overflow() {
    readHeld();
    stage = Stage.STREAMED;
    return Overflow.STREAM;
  }

  private void readHeld() {
    HeldText text = held;
    if (text == null) {
      throw new IllegalStateException("no text has begun");
    }
    text.read(scope.scripts::readBlock);
  }

  @Override
  public TextVerdict end() {
    if (stage == Stage.SIFTED) {
      return TextVerdict.KEEP;
    }
    if (stage == Stage.TO_READ) {
      readHeld();
    }
    TagVerdict verdict = scope.scripts.endBlock();
    return verdict == null || isRemembered(verdict) ? TextVerdict.KEEP : TextVerdict.REMOVE;
  }

  private boolean isRemembered(TagVerdict verdict) {
    NamedHolders holders = scope.scripts.holders();
    holders.addBlock(verdict);
    return !isNamed || holders.add(name, verdict);
  }
}
