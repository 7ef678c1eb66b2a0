package io.cookiegate.html;

/**
 * The tag states (WHATWG HTML 13.2.5.8 and 13.2.5.32 to 40) over a contiguous array, resumable at
 * any byte. Positions are kept relative to the tag's {@code <}, so that a tag cut by the end of a
 * chunk can be moved and resumed where it stopped, never from its start.
 */
final class TagLexer {
  // Ints and not an enum: a switch over an enum goes through a table of its own for every step.
  private static final int TAG_NAME = 0;
  private static final int BEFORE_NAME = 1;
  private static final int NAME = 2;
  private static final int AFTER_NAME = 3;
  private static final int BEFORE_VALUE = 4;
  private static final int DOUBLE_QUOTED = 5;
  private static final int SINGLE_QUOTED = 6;
  private static final int UNQUOTED = 7;
  private static final int DONE = 8;

  /** No quote. */
  static final int NONE = 0;

  /** The bytes that are read at once where a name begins, two words. */
  private static final int NAME_ROOM = 16;

  /** The bytes that must be at hand where a tag begins for it to be read at once. */
  private static final int USUAL_ROOM = 16;

  private final Spans spans;
  private final int mostAttributes;
  private final int longestPassing;
  private int phase = DONE;
  private int base;
  private int nameFrom;
  private int nameTo;
  private Element element = Element.UNKNOWN;
  private boolean selfClosing;
  private boolean storing;

  /** Whether the tag at hand is nothing to the handler. */
  private boolean passes;

  /** Whether the last byte of a tag without its bytes was a slash between attributes. */
  private boolean slashed;

  private final TagHandler handler;
  private final AttributeSet heeded;

  TagLexer(HtmlLimits limits, TagHandler handler) {
    this.handler = handler;
    this.heeded = handler.heeded();
    // An attribute costs 17 bytes here: a tag's positions stay within little more than half of the
    // bytes it may have.
    this.mostAttributes = limits.maxTag() / 32;
    this.spans = new Spans(mostAttributes + 1);
    this.longestPassing = limits.maxEndTag();
  }

  /** Begins a tag whose {@code <} is at one position and whose name begins at another. */
  void begin(int tagFrom, int tagNameFrom) {
    phase = TAG_NAME;
    base = tagFrom;
    nameFrom = tagNameFrom - tagFrom;
    nameTo = -1;
    element = Element.UNKNOWN;
    spans.clear();
    selfClosing = false;
    storing = true;
  }

  /** Begins what is left of a tag, behind a value that was not kept. */
  void beginRest(int from) {
    phase = BEFORE_NAME;
    base = from;
    nameFrom = 0;
    nameTo = 0;
    spans.clear();
    selfClosing = false;
    storing = true;
  }

  /** Whether the tag at hand is what is left of one. */
  boolean isRest() {
    return nameFrom == 0;
  }

  /**
   * Reads the tag at hand again, up to a position.
   *
   * @return the quote of the value that is open there, where the handler does not need the rest of it
   */
  int passingQuote(byte[] a, int to) {
    if (isRest()) {
      beginRest(base);
    } else {
      begin(base, base + nameFrom);
    }
    lex(a, base + nameFrom, to);
    int i = spans.count();
    boolean passes =
        (phase == DOUBLE_QUOTED || phase == SINGLE_QUOTED)
            && i <= mostAttributes
            && mayComeInParts()
            && !handler.heedsBegun(element, attribute(i), a, span(i, 0), span(i, 2), to);
    return passes ? (phase == DOUBLE_QUOTED ? '"' : '\'') : NONE;
  }

  // Of an input, an attribute means what it means, and where nothing is open it ends nothing.
  private boolean mayComeInParts() {
    return element.isPlain() || element == Element.INPUT;
  }

  /** Goes on with the tag after it was moved. */
  void moveTo(int tagFrom) {
    base = tagFrom;
  }

