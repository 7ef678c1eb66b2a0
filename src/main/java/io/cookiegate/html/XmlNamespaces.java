package io.cookiegate.html;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * The namespaces in scope in an XML document (Namespaces in XML 1.0, section 6), as far as a browser
 * gives their elements a meaning. What is bound in a way that cannot be told, and everything once
 * there are too many bindings, is uncertain and judged by all rules.
 */
final class XmlNamespaces {
  /** What an element's namespace makes of it. */
  enum Meaning {
    /** Nothing that a browser acts on. */
    OTHER,
    XHTML,
    SVG,
    MATHML,
    UNCERTAIN
  }

  private static final byte[] XMLNS = "xmlns".getBytes(US_ASCII);
  private static final byte[] XHTML = "http://www.w3.org/1999/xhtml".getBytes(US_ASCII);
  private static final byte[] SVG = "http://www.w3.org/2000/svg".getBytes(US_ASCII);
  private static final byte[] MATHML = "http://www.w3.org/1998/Math/MathML".getBytes(US_ASCII);
  private static final byte[] XSLT = "http://www.w3.org/1999/XSL/Transform".getBytes(US_ASCII);
  private static final int MOST_BINDINGS = 64;
  private static final int LONGEST_PREFIX = 32;

  private final byte[] prefixes = new byte[MOST_BINDINGS * LONGEST_PREFIX];
  private final int[] lengths = new int[MOST_BINDINGS];
  private final int[] depths = new int[MOST_BINDINGS];
  private final Meaning[] meanings = new Meaning[MOST_BINDINGS];
  private int bindings;
  private int depth;
  private boolean lost;

  /** Whether the document is a style sheet of XSLT, which makes HTML of elements without namespace. */
  private boolean transforms;

  /** Records a start tag; the meaning of its element. */
  Meaning start(StartTag tag) {
    depth++;
    for (int i = 0; i < tag.attributeCount(); i++) {
      bind(tag, i);
    }
    Meaning meaning = meaningOf(tag);
    if (tag.selfClosing()) {
      end();
    }
    return meaning;
  }

  /** Records an end tag. */
  void end() {
    depth--;
    while (bindings > 0 && depths[bindings - 1] > depth) {
      bindings--;
    }
  }

  private void bind(StartTag tag, int i) {
    byte[] a = tag.array();
    int from = tag.nameFrom(i);
    int to = tag.nameTo(i);
    int prefix = from + XMLNS.length;
    if (prefix > to || !same(a, from, prefix, XMLNS, 0, XMLNS.length)) {
      return;
    }
    if (prefix == to) {
      push(a, to, to, meaningOf(tag, i));
    } else if (a[prefix] == ':') {
      push(a, prefix + 1, to, meaningOf(tag, i));
    }
  }

  private void push(byte[] a, int from, int to, Meaning meaning) {
    if (bindings == MOST_BINDINGS || to - from > LONGEST_PREFIX) {
      lost = true;
      return;
    }
    System.arraycopy(a, from, prefixes, bindings * LONGEST_PREFIX, to - from);
    lengths[bindings] = to - from;
    depths[bindings] = depth;
    meanings[bindings] = meaning;
    bindings++;
  }

  private Meaning meaningOf(StartTag tag, int i) {
    byte[] a = tag.array();
    int from = tag.valueFrom(i);
    int to = tag.valueTo(i);
    if (tag.valueNeedsDecoding(i)) {
      return Meaning.UNCERTAIN;
    }
    if (is(a, from, to, XSLT)) {
      transforms = true;
    }
    return is(a, from, to, XHTML)
        ? Meaning.XHTML
        : is(a, from, to, SVG)
            ? Meaning.SVG
            : is(a, from, to, MATHML) ? Meaning.MATHML : Meaning.OTHER;
  }

  private static boolean is(byte[] a, int from, int to, byte[] name) {
    return same(a, from, to, name, 0, name.length);
  }

  private static boolean same(byte[] a, int from, int to, byte[] b, int bFrom, int bTo) {
    return Arrays.equals(a, from, to, b, bFrom, bTo);
  }

  private Meaning meaningOf(StartTag tag) {
    if (lost) {
      return Meaning.UNCERTAIN;
    }
    byte[] a = tag.array();
    int from = tag.nameFrom();
    int colon = colon(a, from, tag.nameTo());
    int prefixTo = colon < 0 ? from : colon;
    for (int i = bindings - 1; i >= 0; i--) {
      int at = i * LONGEST_PREFIX;
      if (same(a, from, prefixTo, prefixes, at, at + lengths[i])) {
        return meanings[i];
      }
    }
    return transforms && colon < 0 ? Meaning.XHTML : Meaning.OTHER;
  }

  /** The position of the colon in a name, or -1. */
  static int colon(byte[] a, int from, int to) {
    int at = Swar.indexOf(a, from, to, (byte) ':');
    return at == to ? -1 : at;
  }
}
