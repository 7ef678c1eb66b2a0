package io.cookiegate.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A view of the start tag at hand, over the bytes that were sent, and the decisions about it. The
 * one instance is reused: nothing of it may be kept after the call.
 *
 * <p>Attributes are numbered in source order, duplicates included; a browser uses the first of a
 * name, and so does {@link #indexOf}. Positions are positions in {@link #array()}.
 */
public final class StartTag {
  private static final byte[] NOTHING = {};

  /** Each goes through all attributes of the tag. */
  private static final int MOST_REMOVALS = 64;

  private static final byte[] TEXT_HTML = "text/html".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] XHTML = "application/xhtml+xml".getBytes(StandardCharsets.US_ASCII);

  private final TagLexer lexer;
  private final boolean xml;
  private byte[] array = NOTHING;
  private int to;
  private Element element = Element.UNKNOWN;
  private Namespace namespace = Namespace.HTML;

  private final CharacterReferences references = new CharacterReferences();
  private final Edits edits = new Edits();
  private boolean touched;
  private boolean removed;
  private int removals;
  private byte[] before = NOTHING;
  private byte[] after = NOTHING;
  private @Nullable TextHandler textHandler;

  StartTag(TagLexer lexer, boolean xml) {
    this.lexer = lexer;
    this.xml = xml;
  }

  /** Shows the tag the lexer has read. */
  void show(byte[] bytes, int end, Element name, Namespace where) {
    if (array != bytes) {
      array = bytes;
    }
    to = end;
    element = name;
    namespace = where;
    if (touched) {
      reset();
    }
  }

  private void reset() {
    touched = false;
    edits.clear();
    removed = false;
    removals = 0;
    before = NOTHING;
    after = NOTHING;
    textHandler = null;
  }

  /** Lets go of the array and the decisions. */
  void rest() {
    array = NOTHING;
    if (touched) {
      reset();
    }
  }

  /** Whether the handler let the tag pass as it is. */
  boolean untouched() {
    return !touched;
  }

  /** Whether an annotation-xml holds HTML (WHATWG HTML 13.2.6, HTML integration point). */
  boolean encodesHtml() {
    int encoding = indexOf(Attribute.ENCODING);
    if (encoding < 0) {
      return false;
    }
    return hasValue(encoding, TEXT_HTML) || hasValue(encoding, XHTML);
  }

  private boolean hasValue(int i, byte[] lowerCase) {
    if (!valueNeedsDecoding(i)) {
      return Names.same(array, valueFrom(i), valueTo(i), lowerCase);
    }
    byte[] decoded = decodedValue(i).getBytes(StandardCharsets.UTF_8);
    return Names.same(decoded, 0, decoded.length, lowerCase);
  }

  /** The element by name, whatever its namespace. */
  public Element element() {
    return element;
  }

  /** The namespace the tree builder puts the element in. */
  public Namespace namespace() {
    return namespace;
  }

  /** The syntax of the page that the tag is in. */
  public Syntax syntax() {
    return xml ? Syntax.XML : Syntax.HTML;
  }

  /** Whether the tag ends in {@code />}; it means something outside HTML elements only. */
  public boolean selfClosing() {
    return lexer.selfClosing();
  }

  /** Whether the tag has this name, which is given in lower case. */
  public boolean named(byte[] lowerCaseName) {
    return Names.same(array, nameFrom(), nameTo(), lowerCaseName);
  }

  /** The array all positions are in. */
  public byte[] array() {
    return array;
  }

  /** The position of the tag's {@code <}. */
  public int from() {
    return lexer.base();
  }

  /** The position after the tag's {@code >}. */
  public int to() {
    return to;
  }

  /** The position of the name. */
  public int nameFrom() {
    return lexer.nameFrom();
  }

  /** The position after the name. */
  public int nameTo() {
    return lexer.nameTo();
  }

  /** The number of attributes, duplicates included. */
  public int attributeCount() {
    return lexer.count();
  }

  /** The number of the first attribute of a known name, or -1. */
  public int indexOf(Attribute name) {
    return indexOf(name, 0);
  }

  /** The number of the first attribute of a known name from a number on, or -1. */
  public int indexOf(Attribute name, int from) {
    for (int i = from; i < lexer.count(); i++) {
      if (attribute(i) == name) {
        return i;
      }
    }
    return -1;
  }

  /** The number of the first attribute of a name given in lower case, or -1. */
  public int indexOf(byte[] lowerCaseName) {
    for (int i = 0; i < lexer.count(); i++) {
      if (Names.same(array, nameFrom(i), nameTo(i), lowerCaseName)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether any attribute has a name of a set; in XML, where prefixes may change names, maybe. */
  public boolean mayHaveAny(AttributeSet set) {
    return xml || lexer.hasAny(set);
  }

  /**
   * The number of the first attribute, from one on, that has a name of a set, in XML of any; {@link
   * #attributeCount} where none has.
   */
  public int next(AttributeSet set, int from) {
    return xml ? Math.min(from, attributeCount()) : lexer.next(set, from);
  }

  /** Whether the tag has an attribute of a known name. */
  public boolean has(Attribute name) {
    return indexOf(name) >= 0;
  }

  /** The known name of an attribute, or one of {@link Attribute#UNKNOWN} and its like. */
  public Attribute attribute(int i) {
    return xml ? xmlAttribute(i) : lexer.attribute(i);
  }

  /** In XML, capitals make another name, and whatever the prefix, href is that of XLink. */
  private Attribute xmlAttribute(int i) {
    int from = nameFrom(i);
    int to = nameTo(i);
    for (int at = from; at < to; at++) {
      if (array[at] != Ascii.lower(array[at])) {
        return Attribute.UNKNOWN;
      }
      if (array[at] == ':') {
        boolean href = Attribute.of(array, at + 1, to) == Attribute.HREF;
        return href ? Attribute.XLINK_HREF : Attribute.UNKNOWN;
      }
    }
    return Attribute.of(array, from, to);
  }

  /** The position of an attribute's name. */
  public int nameFrom(int i) {
    return lexer.span(i, 0);
  }

  /** The position after an attribute's name. */
  public int nameTo(int i) {
    return lexer.span(i, 1);
  }

  /** The position of an attribute's value, inside its quotes. */
  public int valueFrom(int i) {
    return lexer.span(i, 2);
  }

  /** The position after an attribute's value; equal to {@link #valueFrom} where there is none. */
  public int valueTo(int i) {
    return lexer.span(i, 3);
  }

  /** Whether an attribute's value has a {@code &}, so that its text may differ from its bytes. */
  public boolean valueNeedsDecoding(int i) {
    int to = valueTo(i);
    return Swar.indexOf(array, valueFrom(i), to, (byte) '&') < to;
  }

  /**
   * Writes an attribute's value with its character references resolved, those in UTF-8, all other
   * bytes as they are.
   *
   * @return the length, or -1 where {@code into} is too short; one third more than the raw length
   *     is always enough
   */
  public int decodeValue(int i, byte[] into) {
    return references.decodeAttribute(array, valueFrom(i), valueTo(i), into);
  }

  /** An attribute's value with its character references resolved, read as UTF-8. */
  public String decodedValue(int i) {
    byte[] decoded = new byte[CharacterReferences.bound(valueTo(i) - valueFrom(i))];
    return new String(decoded, 0, decodeValue(i, decoded), StandardCharsets.UTF_8);
  }

  /**
   * Removes the element: a void element's tag; a raw-text element exactly with its text; any other
   * with its content up to its end tag by counting tags of its name, and up to the end of the page
   * where that is missing.
   */
  public void remove() {
    touched = true;
    removed = true;
  }

  /** Removes the element and puts markup, complete in itself, in its place. */
  public void replace(byte[] markup) {
    remove();
    insertBefore(markup);
  }

  /** Puts markup, complete in itself, before the tag; a second call puts it after the first's. */
  public void insertBefore(byte[] markup) {
    touched = true;
    before = join(before, markup);
  }

  /**
   * Puts markup directly after the tag, as the first content of the element; a second call puts it
   * after the first's. Nothing is put into elements whose content is text, or where the element is
   * removed.
   */
  public void insertAfter(byte[] markup) {
    touched = true;
    after = join(after, markup);
  }

  /**
   * Removes an attribute, and later ones of the same name, which would otherwise come to life; an
   * element that would lose more than 64 goes.
   */
  public void removeAttribute(int i) {
    removals++;
    if (removals > MOST_REMOVALS) {
      remove();
      return;
    }
    for (int j = i; j < lexer.count(); j++) {
      if (sameName(i, j)) {
        edit(nameFrom(j), outerTo(j), nextBeginsWithEquals(j) ? SLASH : NOTHING);
      }
    }
  }

  /** Gives an attribute another value, as text: what needs escaping is escaped here. */
  public void setAttribute(int i, byte[] value) {
    edit(nameTo(i), outerTo(i), Names.quoted(value, xml));
  }

  /**
   * Holds the element from this tag on until a handler has judged its text: an HTML raw-text
   * element, or a script or style inside svg, whose text is shown as source, markup and character
   * references included. On any other element the call is an error.
   */
  public void captureText(TextHandler handler) {
    if (!TextMode.capturable(element, namespace)) {
      throw new IllegalStateException("only the text of a raw-text element can be captured");
    }
    touched = true;
    textHandler = handler;
  }

  boolean removed() {
    return removed;
  }

  byte[] before() {
    return before;
  }

  byte[] after() {
    return after;
  }

  Edits edits() {
    return edits;
  }

  @Nullable TextHandler textHandler() {
    return textHandler;
  }

  private static final byte[] SLASH = {'/'};

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private void edit(int from, int end, byte[] bytes) {
    touched = true;
    edits.replace(from - lexer.base(), end - lexer.base(), bytes);
  }

  private boolean sameName(int i, int j) {
    return i == j || Names.same(array, nameFrom(i), nameTo(i), nameFrom(j), nameTo(j));
  }

  /** The position after an attribute, its closing quote included. */
  private int outerTo(int i) {
    int valueFrom = valueFrom(i);
    boolean quoted =
        valueFrom > nameTo(i) && (array[valueFrom - 1] == '"' || array[valueFrom - 1] == '\'');
    return quoted ? valueTo(i) + 1 : valueTo(i);
  }

  /** Whether the following attribute's name begins with =, which a neighbour would take as its own. */
  private boolean nextBeginsWithEquals(int i) {
    return i + 1 < lexer.count() && array[nameFrom(i + 1)] == '=';
  }
}
