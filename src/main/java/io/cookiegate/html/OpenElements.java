package io.cookiegate.html;

import java.util.Arrays;

/**
 * The stack of open elements from the outermost svg or math on, empty outside of them: enough of the
 * tree builder (WHATWG HTML 13.2.6.5) to know which namespace a start tag falls into, and so whether
 * {@code <style>} begins raw text or an element like any other.
 *
 * <p>Foreign content is simple: end tags close by name, breakout tags close everything. HTML inside
 * an integration point ({@code foreignObject}, {@code desc}, {@code mi}…) is not: implied end tags,
 * formatting elements and tables decide whether {@code </foreignObject>} counts or is ignored, and a
 * wrong guess would take text for markup or markup for text. So the stack is kept exact by keeping
 * the page exact: an end tag whose effect is not certain is not sent. Both the browser and this stack
 * then stay inside the integration point, where everything is HTML, which is where both were. Erring
 * by popping too little is safe, popping too much is not, and every rule below leans that way.
 */
final class OpenElements {
  /** What an end tag does to the stack, and so what becomes of it. */
  enum EndEffect {
    /** The tag stays. */
    KEEP,
    /** Its effect is not certain: it is removed. */
    DROP,
    /** It ends elements around the svg, which was left open: the svg's end is put before it. */
    CLOSE_FIRST
  }

  private static final byte FOREIGN = 0;
  private static final byte HTML_POINT = 1;
  private static final byte MATHML_TEXT_POINT = 2;
  private static final byte ANNOTATION = 3;
  private static final byte HTML = 4;

  private static final int FIRST = 16;

  private final int deepest;
  private long[] names = {};
  private Element[] elements = {};
  private byte[] kinds = {};
  private boolean[] inSvg = {};
  private int depth;

  OpenElements(HtmlLimits limits) {
    deepest = limits.maxNesting();
  }

  boolean isEmpty() {
    return depth == 0;
  }

  boolean isFull() {
    return depth == deepest;
  }

  /** Whether a CDATA section is one here: the adjusted current node is no HTML element. */
  boolean inForeign() {
    return depth > 0 && kinds[depth - 1] != HTML;
  }

  /** Whether an element of HTML is open inside svg or math: the place where little is certain. */
  boolean inHtmlInside() {
    return depth > 0 && kinds[depth - 1] == HTML;
  }

  /** The namespace the element of a start tag gets. */
  Namespace namespaceOf(Element element, boolean breakoutFont) {
    if (htmlRules(element)) {
      return element == Element.SVG
          ? Namespace.SVG
          : element == Element.MATH ? Namespace.MATHML : Namespace.HTML;
    }
    if (breaksOut(element, breakoutFont)) {
      return Namespace.HTML;
    }
    return inSvg[depth - 1] ? Namespace.SVG : Namespace.MATHML;
  }

  private static boolean breaksOut(Element element, boolean breakoutFont) {
    return element == Element.FONT ? breakoutFont : Kinds.breaksOut(element);
  }

  /** The dispatcher of 13.2.6: whether a start tag is processed as in HTML content. */
  private boolean htmlRules(Element element) {
    if (depth == 0) {
      return true;
    }
    return switch (kinds[depth - 1]) {
      case HTML, HTML_POINT -> true;
      case MATHML_TEXT_POINT -> element != Element.MGLYPH && element != Element.MALIGNMARK;
      case ANNOTATION -> element == Element.SVG;
      default -> false;
    };
  }

  /**
   * Whether a start tag must go: a part of a table that only a table around the svg could make sense
   * of, or a tag that is MathML directly in {@code mi} or {@code mtext} and HTML in an element there,
   * because which of the two it is in rests on start tags that browsers ignore (a form in a form).
   */
  boolean misplaced(Element element) {
    if (!inIntegrationPoint()) {
      return false;
    }
    return switch (element) {
      case MGLYPH, MALIGNMARK -> inHtmlInside();
      default -> htmlRules(element) && Kinds.isTablePart(element) && !tableIsOpen();
    };
  }

  private boolean inIntegrationPoint() {
    return inHtmlInside() || atIntegrationPoint();
  }

  /** Whether the element at hand is foreign and its content is HTML. */
  boolean atIntegrationPoint() {
    return depth > 0 && (kinds[depth - 1] == HTML_POINT || kinds[depth - 1] == MATHML_TEXT_POINT);
  }

  private boolean tableIsOpen() {
    for (int i = depth - 1; i >= 0 && kinds[i] == HTML; i--) {
      if (elements[i] == Element.TABLE) {
        return true;
      }
    }
    return false;
  }

  /** Records a start tag that is sent; its namespace is the one given above. */
  void start(
      Element element, long name, Namespace namespace, boolean selfClosing, boolean htmlText) {
    if (namespace == Namespace.HTML) {
      startHtml(element, name);
    } else if (!selfClosing) {
      push(element, name, kindOf(element, namespace, htmlText), namespace == Namespace.SVG);
    }
  }

  private void startHtml(Element element, long name) {
    if (depth > 0 && !htmlRules(element)) {
      breakOut();
    }
    if (depth == 0 || pushesNothing(element)) {
      return;
    }
    closeBefore(element);
    push(element, name, HTML, false);
  }

  private static boolean pushesNothing(Element element) {
    return (Kinds.isVoid(element) && element != Element.KEYGEN)
        || Kinds.isDocumentPart(element)
        || TextMode.of(element) != TextMode.DATA;
  }

