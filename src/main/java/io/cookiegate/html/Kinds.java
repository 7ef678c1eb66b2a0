package io.cookiegate.html;

import java.util.EnumSet;
import java.util.Set;

/** The groups of elements the tree builder treats alike (WHATWG HTML 13.2.4.2, 13.2.6). */
final class Kinds {
  private static final Set<Element> VOID =
      EnumSet.of(
          Element.AREA,
          Element.BASE,
          Element.BASEFONT,
          Element.BGSOUND,
          Element.BR,
          Element.COL,
          Element.EMBED,
          Element.FRAME,
          Element.HR,
          Element.IMAGE,
          Element.IMG,
          Element.INPUT,
          Element.KEYGEN,
          Element.LINK,
          Element.META,
          Element.PARAM,
          Element.SOURCE,
          Element.TRACK,
          Element.WBR);

  /** 13.2.6.5: the start tags that end foreign content; font only with certain attributes. */
  private static final Set<Element> BREAKOUT =
      EnumSet.of(
          Element.B,
          Element.BIG,
          Element.BLOCKQUOTE,
          Element.BODY,
          Element.BR,
          Element.CENTER,
          Element.CODE,
          Element.DD,
          Element.DIV,
          Element.DL,
          Element.DT,
          Element.EM,
          Element.EMBED,
          Element.H1,
          Element.H2,
          Element.H3,
          Element.H4,
          Element.H5,
          Element.H6,
          Element.HEAD,
          Element.HR,
          Element.I,
          Element.IMG,
          Element.LI,
          Element.LISTING,
          Element.MENU,
          Element.META,
          Element.NOBR,
          Element.OL,
          Element.P,
          Element.PRE,
          Element.RUBY,
          Element.S,
          Element.SMALL,
          Element.SPAN,
          Element.STRONG,
          Element.STRIKE,
          Element.SUB,
          Element.SUP,
          Element.TABLE,
          Element.TT,
          Element.U,
          Element.UL,
          Element.VAR);

  /** What a tree builder ignores or moves unless a table of its own is open around it. */
  private static final Set<Element> TABLE_PARTS =
      EnumSet.of(
          Element.CAPTION,
          Element.COL,
          Element.COLGROUP,
          Element.TBODY,
          Element.TD,
          Element.TFOOT,
          Element.TH,
          Element.THEAD,
          Element.TR);

  /** What a document has once; never on the stack we keep. */
  private static final Set<Element> DOCUMENT_PARTS =
      EnumSet.of(Element.HTML, Element.HEAD, Element.BODY, Element.FRAMESET);

  /** End tags that close whatever was left open inside, if their element is in scope. */
  private static final Set<Element> BLOCKS =
      EnumSet.of(
          Element.ADDRESS,
          Element.ARTICLE,
          Element.ASIDE,
          Element.BLOCKQUOTE,
          Element.BUTTON,
          Element.CENTER,
          Element.DETAILS,
          Element.DIALOG,
          Element.DIR,
          Element.DIV,
          Element.DL,
          Element.FIELDSET,
          Element.FIGCAPTION,
          Element.FIGURE,
          Element.FOOTER,
          Element.HEADER,
          Element.HGROUP,
          Element.LISTING,
          Element.MAIN,
          Element.MENU,
          Element.NAV,
          Element.OL,
          Element.PRE,
          Element.SECTION,
          Element.SUMMARY,
          Element.UL);

  /** 13.2.6.3: what end tags of others imply. */
  private static final Set<Element> IMPLIED =
      EnumSet.of(
          Element.DD,
          Element.DT,
          Element.LI,
          Element.OPTGROUP,
          Element.OPTION,
          Element.P,
          Element.RP,
          Element.RT);

  /** Elements that are open around an svg in practice, so that their end tag ends it. */
  private static final Set<Element> AROUND_SVG = around();

  private Kinds() {}

  private static Set<Element> around() {
    Set<Element> around = EnumSet.copyOf(BREAKOUT);
    around.addAll(BLOCKS);
    around.addAll(TABLE_PARTS);
    around.addAll(DOCUMENT_PARTS);
    around.addAll(
        EnumSet.of(
            Element.FORM,
            Element.LABEL,
            Element.NOSCRIPT,
            Element.OBJECT,
            Element.OPTION,
            Element.PICTURE,
            Element.SELECT,
            Element.TABLE,
            Element.TEMPLATE));
    return around;
  }

  static boolean isVoid(Element element) {
    return VOID.contains(element);
  }

  static boolean breaksOut(Element element) {
    return BREAKOUT.contains(element);
  }

  static boolean isTablePart(Element element) {
    return TABLE_PARTS.contains(element);
  }

  static boolean isDocumentPart(Element element) {
    return DOCUMENT_PARTS.contains(element);
  }

  static boolean isBlock(Element element) {
    return BLOCKS.contains(element);
  }

  static boolean isImplied(Element element) {
    return IMPLIED.contains(element);
  }

  /** Whether a start tag ends an open element of its own name. */
  static boolean endsBeforeItsLike(Element element) {
    return switch (element) {
      case DD, DT, LI, OPTION, P -> true;
      default -> false;
    };
  }

  static boolean standsAroundSvg(Element element) {
    return AROUND_SVG.contains(element);
  }
}
