package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;

/**
 * The text of a script element that runs, judged at its end. Read as it comes is only what is too long
 * to be held.
 */
final class ScriptText implements TextHandler {
  private final PageScope scope;
  private final JudgedText text;
  private boolean leavesStandIn;

  ScriptText(PageScope scope, JudgedText text) {
    this.scope = scope;
    this.text = text;
  }

  /** Begins with a script; one that is not in the page proper leaves no stand-in. */
  ScriptText begin(ScriptType type, boolean inPage) {
    leavesStandIn = inPage;
    text.begin(ScriptKind.of(type));
    return this;
  }

  @Override
  public void begin(HeldText held) {
    text.begin(held);
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    TagVerdict verdict = text.read(array, from, to);
    if (verdict == null) {
      return Reading.GO_ON;
    }
    scope.inlineRemoved(verdict);
    scope.observer.closed(Closure.LONG_SCRIPT);
    return Reading.CONDEMN;
  }

  @Override
  public Overflow overflow() {
    TagVerdict verdict = text.stream();
    if (verdict != null) {
      scope.inlineRemoved(verdict);
    }
    return verdict == null ? Overflow.STREAM : Overflow.REMOVE;
  }

  @Override
  public TextVerdict end() {
    TagVerdict verdict = text.end();
    return verdict == null ? TextVerdict.KEEP : scope.scriptRemoved(verdict, leavesStandIn);
  }
}