  /** The two implied ends that pages rely on: of a p by a block, and of an item by the next one. */
  private void closeBefore(Element element) {
    Element top = elements[depth - 1];
    if (kinds[depth - 1] != HTML) {
      return;
    }
    boolean next = top == element && Kinds.endsBeforeItsLike(element);
    boolean block = top == Element.P && Kinds.isBlock(element) && element != Element.BUTTON;
    if (next || block) {
      depth--;
    }
  }

  private static byte kindOf(Element element, Namespace namespace, boolean htmlText) {
    if (namespace == Namespace.SVG) {
      return switch (element) {
        case FOREIGN_OBJECT, DESC, TITLE -> HTML_POINT;
        default -> FOREIGN;
      };
    }
    return switch (element) {
      case MI, MO, MN, MS, MTEXT -> MATHML_TEXT_POINT;
      case ANNOTATION_XML -> htmlText ? HTML_POINT : ANNOTATION;
      default -> FOREIGN;
    };
  }

  private void push(Element element, long name, byte kind, boolean svg) {
    if (depth == names.length) {
      grow(Math.min(deepest, Math.max(FIRST, 2 * depth)));
    }
    names[depth] = name;
    elements[depth] = element;
    kinds[depth] = kind;
    inSvg[depth] = svg;
    depth++;
  }

  private void grow(int most) {
    names = Arrays.copyOf(names, most);
    elements = Arrays.copyOf(elements, most);
    kinds = Arrays.copyOf(kinds, most);
    inSvg = Arrays.copyOf(inSvg, most);
  }

  /** Pops foreign elements up to an integration point, an HTML element, or all. */
  private void breakOut() {
    while (depth > 0 && (kinds[depth - 1] == FOREIGN || kinds[depth - 1] == ANNOTATION)) {
      depth--;
    }
  }

  /** Records an end tag, unless its effect is not certain. */
  EndEffect end(Element element, long name) {
    if (depth == 0) {
      return EndEffect.KEEP;
    }
    if (element == Element.FORM && endsFormAround()) {
      return EndEffect.KEEP;
    }
    return kinds[depth - 1] == HTML ? endInHtml(element, name) : endInForeign(element, name);
  }

  /**
   * Whether an end tag of form says nothing about this stack: with an integration point open, a form
   * around it is not in scope, and all that the tag does is to allow the next one (13.2.6.4.7).
   */
  private boolean endsFormAround() {
    boolean point = false;
    for (int i = 0; i < depth; i++) {
      if (elements[i] == Element.FORM) {
        return false;
      }
      point |= kinds[i] == HTML_POINT || kinds[i] == MATHML_TEXT_POINT;
    }
    return point;
  }

  private EndEffect endInHtml(Element element, long name) {
    int open = depth - 1;
    while (open > 0
        && kinds[open] == HTML
        && names[open] != name
        && (Kinds.isBlock(element) || element == Element.SELECT)
        && Kinds.isImplied(elements[open])) {
      open--;
    }
    if (kinds[open] != HTML || names[open] != name) {
      return EndEffect.DROP;
    }
    depth = open;
    return EndEffect.KEEP;
  }

  private EndEffect endInForeign(Element element, long name) {
    if (element == Element.BR || element == Element.P) {
      return endBreakingOut();
    }
    int open = depth - 1;
    while (open >= 0 && kinds[open] != HTML) {
      if (names[open] == name) {
        depth = open;
        return EndEffect.KEEP;
      }
      open--;
    }
    return open < 0 && closesAround(element) ? EndEffect.CLOSE_FIRST : EndEffect.DROP;
  }

  /**
   * A p or br end tag breaks out like a start tag. Inside an integration point its effect is not
   * certain: by the standard it stays there, and Firefox ends the point too.
   */
  private EndEffect endBreakingOut() {
    int open = depth;
    while (open > 0 && (kinds[open - 1] == FOREIGN || kinds[open - 1] == ANNOTATION)) {
      open--;
    }
    if (open > 0) {
      return EndEffect.DROP;
    }
    depth = open;
    return EndEffect.KEEP;
  }

  private boolean closesAround(Element element) {
    for (int i = 0; i < depth; i++) {
      if (kinds[i] == HTML_POINT || kinds[i] == MATHML_TEXT_POINT) {
        return false;
      }
    }
    return Kinds.standsAroundSvg(element);
  }

  /** Whether the end tags below are certain to close everything. */
  boolean canCloseAll() {
    return closesAround(Element.DIV);
  }

  /** Forgets the last element: it was not sent after all, or its end tag was seen. */
  void forgetTop() {
    depth--;
  }

  boolean topIs(long name) {
    return names[depth - 1] == name;
  }

  /** The namespace of the content at hand. */
  Namespace namespace() {
    if (!inForeign()) {
      return Namespace.HTML;
    }
    return inSvg[depth - 1] ? Namespace.SVG : Namespace.MATHML;
  }

  /** The end tags that close everything, for an outermost element that was left open. */
  String closeAll() {
    Element root = elements[0];
    String tag = "</" + root.lowerCaseName() + ">";
    int roots = 0;
    for (int i = 0; i < depth; i++) {
      roots += elements[i] == root ? 1 : 0;
    }
    depth = 0;
    return tag.repeat(roots);
  }
}
