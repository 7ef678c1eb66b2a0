package io.cookiegate.gate;

import io.cookiegate.html.TextVerdict;

/** The text of speculation rules: one that is too long to be held goes, and a page does without. */
final class RulesText implements WholeTextHandler {
  private final PageScope scope;

  RulesText(PageScope scope) {
    this.scope = scope;
  }

  @Override
  public TextVerdict end(byte[] array, int from, int to) {
    TagVerdict verdict = scope.contents.script(ScriptType.RULES, array, from, to);
    if (verdict == null) {
      return TextVerdict.KEEP;
    }
    scope.inlineRemoved(verdict);
    return TextVerdict.REMOVE;
  }
}
