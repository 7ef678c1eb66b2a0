package io.cookiegate.html;

/** How the tokenizer reads what follows a start tag (WHATWG HTML 13.2.6.2 and 13.2.6.4.7). */
enum TextMode {
  DATA,
  RCDATA,
  RAWTEXT,
  SCRIPT,
  PLAINTEXT;

  /** The mode after the start tag of an HTML element. */
  static TextMode of(Element element) {
    return switch (element) {
      case TEXTAREA, TITLE -> RCDATA;
      case STYLE, XMP, IFRAME, NOEMBED, NOFRAMES -> RAWTEXT;
      case SCRIPT -> SCRIPT;
      case PLAINTEXT -> PLAINTEXT;
      default -> DATA;
    };
  }

  /** Whether the text of an element can be held and judged. */
  static boolean capturable(Element element, Namespace namespace) {
    if (namespace == Namespace.HTML) {
      return of(element) != DATA;
    }
    return element == Element.SCRIPT || element == Element.STYLE;
  }
}