  /** Goes on with the tag without its bytes: only its end matters. */
  void forget() {
    storing = false;
    slashed = false;
    spans.clear();
  }

  boolean done() {
    return phase == DONE;
  }

  /** Whether the tag has more attributes than are kept. */
  boolean overflowing() {
    return spans.count() > mostAttributes;
  }

  /** Lexes on; returns the position after the tag's {@code >}, or the end of the range. */
  int lex(byte[] a, int from, int to) {
    int at = from;
    while (at < to && phase != DONE) {
      at = step(a, at, to);
    }
    return at;
  }

  private int step(byte[] a, int from, int to) {
    return switch (phase) {
      case TAG_NAME -> tagName(a, from, to);
      case BEFORE_NAME -> beforeName(a, from, to);
      case NAME -> name(a, from, to);
      case AFTER_NAME -> afterName(a, from, to);
      case BEFORE_VALUE -> beforeValue(a, from, to);
      case DOUBLE_QUOTED -> quoted(a, from, to, (byte) '"');
      case SINGLE_QUOTED -> quoted(a, from, to, (byte) '\'');
      case UNQUOTED -> unquoted(a, from, to);
      default -> from;
    };
  }

  /**
   * Reads a tag in its usual shape at once, from its {@code <} on, as far as it has that shape.
   *
   * @param calm whether plain tags may pass, so that of one its end is all that is read
   * @return the position after the tag, or where to go on with it; the {@code <} where nothing of it
   *     was read
   */
  int usualTag(byte[] a, int less, int to, boolean calm) {
    if (less + USUAL_ROOM > to) {
      return less;
    }
    int from = less + (a[less + 1] == '/' ? 2 : 1);
    long word = Swar.read(a, from);
    int length = Swar.first(Swar.nameEnds(word));
    int at = from + length;
    if (length == 8 || !Ascii.isLetter(a[from]) || !Ascii.endsTagName(a[at])) {
      return less;
    }
    element = Element.of(word, length);
    base = less;
    nameFrom = from - less;
    nameTo = at - less;
    spans.clear();
    selfClosing = false;
    storing = true;
    boolean plain = calm && element.isPlain();
    int end = a[at] == '>' ? at + 1 : plain ? skim(a, at, to) : at;
    passes = plain && end > at && end - less <= longestPassing;
    if (passes || a[at] == '>') {
      phase = DONE;
      return end;
    }
    phase = BEFORE_NAME;
    return usual(a, at, to);
  }

  /**
   * The position after a tag that is nothing but a name, and the name no remarkable element's; that
   * of its {@code <} where it is another one, or not sure.
   */
  static int plainTag(byte[] a, int less, int to) {
    if (less + USUAL_ROOM > to) {
      return less;
    }
    int from = a[less + 1] == '/' ? less + 2 : less + 1;
    long word = Swar.read(a, from);
    int length = Swar.first(Swar.nameEnds(word));
    boolean plain = Element.isSurelyPlain(a[from], length) && a[from + length] == '>';
    return plain ? from + length + 1 : less;
  }

  /** Whether the tag at hand, read at once, is of an unremarkable element without what matters. */
  boolean passes() {
    return passes;
  }

  /** Whether the tag at hand, of which the name was read, is an end tag. */
  boolean isEnd() {
    return nameFrom == 2;
  }

