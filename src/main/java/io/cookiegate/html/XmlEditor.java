package io.cookiegate.html;

/**
 * The editor of an XML document. Nothing in it is ambiguous: tags nest or the document ends at the
 * error, text is markup in scripts and style sheets too, and an element means something to a browser
 * only in a namespace it knows. All others pass without being shown, and nothing is put anywhere.
 */
final class XmlEditor extends Editor {
  private final XmlNamespaces namespaces = new XmlNamespaces();
  private long heldName;
  private Element longElement = Element.UNKNOWN;
  private long longName;

  XmlEditor(TagHandler handler, HtmlLimits limits, Emitter emitter, TagLexer lexer) {
    super(handler, limits, emitter, lexer, new StartTag(lexer, true));
  }

  @Override
  TextMode start(byte[] a, int to) {
    if (held.active()) {
      removeHeld(a);
    }
    Element element = local(a);
    if (removal.active()) {
      removal.start(element, name(a), lexer.selfClosing());
    } else {
      startTag.show(a, to, element, Namespace.XHTML);
      judge(a, to, element, namespaces.start(startTag));
    }
    return TextMode.DATA;
  }

  /** A tag inside a captured script or style: neither is for that, so the element goes. */
  private void removeHeld(byte[] a) {
    held.condemn(CloseReason.AMBIGUOUS);
    endHeld(a, lexer.base(), lexer.base());
    namespaces.end();
    removal.begin(heldName, true);
  }

  private Element local(byte[] a) {
    int colon = XmlNamespaces.colon(a, lexer.nameFrom(), lexer.nameTo());
    return Element.of(a, colon < 0 ? lexer.nameFrom() : colon + 1, lexer.nameTo());
  }

  private void judge(byte[] a, int to, Element element, XmlNamespaces.Meaning meaning) {
    switch (meaning) {
      case OTHER -> {}
      case XHTML -> show(a, to, element, Namespace.XHTML);
      case SVG -> show(a, to, element, Namespace.SVG);
      case MATHML -> show(a, to, element, Namespace.MATHML);
      case UNCERTAIN -> {
        if (element == Element.SCRIPT) {
          handler.closed(CloseReason.AMBIGUOUS);
          remove(a, to);
        } else {
          show(a, to, element, Namespace.SVG);
        }
      }
    }
  }

  private void show(byte[] a, int to, Element element, Namespace namespace) {
    startTag.show(a, to, element, namespace);
    handler.startTag(startTag);
    if (startTag.removed()) {
      remove(a, to);
    } else if (!startTag.untouched()) {
      change(a, to);
    }
  }

  private void remove(byte[] a, int to) {
    drop(a, lexer.base(), to);
    emitter.make(startTag.before());
    if (!lexer.selfClosing()) {
      namespaces.end();
      removal.begin(name(a), true);
    }
  }

  private void change(byte[] a, int to) {
    int from = lexer.base();
    settle(a, from);
    emitter.make(startTag.before());
    TextHandler text = startTag.textHandler();
    if (text != null && !lexer.selfClosing()) {
      heldName = name(a);
      hold(a, from, to, text, false);
    } else {
      startTag.edits().send(a, from, to, emitter);
      skipTo(to);
      emitter.make(startTag.after());
    }
  }

  @Override
  void end(byte[] a, int to) {
    Element element = local(a);
    if (removal.active()) {
      removal.end(element, name(a));
      if (!removal.active()) {
        skipTo(to);
      }
      return;
    }
    namespaces.end();
    if (!held.active()) {
      showEnd(a, to, element, Namespace.XHTML, TextMode.DATA);
    } else if (name(a) == heldName) {
      endHeld(a, lexer.base(), to);
    } else {
      held.condemn(CloseReason.AMBIGUOUS);
      endHeld(a, lexer.base(), to);
    }
  }

  /** A start tag too long to be kept, which goes with its element. */
  void startTooLong(byte[] a) {
    if (held.active()) {
      removeHeld(a);
    }
    emitter.separate();
    handler.closed(CloseReason.TAG_TOO_LONG);
    longElement = local(a);
    longName = name(a);
  }

  /** The end of that tag, by which it is known whether it has content. */
  void startTooLongEnds() {
    if (removal.active()) {
      removal.start(longElement, longName, lexer.selfClosing());
    } else if (!lexer.selfClosing()) {
      removal.begin(longName, true);
    }
  }

  /** An instruction that names a style sheet, read as the tag that it looks like. */
  void instruction(byte[] a, int from, int to) {
    lexer.begin(from, from + 2);
    int end = lexer.lex(a, from + 2, to);
    if (held.active() || removal.active()) {
      return;
    }
    if (end < to || !lexer.done()) {
      dropAmbiguous(a, from, to);
      return;
    }
    startTag.show(a, to, Element.XML_STYLESHEET, Namespace.XHTML);
    handler.startTag(startTag);
    if (!startTag.untouched()) {
      drop(a, from, to);
    }
  }

  /** A document type declaration; a subset that is not harmless goes. */
  void doctype(byte[] a, int from, DoctypeScanner doctype) {
    if (doctype.isUnsafe(a, from)) {
      dropAmbiguous(a, from + doctype.subsetFrom(), from + doctype.subsetTo());
    }
  }

  /** Each tag counts for the namespaces. */
  @Override
  boolean passesPlainTags() {
    return false;
  }

  @Override
  boolean cdataIsUncertain() {
    return false;
  }

  @Override
  boolean inForeign() {
    return true;
  }

  @Override
  void append() {
    // What would stand after the root element is no markup.
  }
}
