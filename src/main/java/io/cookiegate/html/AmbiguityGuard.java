package io.cookiegate.html;

/**
 * The guard against start tags that some browser, in some place, ignores. A start tag of {@code
 * style}, {@code title}, {@code xmp}… switches the tokenizer to text only if the tree builder accepts
 * it. Where it may be ignored, what follows is text in one reading and markup in the other:
 *
 * <pre>
 *   &lt;frameset&gt;&lt;style&gt;&lt;frame src=https://tracker.example/&gt;&lt;/style&gt;
 *   &lt;select&gt;&lt;title&gt;&lt;script src=https://tracker.example/&gt;&lt;/script&gt;&lt;/title&gt;
 *   &lt;template&gt;&lt;col&gt;&lt;style&gt;&lt;/template&gt;&lt;img src=https://tracker.example/&gt;&lt;/style&gt;
 * </pre>
 *
 * <p>In a frameset everything but noframes is ignored (WHATWG HTML 13.2.6.4.20). In a select
 * browsers ignored nearly everything until 2025, and accept nearly everything since. In a template
 * that begins with a col everything but col is ignored (13.2.6.4.12). The gate cannot know whether a
 * frameset was accepted, or how old the visitor's browser is.
 *
 * <p>The way out is not to send the tag: without it the following bytes are markup in both readings.
 * The element is removed with its text, so that a style sheet does not turn into words on the page.
 * A rewriter that may refuse to work would stop here and let the rest of the page through: that would
 * be a leak.
 */
final class AmbiguityGuard {
  private int templates;
  private int select = -1;
  private boolean bodySeen;
  private boolean frameset;
  private boolean templateIsFresh;
  private int columnTemplate;
  private boolean foreignIsDoubtful;
  private final Fences fences = new Fences();

  /** Whether nothing unusual is open, so that no tag needs a second look. */
  boolean idle() {
    return templates == 0 && select < 0 && !frameset && !fences.up();
  }

  Fences fences() {
    return fences;
  }

  /** Whether svg and math, and CDATA sections in them, may be ignored here. */
  boolean foreignIsUncertain() {
    return frameset || columnTemplate > 0;
  }

  /** Whether the element of a start tag that begins text may be ignored. */
  boolean textIsUncertain(Element element, Namespace namespace) {
    return (fences.up() && element == Element.PLAINTEXT)
        || (frameset && element != Element.NOFRAMES)
        || columnTemplate > 0
        || (select >= 0 && !certainInSelect(element, namespace));
  }

  /** Records that svg and math around here may have been ended by a table in a table. */
  void doubtForeign() {
    foreignIsDoubtful = true;
  }

  /**
   * Whether an empty script or style sheet of svg or math may be HTML's, and so have text: to browsers
   * that ignored svg and math in a select, and where svg and math stand in a table but in no cell, so
   * that a table in them ends the one around them and them too.
   */
  boolean emptinessIsUncertain(Element element) {
    return foreignIsDoubtful && (element == Element.SCRIPT || element == Element.STYLE);
  }

  private static boolean certainInSelect(Element element, Namespace namespace) {
    return namespace == Namespace.HTML
        && (element == Element.SCRIPT || element == Element.TEXTAREA);
  }

  /** Whether a CDATA section is one in one browser and a comment in another. */
  boolean cdataIsUncertain() {
    return foreignIsUncertain() || select >= 0;
  }

  /** Records a start tag that is sent. */
  void start(Element element, Namespace namespace, boolean selfClosing) {
    if (namespace != Namespace.HTML) {
      templateIsFresh = false;
      foreignIsDoubtful |= select >= 0;
      fences.raise(element, selfClosing);
      return;
    }
    boolean fresh = templateIsFresh;
    templateIsFresh = fresh && leavesTemplateFresh(element);
    switch (element) {
      case TEMPLATE -> openTemplate();
      case COL -> beginsWithColumn(fresh);
      case SELECT -> select = select < 0 ? templates : select;
      case INPUT -> endSelect();
      case BODY -> bodySeen |= templates == 0;
      case FRAMESET -> frameset |= !bodySeen;
      case NOSCRIPT -> fences.raiseNoscript();
      default -> {}
    }
  }

  private static boolean leavesTemplateFresh(Element element) {
    return switch (element) {
      case BASE, BASEFONT, BGSOUND, LINK, META, NOFRAMES, SCRIPT, STYLE, TITLE -> true;
      default -> false;
    };
  }

  private void openTemplate() {
    templates++;
    templateIsFresh = true;
  }

  private void beginsWithColumn(boolean fresh) {
    if (fresh && columnTemplate == 0) {
      columnTemplate = templates;
    }
  }

  private void endSelect() {
    if (select == templates) {
      select = -1;
    }
  }

  /** Records an end tag that is sent. */
  void end(Element element) {
    switch (element) {
      case TEMPLATE -> endTemplate();
      case SELECT -> endSelect();
      default -> {}
    }
  }

  private void endTemplate() {
    if (templates == 0) {
      return;
    }
    templates--;
    columnTemplate = columnTemplate > templates ? 0 : columnTemplate;
    select = select > templates ? -1 : select;
    // The outer template may have begun with nothing but this one.
    templateIsFresh = templates > 0;
  }
}
