package io.cookiegate.html;

import io.cookiegate.html.OpenElements.EndEffect;
import java.nio.charset.StandardCharsets;

/**
 * The hand that decides what is sent. Source preservation is one mark, the first byte of the array at
 * hand that was not yet sent: kept markup only moves on past it, and everything up to some position
 * is settled at once, sent, held or dropped as the state of affairs demands.
 */
class Editor {
  final TagHandler handler;
  final Emitter emitter;
  private final OpenElements open;
  private final AmbiguityGuard guard = new AmbiguityGuard();
  private final Fences fences = guard.fences();
  final Removal removal = new Removal();
  final Held held;
  final StartTag startTag;
  private final EndTag endTag = new EndTag();
  final TagLexer lexer;

  private static final byte[] SCRIPT_END = "</script>".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] TAG_END = {'>'};

  /** Whether plain tags were said to pass, and nothing was open, removed or changed since. */
  private boolean calm;

  private int mark;
  private int textMark;
  private int fencesBeforeHeld;

  Editor(TagHandler handler, HtmlLimits limits, Emitter emitter, TagLexer lexer) {
    this(handler, limits, emitter, lexer, new StartTag(lexer, false));
  }

  Editor(
      TagHandler handler, HtmlLimits limits, Emitter emitter, TagLexer lexer, StartTag startTag) {
    this.handler = handler;
    this.emitter = emitter;
    this.lexer = lexer;
    this.open = new OpenElements(limits);
    this.held = new Held(limits, handler, emitter);
    this.startTag = startTag;
    this.fencesBeforeHeld = fences.state();
  }

  Fences fences() {
    return fences;
  }

  /** Whether a raw text of HTML stands inside svg or math, where it is one by our reading only. */
  boolean doubtsText() {
    return !open.isEmpty();
  }

  /** Whether {@code <![CDATA[} begins a section here; in doubt it is asked about below. */
  boolean inForeign() {
    return open.inForeign();
  }

  /** Whether browsers disagree about {@code <![CDATA[} here. */
  boolean cdataIsUncertain() {
    return open.inHtmlInside()
        || open.atIntegrationPoint()
        || (!open.isEmpty() && guard.cdataIsUncertain());
  }

  /** Begins a range of an array. */
  void begin(int from) {
    calm = false;
    mark = from;
    textMark = from;
  }

  /** Sends, holds or drops everything up to a position. */
  void settle(byte[] a, int to) {
    if (held.active()) {
      settleHeld(a, to);
    } else if (!removal.active()) {
      emitter.keep(a, mark, to);
    }
    mark = to;
    textMark = to;
  }

  private void settleHeld(byte[] a, int to) {
    mark = held.show(a, mark, textMark, to);
    switch (held.stage()) {
      case HOLDING -> held.carry().append(a, mark, to);
      case STREAMING, POISONED -> {
        release();
        send(a, held.liveTo(mark, to));
      }
      case NONE, REMOVING -> {}
    }
  }

  private void send(byte[] a, int to) {
    held.sent(a, mark, to);
    emitter.keep(a, mark, to);
  }

  private void release() {
    Carry carry = held.carry();
    held.sent(carry.array(), 0, carry.length());
    emitter.keep(carry.array(), 0, carry.length());
    carry.clear();
  }

  /** Removes a range that begins at or after the mark. */
  void drop(byte[] a, int from, int to) {
    settle(a, from);
    emitter.separate();
    mark = to;
    textMark = to;
  }

  /** Removes a range because it may be read in two ways, and with it the held element it is in. */
  void dropAmbiguous(byte[] a, int from, int to) {
    settle(a, from);
    if (held.active()) {
      held.condemn(CloseReason.AMBIGUOUS);
    } else {
      handler.closed(CloseReason.AMBIGUOUS);
    }
    drop(a, from, to);
  }

  /** Ends, by bytes that were missing, the token that runs up to a position. */
  void closeToken(byte[] a, int at, byte[] end) {
    if (held.active()) {
      breakHeld(a, at);
      mark = at;
    } else {
      closeFirst(a, at, end);
    }
  }

  /** Ends the text that runs up to a position by the end tag of its name. */
  void closeText(byte[] a, int at, byte[] name, boolean script) {
    if (held.active()) {
      endHeld(a, at, at);
    }
    if (!removal.active()) {
      fences.lower(Element.of(name, 0, name.length));
    }
    closeFirst(a, at, endTag(name, script ? "-->" : ""));
  }

  private void closeFirst(byte[] a, int at, byte[] end) {
    if (removal.active()) {
      mark = at;
      removal.end();
    } else {
      settle(a, at);
      emitter.make(end);
    }
    handler.closed(CloseReason.AMBIGUOUS);
  }

  /**
   * Decides about a raw text of which not every reader would see that it is one, at what would be
   * markup, which is at a position. Returns whether it goes on, unseen, because its element goes.
   */
  boolean condemnText(byte[] a, int at) {
    if (held.active()) {
      mark = held.show(a, mark, textMark, at);
      textMark = at;
    }
    if (held.active() && held.stage() != Held.Stage.REMOVING) {
      held.condemn(CloseReason.AMBIGUOUS);
    }
    return held.active() || removal.active();
  }

  /** A whole start tag, at the lexer, that ends at a position. Returns how to read on. */
  TextMode start(byte[] a, int to) {
    Element element = lexer.element();
    if (!calm && !quiet()) {
      return startUnquiet(a, to, element);
    }
    if (!element.isPlain()) {
      return judge(a, to, element, namespaceOutside(element));
    }
    startTag.show(a, to, element, Namespace.HTML);
    handler.startTag(startTag);
    return startTag.untouched() ? TextMode.DATA : decide(a, to, element, Namespace.HTML);
  }

  /** Whether plain tags without attributes pass unseen here: nothing is open, and nobody heeds them. */
  boolean passesPlainTags() {
    calm = (calm || quiet()) && !handler.heedsPlainTags();
    return calm;
  }

  /** Whether nothing is open, held or removed that a tag would have to be looked at twice for. */
  private boolean quiet() {
    return open.isEmpty() && guard.idle() && !removal.active() && !held.active();
  }

  private static Namespace namespaceOutside(Element element) {
    return switch (element) {
      case SVG -> Namespace.SVG;
      case MATH -> Namespace.MATHML;
      default -> Namespace.HTML;
    };
  }

  private TextMode startUnquiet(byte[] a, int to, Element element) {
    if (removal.active()) {
      return removal.start(element, name(a), lexer.selfClosing());
    }
    if (held.active()) {
      breakHeld(a, lexer.base());
    }
    return startGuarded(a, to, element);
  }

  private TextMode startGuarded(byte[] a, int to, Element element) {
    Namespace namespace = open.namespaceOf(element, breakoutFont(a, element));
    boolean text = TextMode.of(element) != TextMode.DATA;
    boolean foreign = namespace != Namespace.HTML;
    if (text && guard.textIsUncertain(element, namespace)) {
      dropAmbiguous(a, lexer.base(), to);
      return foreign && lexer.selfClosing() ? TextMode.DATA : removeText(element);
    }
    boolean inScript = foreign && element == Element.SCRIPT && fences.scannerInScript();
    boolean empty = foreign && lexer.selfClosing() && guard.emptinessIsUncertain(element);
    if (inScript || empty || (foreign && guard.foreignIsUncertain()) || open.misplaced(element)) {
      dropAmbiguous(a, lexer.base(), to);
      return TextMode.DATA;
    }
    return judge(a, to, element, namespace);
  }

  /** Whether the beginning of a tag passes as it is. */
  boolean passes(byte[] a, int to) {
    startTag.show(a, to, lexer.element(), Namespace.HTML);
    handler.startTag(startTag);
    return startTag.untouched();
  }

  /** What is left of a tag of which the beginning was sent: its attributes stay, or they all go. */
  void startRest(byte[] a, int to) {
    if (!passes(a, to)) {
      settle(a, lexer.base());
      emitter.make(TAG_END);
      skipTo(to);
      handler.closed(CloseReason.TAG_TOO_LONG);
    }
  }

  /** Removes the text of an element whose start tag is gone; plain text has no end to wait for. */
  private TextMode removeText(Element element) {
    calm = false;
    TextMode mode = TextMode.of(element);
    if (mode == TextMode.DATA || mode == TextMode.PLAINTEXT) {
      return TextMode.DATA;
    }
    removal.beginText();
    return mode;
  }

  private TextMode judge(byte[] a, int to, Element element, Namespace namespace) {
    calm = false;
    startTag.show(a, to, element, namespace);
    handler.startTag(startTag);
    return startTag.untouched()
        ? pass(a, to, element, namespace)
        : decide(a, to, element, namespace);
  }

  /**
   * Ends an empty script of svg for the scanner before something that it would take for a part of
   * it; in the tree the end tag changes nothing.
   */
  void endEmptyScript(byte[] a, int at) {
    if (!removal.active() && !held.active()) {
      settle(a, at);
      emitter.make(SCRIPT_END);
      fences.lower(Element.SCRIPT);
      handler.closed(CloseReason.AMBIGUOUS);
    }
  }

  private TextMode decide(byte[] a, int to, Element element, Namespace namespace) {
    calm = false;
    return startTag.removed()
        ? remove(a, to, element, namespace)
        : change(a, to, element, namespace);
  }

  /** Lets the tag through unchanged. */
  private TextMode pass(byte[] a, int to, Element element, Namespace namespace) {
    if (!record(a, element, namespace)) {
      drop(a, lexer.base(), to);
      handler.closed(CloseReason.NESTING_TOO_DEEP);
      return TextMode.DATA;
    }
    return namespace == Namespace.HTML ? TextMode.of(element) : TextMode.DATA;
  }

  /** Tells the stack and the guard of a tag that is sent; false where the stack is full. */
  private boolean record(byte[] a, Element element, Namespace namespace) {
    if (namespace != Namespace.HTML || !open.isEmpty()) {
      if (open.isFull()) {
        return false;
      }
      boolean html = element == Element.ANNOTATION_XML && startTag.encodesHtml();
      open.start(element, name(a), namespace, lexer.selfClosing(), html);
    }
    if (element == Element.TABLE && !open.isEmpty()) {
      guard.doubtForeign();
    }
    guard.start(element, namespace, lexer.selfClosing());
    return true;
  }

  private TextMode remove(byte[] a, int to, Element element, Namespace namespace) {
    settle(a, lexer.base());
    insert(startTag.before(), namespace);
    emitter.separate();
    mark = to;
    textMark = to;
    boolean html = namespace == Namespace.HTML;
    if (html && element == Element.NOSCRIPT) {
      removal.beginText();
      return TextMode.RAWTEXT;
    }
    if (html && TextMode.of(element) != TextMode.DATA) {
      return removeText(element);
    }
    if (html ? !Kinds.isVoid(element) : !lexer.selfClosing()) {
      removal.begin(name(a), !html);
    }
    return TextMode.DATA;
  }

  /**
   * Sends markup of ours. Inside svg and math it would end up anywhere: directly in an svg that its
   * neighbour breaks out of, the svg is ended first, and elsewhere in there nothing is put.
   */
  private void insert(byte[] markup, Namespace namespace) {
    if (markup.length == 0) {
      return;
    }
    if (open.inForeign() && !open.atIntegrationPoint()) {
      if (namespace != Namespace.HTML || !open.canCloseAll()) {
        return;
      }
      emitter.make(open.closeAll().getBytes(StandardCharsets.US_ASCII));
    }
    emitter.make(markup);
  }

  private TextMode change(byte[] a, int to, Element element, Namespace namespace) {
    int from = lexer.base();
    settle(a, from);
    insert(startTag.before(), namespace);
    fencesBeforeHeld = fences.state();
    TextMode mode = pass(a, to, element, namespace);
    if (mark == to) {
      return mode;
    }
    TextHandler text = startTag.textHandler();
    if (text != null && !(namespace != Namespace.HTML && lexer.selfClosing())) {
      hold(a, from, to, text, open.isEmpty());
    } else {
      startTag.edits().send(a, from, to, emitter);
      mark = to;
      insertAfter(mode, namespace);
    }
    return mode;
  }

  private void insertAfter(TextMode mode, Namespace namespace) {
    if (mode == TextMode.DATA && namespace == Namespace.HTML) {
      emitter.make(startTag.after());
    }
  }

  /** Begins to hold an element; the tag is copied only where it was changed. */
  final void hold(byte[] a, int from, int to, TextHandler text, boolean canStream) {
    Edits edits = startTag.edits();
    held.begin(text, to - from + edits.growth(), canStream);
    if (!edits.isEmpty()) {
      edits.send(a, from, to, held.carry());
      mark = to;
    }
    textMark = to;
  }

  /** A tag inside a captured svg script or style: neither is for that, so the element goes. */
  private void breakHeld(byte[] a, int at) {
    mark = held.show(a, mark, textMark, at);
    textMark = at;
    if (held.stage() == Held.Stage.HOLDING) {
      held.condemn(CloseReason.AMBIGUOUS);
    }
    endHeld(a, at, at);
    open.forgetTop();
  }

  /**
   * Decides about the held element, whose end tag is a range, empty where it has none. Returns
   * whether the element stays, and so needs its end tag.
   */
  final boolean endHeld(byte[] a, int from, int to) {
    mark = held.show(a, mark, textMark, from);
    mark = held.gather(a, mark, from);
    int tagLength = held.tagLength();
    int live = held.liveTo(mark, from);
    TextVerdict verdict = held.end(a, mark, from);
    if (verdict == Held.POISONING) {
      release();
      send(a, live);
      if (!held.isPoisoned()) {
        emitter.make(Held.POISON);
      }
      mark = from;
    } else {
      execute(verdict, a, from, to, tagLength);
    }
    held.carry().clear();
    textMark = to;
    if (!verdict.keepsTags()) {
      fences.restore(fencesBeforeHeld);
    }
    return verdict.keepsTags();
  }

  private void execute(TextVerdict verdict, byte[] a, int from, int to, int tagLength) {
    switch (verdict.kind()) {
      case KEEP -> release();
      case REMOVE -> {
        emitter.separate();
        mark = to;
      }
      case REPLACE_ELEMENT -> {
        emitter.make(verdict.bytes());
        mark = to;
      }
      case REPLACE_TEXT -> {
        Carry carry = held.carry();
        if (carry.isEmpty()) {
          emitter.keep(a, mark, mark + tagLength);
        } else {
          emitter.keep(carry.array(), 0, tagLength);
        }
        emitter.make(verdict.bytes());
        mark = from;
      }
    }
  }

  /** The end tag, at the lexer, of the text that was read. */
  void endText(byte[] a, int to) {
    if (removal.active()) {
      endRemovedText(to);
      return;
    }
    if (!held.active() || endHeld(a, lexer.base(), to)) {
      Element element = lexer.element();
      showEnd(a, to, element, Namespace.HTML, TextMode.RAWTEXT);
    }
  }

  /** Ends the removal of a text, if one is removed. */
  void endRemovedText(int to) {
    if (removal.active() && removal.ofText()) {
      removal.end();
      mark = to;
      textMark = to;
    }
  }

  /** A whole end tag in markup, at the lexer, that ends at a position. */
  void end(byte[] a, int to) {
    Element element = lexer.element();
    if (removal.active()) {
      endRemoved(a, to, element);
    } else if (held.active()) {
      endCaptured(a, to, element);
    } else if (open.isEmpty()) {
      guard.end(element);
      showEnd(a, to, element, Namespace.HTML, TextMode.DATA);
    } else {
      endInside(a, to, element);
    }
  }

  private void endRemoved(byte[] a, int to, Element element) {
    if (fences.endsAt(element)) {
      // To another reader a text ends here, whatever was being removed inside it.
      mark = lexer.base();
      textMark = mark;
      removal.end();
      end(a, to);
      return;
    }
    removal.end(element, name(a));
    if (!removal.active()) {
      mark = to;
      textMark = to;
    }
  }

  /** The end tag after a captured svg script or style; another one than its own condemns it. */
  private void endCaptured(byte[] a, int to, Element element) {
    if (!open.topIs(name(a))) {
      breakHeld(a, lexer.base());
      endInside(a, to, element);
      return;
    }
    if (endHeld(a, lexer.base(), to)) {
      fences.lower(element);
    }
    open.forgetTop();
  }

  private void endInside(byte[] a, int to, Element element) {
    Namespace namespace = open.namespace();
    EndEffect effect = open.isEmpty() ? EndEffect.KEEP : open.end(element, name(a));
    if (effect == EndEffect.DROP) {
      dropAmbiguous(a, lexer.base(), to);
      return;
    }
    if (effect == EndEffect.CLOSE_FIRST) {
      settle(a, lexer.base());
      emitter.make(open.closeAll().getBytes(StandardCharsets.US_ASCII));
      handler.closed(CloseReason.AMBIGUOUS);
    }
    if (effect == EndEffect.CLOSE_FIRST) {
      namespace = Namespace.HTML;
    }
    if (namespace == Namespace.HTML) {
      guard.end(element);
    }
    showEnd(a, to, element, namespace, TextMode.DATA);
  }

  final void showEnd(byte[] a, int to, Element element, Namespace namespace, TextMode ended) {
    if (fences.up()) {
      fences.lower(element);
    }
    endTag.show(a, lexer.base(), to, element, namespace);
    handler.endTag(endTag);
    if (endTag.untouched()) {
      return;
    }
    settle(a, lexer.base());
    if (ended == TextMode.DATA && open.isEmpty()) {
      emitter.make(endTag.before());
    }
    emitter.keep(a, mark, to);
    mark = to;
    textMark = to;
    if (open.isEmpty()) {
      emitter.make(endTag.after());
    }
  }

  /** A start tag too long to be kept, of which only the beginning may be left. */
  TextMode startTooLong(Element element, boolean isRest) {
    if (isRest) {
      emitter.make(TAG_END);
    }
    emitter.separate();
    handler.closed(CloseReason.TAG_TOO_LONG);
    if (removal.active() || open.inForeign()) {
      return TextMode.DATA;
    }
    return removeText(element);
  }

  /** A part of an XML document too long to be kept: nothing after it can be read. */
  void abandon() {
    handler.closed(CloseReason.TAG_TOO_LONG);
  }

  /** An end tag in markup too long to be kept. */
  void endTooLong() {
    emitter.separate();
    handler.closed(CloseReason.TAG_TOO_LONG);
  }

  /** A tag that the page ended in, the rest of an array. */
  void unfinished(byte[] a, int to) {
    drop(a, mark, to);
    handler.closed(CloseReason.TAG_UNFINISHED);
  }

  /** Sends an end tag in place of one that was too long; the mark stands where it began. */
  void endTextTooLong(byte[] a, byte[] name) {
    handler.closed(CloseReason.TAG_TOO_LONG);
    if (removal.active()) {
      endRemovedText(mark);
    } else if (!held.active() || endHeld(a, mark, mark)) {
      settle(a, mark);
      emitter.make(endTag(name, ""));
      fences.lower(Element.of(name, 0, name.length));
    }
  }

  static byte[] endTag(byte[] name, String before) {
    return (before + "</" + new String(name, StandardCharsets.US_ASCII) + ">")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Drops what was not settled up to a position. */
  void skipTo(int to) {
    mark = to;
    textMark = to;
  }

  /** The end of the page: the held element is decided about as it is. */
  void finish(byte[] a) {
    if (held.active()) {
      endHeld(a, mark, mark);
    }
  }

  /** The end of the page in markup, where more markup can follow. */
  void append() {
    if (!removal.active()) {
      emitter.make(handler.atEnd());
    }
  }

  /** Lets go of what only the range at hand needed. */
  final void rest() {
    held.rest();
    startTag.rest();
    endTag.rest();
  }

  final long name(byte[] a) {
    return TagName.of(a, lexer.nameFrom(), lexer.nameTo());
  }

  private boolean breakoutFont(byte[] a, Element element) {
    if (element != Element.FONT) {
      return false;
    }
    startTag.show(a, a.length, element, Namespace.HTML);
    return startTag.has(Attribute.COLOR)
        || startTag.has(Attribute.FACE)
        || startTag.has(Attribute.SIZE);
  }
}
