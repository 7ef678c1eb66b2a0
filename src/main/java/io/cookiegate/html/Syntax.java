package io.cookiegate.html;

/** How a page's bytes become tags. */
public enum Syntax {
  /** WHATWG HTML 13.2, with all that browsers forgive. */
  HTML,
  /** XML 1.0: SVG images, XHTML in other vocabularies, feeds. */
  XML
}
