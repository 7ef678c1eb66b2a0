package io.cookiegate.html;

/** The namespace a start tag's element gets from the tree builder. */
public enum Namespace {
  HTML,
  /** HTML's in a document of XML: the text of its scripts and style sheets is markup. */
  XHTML,
  SVG,
  MATHML
}
