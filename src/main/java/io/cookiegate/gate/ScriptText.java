package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The text of a script element that runs, judged at its end. Read as it comes is only what is too long
 * to be held.
 */
final class ScriptText implements TextHandler {
  private enum Stage {
    /** All of the text is held. */
    HELD,
    /** It is read, and goes on to the visitor. */
    STREAMED
  }

  private final PageScope scope;
  private Stage stage = Stage.HELD;
  private boolean leavesStandIn;
  private @Nullable HeldText held;

  ScriptText(PageScope scope) {
    this.scope = scope;
  }

  /** Begins with a script; one that is not in the page proper leaves no stand-in. */
  ScriptText begin(ScriptType type, boolean inPage) {
    stage = Stage.HELD;
    leavesStandIn = inPage;
    boolean loading = type == ScriptType.LOADING;
    scope.scripts.begin(loading ? ScriptKind.MODULE : ScriptKind.SCRIPT);
    return this;
  }

  @Override
  public void begin(HeldText text) {
    held = text;
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    return stage == Stage.STREAMED ? streamed(array, from, to) : Reading.GO_ON;
  }

  private Reading streamed(byte[] array, int from, int to) {
    scope.scripts.read(array, from, to);
    TagVerdict verdict = scope.scripts.verdict();
    if (verdict == null) {
      return Reading.GO_ON;
    }
    scope.inlineRemoved(verdict);
    scope.observer.closed(Closure.LONG_SCRIPT);
    return Reading.CONDEMN;
  }

  @Override
  public Overflow overflow() {
    TagVerdict verdict = scope.scripts.readBeginning(held());
    stage = Stage.STREAMED;
    if (verdict != null) {
      scope.inlineRemoved(verdict);
    }
    return verdict == null ? Overflow.STREAM : Overflow.REMOVE;
  }

  @Override
  public TextVerdict end() {
    TagVerdict verdict =
        switch (stage) {
          case HELD -> scope.scripts.judge(held());
          case STREAMED -> scope.scripts.end();
        };
    return verdict == null ? TextVerdict.KEEP : removed(verdict);
  }

  private HeldText held() {
    HeldText text = held;
    if (text == null) {
      throw new IllegalStateException("no text has begun");
    }
    return text;
  }

  private TextVerdict removed(TagVerdict verdict) {
    scope.inlineRemoved(verdict);
    byte[] standIn = leavesStandIn ? scope.standIn(verdict) : Bytes.NONE;
    return standIn.length == 0 ? TextVerdict.REMOVE : TextVerdict.replaceElement(standIn);
  }
}
