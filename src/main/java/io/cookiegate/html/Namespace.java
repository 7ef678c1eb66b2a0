package io.cookiegate.html;

/** The namespace a start tag's element gets from the tree builder. */
public enum Namespace {
  HTML,
  SVG,
  MATHML
}
