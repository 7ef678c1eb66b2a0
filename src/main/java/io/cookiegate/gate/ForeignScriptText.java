package io.cookiegate.gate;

import io.cookiegate.html.Syntax;
import io.cookiegate.html.TextVerdict;

/**
 * The text of a script inside svg or XHTML. One that is too long to be held is not streamed: its text is
 * markup, and what would make a syntax error of it in every reader is not known before its end.
 */
final class ForeignScriptText implements WholeTextHandler {
  private final PageScope scope;
  private boolean leavesStandIn;
  private ScriptType type = ScriptType.CLASSIC;
  private Syntax syntax = Syntax.HTML;

  ForeignScriptText(PageScope scope) {
    this.scope = scope;
  }

  /** Begins with a script of a type in a page of a syntax. */
  ForeignScriptText begin(ScriptType is, Syntax of, boolean mayLeaveStandIn) {
    type = is;
    syntax = of;
    leavesStandIn = mayLeaveStandIn;
    return this;
  }

  @Override
  public TextVerdict end(byte[] array, int from, int to) {
    ForeignText plain = scope.foreign.read(array, from, to, syntax);
    TagVerdict verdict = scope.contents.script(type, plain.array(), plain.from(), plain.to());
    if (verdict == null && syntax == Syntax.HTML && plain.array() != array) {
      // To a browser that takes the script for HTML's, all of it is text.
      verdict = scope.contents.script(type, array, from, to);
    }
    return verdict == null ? TextVerdict.KEEP : scope.scriptRemoved(verdict, leavesStandIn);
  }
}