  private int tagName(byte[] a, int from, int to) {
    int at = Swar.nameEnd(a, from, to);
    while (at < to && !Ascii.endsTagName(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    nameTo = at - base;
    if (storing) {
      element = Element.of(a, nameFrom(), at);
    }
    if (a[at] == '>') {
      phase = DONE;
      return at + 1;
    }
    phase = BEFORE_NAME;
    return at;
  }

  /**
   * Attributes in their usual shape, one space, a name, an equals sign and a value in quotes, without a
   * step between their parts; stops before anything else but the end of the tag.
   */
  private int usual(byte[] a, int from, int to) {
    int at = from;
    while (isAttribute(a, at, to) && spans.count() < mostAttributes) {
      int next = usualAttribute(a, at + 1, to, true);
      if (next == at + 1) {
        break;
      }
      at = next;
    }
    int end = tagEnd(a, at, to);
    return end == at ? at : finish(end - 1, a[end - 2] == '/');
  }

  /** The position after the end of a tag that follows, perhaps behind a space or a slash, or there. */
  private static int tagEnd(byte[] a, int from, int to) {
    if (from < to && a[from] == '>') {
      return a[from - 1] == '/' ? from : from + 1;
    }
    int at = from < to && Ascii.isSpace(a[from]) ? from + 1 : from;
    at = at < to && a[at] == '/' ? at + 1 : at;
    return at < to && a[at] == '>' ? at + 1 : from;
  }

  /**
   * The end of a tag, from behind its name on, that has nothing but usual attributes that are nothing
   * to the handler; the position itself where it has others.
   */
  private int skim(byte[] a, int from, int to) {
    int at = from;
    for (int i = 0; i < mostAttributes && isAttribute(a, at, to); i++) {
      int next = usualAttribute(a, at + 1, to, false);
      if (next == at + 1) {
        break;
      }
      at = next;
    }
    int end = tagEnd(a, at, to);
    return end == at ? from : end;
  }

  private static boolean isAttribute(byte[] a, int at, int to) {
    return at + 1 + NAME_ROOM <= to && a[at] == ' ';
  }

  /**
   * An attribute whose name begins at a position; returns this where it is not as usual, or where it is
   * not to be kept and something to the handler.
   */
  private int usualAttribute(byte[] a, int from, int to, boolean keep) {
    long word = Swar.read(a, from);
    int length = Swar.first(Swar.nameEnds(word));
    if (length == 0) {
      return from;
    }
    int name;
    if (length == 8) {
      length += Swar.first(Swar.nameEnds(Swar.read(a, from + 8)));
      if (length == NAME_ROOM) {
        length = Swar.nameEnd(a, from + NAME_ROOM, to) - from;
      }
      name = Attribute.ordinalOf(word, Swar.read(a, from + length - 8), length);
    } else {
      name = Attribute.ordinalOf(word, length);
    }
    int nameTo = from + length;
    if (nameTo + 2 >= to) {
      return from;
    }
    if (a[nameTo] != '=') {
      boolean empty = endsEmpty(a[nameTo], a[nameTo + 1]);
      return empty && takes(a, from, nameTo, nameTo, nameTo, name, keep) ? nameTo : from;
    }
    byte quote = a[nameTo + 1];
    if (quote != '"' && quote != '\'') {
      return from;
    }
    int valueTo = Swar.indexOf(a, nameTo + 2, to, quote);
    boolean taken = valueTo < to && takes(a, from, nameTo, nameTo + 2, valueTo, name, keep);
    return taken ? valueTo + 1 : from;
  }

  /** Whether an attribute has no value for sure: the next one follows, or the end of the tag. */
  private static boolean endsEmpty(byte end, byte next) {
    return end == '>' || (end == ' ' && Ascii.isLetter(next));
  }

  private boolean takes(
      byte[] a, int from, int nameTo, int valueFrom, int valueTo, int name, boolean keep) {
    if (!keep) {
      return !heeded.contains(name)
          || !handler.heeds(element, Attribute.of(name), a, from, valueFrom, valueTo);
    }
    spans.add(from - base, nameTo - base, valueFrom - base, valueTo - base, name);
    return true;
  }

  private int beforeName(byte[] a, int from, int to) {
    int at = storing ? usual(a, from, to) : from;
    return phase == DONE ? at : beforeAnyName(a, at, to);
  }

  private int beforeAnyName(byte[] a, int from, int to) {
    int at = from;
    while (at < to && (Ascii.isSpace(a[at]) || a[at] == '/')) {
      at++;
    }
    if (!storing && at > from) {
      slashed = a[at - 1] == '/';
    }
    if (at == to) {
      return at;
    }
    if (a[at] == '>') {
      return finish(at, storing ? a[at - 1] == '/' : slashed);
    }
    open(at);
    // The first byte belongs to the name whatever it is: a leading = does.
    return name(a, at + 1, to);
  }

  private int name(byte[] a, int from, int to) {
    int at = from;
    while (at < to && !Ascii.endsAttributeName(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    put(1, at);
    put(2, at);
    put(3, at);
    if (storing) {
      spans.put(Attribute.ordinalOf(a, base + spans.position(spans.count(), 0), at));
    }
    if (a[at] == '=') {
      phase = BEFORE_VALUE;
      return at + 1;
    }
    phase = AFTER_NAME;
    return at;
  }

  private int afterName(byte[] a, int from, int to) {
    int at = from;
    while (at < to && Ascii.isSpace(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    if (a[at] == '=') {
      phase = BEFORE_VALUE;
      return at + 1;
    }
    phase = BEFORE_NAME;
    close();
    return at;
  }

  private int beforeValue(byte[] a, int from, int to) {
    int at = from;
    while (at < to && Ascii.isSpace(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    return switch (a[at]) {
      case '"' -> value(DOUBLE_QUOTED, at + 1);
      case '\'' -> value(SINGLE_QUOTED, at + 1);
      case '>' -> missingValue(at);
      default -> value(UNQUOTED, at);
    };
  }

  private int value(int next, int at) {
    put(2, at);
    phase = next;
    return at;
  }

  private int missingValue(int at) {
    put(2, at);
    put(3, at);
    close();
    return finish(at, false);
  }

  private int quoted(byte[] a, int from, int to, byte quote) {
    int at = Swar.indexOf(a, from, to, quote);
    if (at == to) {
      return at;
    }
    put(3, at);
    close();
    phase = BEFORE_NAME;
    return at + 1;
  }

  private int unquoted(byte[] a, int from, int to) {
    int at = from;
    while (at < to && !Ascii.endsUnquoted(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    put(3, at);
    close();
    if (a[at] == '>') {
      return finish(at, false);
    }
    phase = BEFORE_NAME;
    return at + 1;
  }

  private int finish(int at, boolean slash) {
    selfClosing = slash;
    phase = DONE;
    return at + 1;
  }

  /** Begins an attribute. */
  private void open(int at) {
    phase = NAME;
    slashed = false;
    spans.open(at - base);
  }

  private void put(int field, int at) {
    spans.put(field, at - base);
  }

  /** Ends an attribute. */
  private void close() {
    if (storing && spans.count() <= mostAttributes) {
      spans.close();
    }
  }

  /** The position of the tag's {@code <}. */
  int base() {
    return base;
  }

  /** The position of the tag's name. */
  int nameFrom() {
    return base + nameFrom;
  }

  /** The position after the tag's name, which must have been reached. */
  int nameTo() {
    return base + nameTo;
  }

  /** Whether the end of the name was reached. */
  boolean named() {
    return nameTo >= 0;
  }

  /** The element of the tag's name, as far as the name was reached. */
  Element element() {
    return element;
  }

  int count() {
    return spans.count();
  }

  /** One of the four positions of an attribute. */
  int span(int attribute, int field) {
    return base + spans.position(attribute, field);
  }

  /** The known name of an attribute. */
  Attribute attribute(int attribute) {
    return spans.name(attribute);
  }

  /** Whether any attribute has a name of a set. */
  boolean hasAny(AttributeSet set) {
    return spans.hasAny(set);
  }

  /** The first attribute, from one on, that has a name of a set; the count where none has. */
  int next(AttributeSet set, int from) {
    return spans.next(set, from);
  }

  boolean selfClosing() {
    return selfClosing;
  }
}
