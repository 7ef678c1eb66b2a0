package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;
import org.jspecify.annotations.Nullable;

/** The text of a script element that runs: sifted, and read only where something may be in it. */
final class ScriptText implements TextHandler {
  private final PageScope scope;
  private boolean streaming;
  private boolean leavesStandIn;
  private boolean sifting;
  private @Nullable HeldText held;

  ScriptText(PageScope scope) {
    this.scope = scope;
  }

  /** Begins with a script; one that is not in the page proper leaves no stand-in. */
  ScriptText begin(ScriptType type, boolean inPage) {
    streaming = false;
    sifting = true;
    leavesStandIn = inPage;
    if (type == ScriptType.LOADING) {
      scope.scripts.beginModule();
    } else {
      scope.scripts.beginScript();
    }
    return this;
  }

  @Override
  public void begin(HeldText text) {
    held = text;
  }

  /** Reads, from its beginning on, what so far was sifted only. */
  private void readOn() {
    HeldText text = held;
    if (sifting && text != null) {
      sifting = false;
      text.read(scope.scripts::read);
    }
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    if (sifting && !scope.scripts.mayMatter(array, from, to)) {
      return Reading.GO_ON;
    }
    readOn();
    scope.scripts.read(array, from, to);
    TagVerdict verdict = streaming ? scope.scripts.verdict() : null;
    if (verdict == null) {
      return Reading.GO_ON;
    }
    scope.inlineRemoved(verdict);
    scope.observer.closed(Closure.LONG_SCRIPT);
    return Reading.CONDEMN;
  }

  @Override
  public Overflow overflow() {
    readOn();
    TagVerdict verdict = scope.scripts.verdict();
    streaming = verdict == null;
    if (verdict != null) {
      scope.inlineRemoved(verdict);
    }
    return streaming ? Overflow.STREAM : Overflow.REMOVE;
  }

  @Override
  public TextVerdict end() {
    if (sifting) {
      return TextVerdict.KEEP;
    }
    scope.scripts.end();
    TagVerdict verdict = scope.scripts.verdict();
    return verdict == null ? TextVerdict.KEEP : removed(verdict);
  }

  private TextVerdict removed(TagVerdict verdict) {
    scope.inlineRemoved(verdict);
    byte[] standIn = leavesStandIn ? scope.standIn(verdict) : Bytes.NONE;
    return standIn.length == 0 ? TextVerdict.REMOVE : TextVerdict.replaceElement(standIn);
  }
}
