package io.cookiegate.gate;

import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;

/** The text of a script inside svg. */
final class ForeignScriptText implements TextHandler {
  private final PageScope scope;
  private final Bytes held = new Bytes();

  ForeignScriptText(PageScope scope) {
    this.scope = scope;
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    held.add(array, from, to);
    return Reading.GO_ON;
  }

  @Override
  public TextVerdict end() {
    byte[] plain = ForeignText.plain(held);
    TagVerdict verdict = scope.contents.script(plain, 0, plain.length);
    if (verdict == null && plain.length < held.length()) {
      // To a browser that takes the script for HTML's, all of it is text.
      verdict = scope.contents.script(held.array(), 0, held.length());
    }
    if (verdict != null) {
      scope.inlineRemoved(verdict);
    }
    return verdict == null ? TextVerdict.KEEP : TextVerdict.REMOVE;
  }
}
