package io.cookiegate.html;

import java.nio.charset.StandardCharsets;

/**
 * The tokenizer (WHATWG HTML 13.2.5) as far as the boundaries of tokens matter, pushed one chunk at a
 * time.
 *
 * <p>It runs over ranges of the caller's array. Text, comments and CDATA sections flow through;
 * a tag must be whole before it can be judged, so a chunk that ends inside one has the unfinished
 * bytes copied to a carry, and nothing else. The next chunk is then added to the carry in pieces that
 * double, the lexer goes on where it stopped, and after the tag the tokenizer returns to the caller's
 * array: every byte is looked at a bounded number of times however the page is cut.
 */
class Tokenizer {
  enum State {
    DATA,
    TEXT,
    PLAINTEXT,
    COMMENT,
    BOGUS_COMMENT,
    CDATA,
    /** Behind a part of an XML document that could not be read. */
    ABANDONED,
    /** Inside a tag that is too long to be kept. */
    OVERLONG,
    /** Inside a value of such a tag, which passes because nobody needs it. */
    LONG_VALUE,
    /** Behind that value. */
    LONG_REST
  }

  enum Kind {
    START,
    END,
    TEXT_END,
    /** A token of XML that is kept whole. */
    DECLARATION
  }

  private static final int NO_CUT = -1;
  private static final int FIRST_PIECE = 32;
  static final byte[] CDATA = "[CDATA[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT_END = {'-', '-', '>'};
  private static final byte[] CDATA_END = {']', ']', '>'};
  private static final byte[] BOGUS_END = {'>'};

  private final int longestTag;
  private final int longestEndTag;
  final TagLexer lexer;
  private final Editor editor;
  private final Fences fences;

  private final CommentScanner comment = new CommentScanner();
  final SectionScanner cdata = new SectionScanner();
  private final ScriptTextScanner script = new ScriptTextScanner();
  private final Carry carry;

  State state = State.DATA;
  Kind kind = Kind.START;
  boolean inTag;

  /** What ends the value that passes. */
  private byte quote;

  private int cut = NO_CUT;

  /** How many bytes of ranges were run over: a measure of the work that does not depend on clocks. */
  private long work;

  private TextMode mode = TextMode.DATA;
  private byte[] textName = {};
  private State afterOverlong = State.DATA;

  static Tokenizer of(Syntax syntax, TagHandler handler, HtmlLimits limits, Emitter emitter) {
    TagLexer lexer = new TagLexer(limits, handler);
    return switch (syntax) {
      case HTML -> new Tokenizer(limits, lexer, new Editor(handler, limits, emitter, lexer));
      case XML -> new XmlTokenizer(limits, lexer, new XmlEditor(handler, limits, emitter, lexer));
    };
  }

  Tokenizer(HtmlLimits limits, TagLexer lexer, Editor editor) {
    this.longestTag = limits.maxTag();
    this.longestEndTag = limits.maxEndTag();
    this.carry = new Carry(longestTag + FIRST_PIECE);
    this.lexer = lexer;
    this.editor = editor;
    this.fences = editor.fences();
  }

  /** Reads the next chunk. */
  void read(byte[] a, int from, int to) {
    int at = from;
    while (!carry.isEmpty() && at < to) {
      at = resume(a, at, to);
    }
    if (at < to) {
      run(a, at, to, to);
      if (cut != NO_CUT) {
        carry.append(a, cut, to);
        lexer.moveTo(0);
      }
    }
    carry.rest();
    editor.rest();
  }

  /** Goes on with the carried token; returns how far the chunk was used up. */
  private int resume(byte[] a, int from, int to) {
    int before = carry.length();
    int more = Math.max(FIRST_PIECE, Math.min(before, longestTag + FIRST_PIECE - before));
    int piece = Math.min(to - from, more);
    carry.append(a, from, from + piece);
    int at = runCarry(before);
    if (cut == NO_CUT) {
      carry.clear();
      return from + at - before;
    }
    carry.drop(cut);
    lexer.moveTo(0);
    return from + piece;
  }

  private int runCarry(int before) {
    int to = carry.length();
    if (!inTag) {
      return run(carry.array(), 0, before, to);
    }
    begin(0);
    work += to - before;
    int at = lexTag(carry.array(), before, to);
    return finishRun(carry.array(), at, before, to);
  }

  /** Reads a range up to its end, or up to the end of the first token past a stop. */
  private int run(byte[] a, int from, int stop, int to) {
    begin(from);
    work += to - from;
    return finishRun(a, from, stop, to);
  }

  private void begin(int from) {
    cut = NO_CUT;
    fences.begin();
    editor.begin(from);
  }

  long work() {
    return work;
  }

  /** How many bytes of them were searched for what ends another reader's text. */
  long searched() {
    return fences.work();
  }

  private int finishRun(byte[] a, int from, int stop, int to) {
    int at = from;
    while (true) {
      while (at < stop && cut == NO_CUT) {
        at = step(a, at, stop, to);
      }
      editor.settle(a, cut == NO_CUT ? at : cut);
      if (cut == NO_CUT || !inTag || !isTooLong(cut, to)) {
        return at;
      }
      cut = NO_CUT;
      at = longTag(a, to);
      if (at == NO_CUT) {
        tooLong(a);
        editor.skipTo(to);
        return to;
      }
    }
  }

  /**
   * Lets the beginning of a tag that is too long pass, up to the bound, if that ends in a value that
   * nobody needs; returns where that is.
   */
  private int longTag(byte[] a, int to) {
    if (kind != Kind.START || fences.up() || !passesLongValues() || !editor.passesPlainTags()) {
      return NO_CUT;
    }
    int at = lexer.base() + longestTag;
    int open = lexer.passingQuote(a, at);
    if (open == TagLexer.NONE || !editor.passes(a, at)) {
      lexer.lex(a, at, to);
      return NO_CUT;
    }
    quote = (byte) open;
    state = State.LONG_VALUE;
    inTag = false;
    return at;
  }

  /** Whether tags of this syntax may pass in parts. */
  boolean passesLongValues() {
    return true;
  }

  private int longValue(byte[] a, int from, int to) {
    int at = Swar.indexOf(a, from, to, quote);
    if (at == to) {
      return to;
    }
    state = State.LONG_REST;
    return at + 1;
  }

  private int longRest(byte[] a, int from, int to) {
    state = State.DATA;
    if (a[from] == '>') {
      return from + 1;
    }
    kind = Kind.START;
    inTag = true;
    lexer.beginRest(from);
    return lexTag(a, from, to);
  }

  int step(byte[] a, int from, int stop, int to) {
    return switch (state) {
      case DATA -> data(a, from, stop, to);
      case TEXT ->
          fences.up() || editor.doubtsText() ? fencedText(a, from, to) : text(a, from, to, to);
      case PLAINTEXT -> to;
      case COMMENT, BOGUS_COMMENT -> fences.up() ? fenced(a, from, to) : declaration(a, from, to);
      case CDATA -> fenced(a, from, to);
      case OVERLONG -> overlong(a, from, to);
      case LONG_VALUE -> longValue(a, from, to);
      case LONG_REST -> longRest(a, from, to);
      case ABANDONED -> abandoned(to);
    };
  }

  /** Marks the token at a position as cut by the end of the range. */
  final int cutAt(int at, int to) {
    cut = at;
    return to;
  }

  /** The data state: on from tag to tag. */
  final int data(byte[] a, int from, int stop, int to) {
    int at = from;
    int less = Swar.indexOf(a, at, to, (byte) '<');
    boolean calm = editor.passesPlainTags();
    while (less < to) {
      int after = calm ? TagLexer.plainTag(a, less, to) : less;
      int searched = less + 2;
      if (after == less) {
        after = markup(a, less, to, calm);
        searched = after;
        if (state != State.DATA || cut != NO_CUT) {
          return after;
        }
        calm = editor.passesPlainTags();
      }
      at = after;
      if (at >= stop) {
        return at;
      }
      // After a plain tag the search need not wait for where it ends.
      less = Swar.indexOf(a, searched, to, (byte) '<');
    }
    return to;
  }

  /** What a {@code <} begins: nearly always a tag in its usual shape. */
  private int markup(byte[] a, int less, int to, boolean calm) {
    int at = fences.up() ? less : lexer.usualTag(a, less, to, calm);
    if (at == less) {
      return open(a, less, to);
    }
    if (lexer.passes()) {
      return at;
    }
    boolean end = lexer.isEnd();
    if (lexer.done() && at - less <= longestEndTag) {
      return end ? endTag(a, at) : startTag(a, at);
    }
    kind = end ? Kind.END : Kind.START;
    if (lexer.done()) {
      return tag(a, at);
    }
    inTag = true;
    return lexTag(a, at, to);
  }

  private int endTag(byte[] a, int to) {
    editor.end(a, to);
    return to;
  }

  private int startTag(byte[] a, int to) {
    start(a, to);
    return to;
  }

  /** The tag open state (13.2.5.6). */
  int open(byte[] a, int less, int to) {
    if (less + 1 == to) {
      return cutAt(less, to);
    }
    byte b = a[less + 1];
    if (Ascii.isLetter(b)) {
      return beginTag(Kind.START, a, less, less + 1, to);
    }
    return switch (b) {
      case '/' -> openEnd(a, less, to);
      case '!' -> openDeclaration(a, less, to);
      case '?' -> begin(State.BOGUS_COMMENT, less + 1);
      default -> less + 1;
    };
  }

  /** The end tag open state (13.2.5.7). */
  private int openEnd(byte[] a, int less, int to) {
    if (less + 2 == to) {
      return cutAt(less, to);
    }
    byte b = a[less + 2];
    if (Ascii.isLetter(b)) {
      return beginTag(Kind.END, a, less, less + 2, to);
    }
    return b == '>' ? less + 3 : begin(State.BOGUS_COMMENT, less + 2);
  }

  /** The markup declaration open state (13.2.5.42); a doctype ends like a bogus comment. */
  private int openDeclaration(byte[] a, int less, int to) {
    int at = less + 2;
    if (at == to) {
      return cutAt(less, to);
    }
    if (a[at] == '[') {
      return openCdata(a, less, to);
    }
    if (a[at] != '-') {
      return begin(State.BOGUS_COMMENT, at);
    }
    if (at + 1 == to) {
      return cutAt(less, to);
    }
    if (a[at + 1] != '-') {
      return begin(State.BOGUS_COMMENT, at);
    }
    if (fences.scannerInEmptyScript()) {
      editor.endEmptyScript(a, less);
    }
    comment.begin();
    return begin(State.COMMENT, at + 2);
  }

  private int openCdata(byte[] a, int less, int to) {
    int at = less + 2;
    int compared = Math.min(CDATA.length, to - at);
    for (int i = 0; i < compared; i++) {
      if (a[at + i] != CDATA[i]) {
        return begin(State.BOGUS_COMMENT, at);
      }
    }
    if (compared < CDATA.length) {
      return cutAt(less, to);
    }
    int end = at + CDATA.length;
    if (editor.cdataIsUncertain()) {
      editor.dropAmbiguous(a, less, end);
      return end;
    }
    if (!editor.inForeign()) {
      return begin(State.BOGUS_COMMENT, at);
    }
    cdata.begin(']', 2);
    return begin(State.CDATA, end);
  }

  final int begin(State next, int at) {
    state = next;
    return at;
  }

  /** Comments of all kinds and CDATA sections, up to their end. */
  private int declaration(byte[] a, int from, int to) {
    return switch (state) {
      case COMMENT -> endOf(comment.scan(a, from, to), comment.done());
      case CDATA -> endOf(cdata.scan(a, from, to), cdata.done());
      default -> bogusComment(a, from, to);
    };
  }

  private int bogusComment(byte[] a, int from, int to) {
    int greater = Swar.indexOf(a, from, to, (byte) '>');
    return greater == to ? to : endOf(greater + 1, true);
  }

  final int endOf(int at, boolean done) {
    if (done) {
      state = State.DATA;
    }
    return at;
  }

  /** The same where another reader may be inside a text, whose end tag ends them too. */
  private int fenced(byte[] a, int from, int to) {
    int less = Swar.indexOf(a, from, to, (byte) '<');
    if (less > from) {
      return declaration(a, from, less);
    }
    return switch (fenceAt(a, less, to)) {
      case OPEN -> cutAt(less, to);
      case NO -> declaration(a, less, less + 1);
      case YES -> {
        editor.closeToken(a, less, missingEnd());
        state = State.DATA;
        yield less;
      }
    };
  }

  private Fences.Match fenceAt(byte[] a, int less, int to) {
    if (state == State.CDATA && cdata.passedGreater() && !fences.scannerInText()) {
      return Fences.markup(a, less, to);
    }
    return fences.at(a, less, to);
  }

  private byte[] missingEnd() {
    return switch (state) {
      case COMMENT -> COMMENT_END;
      case CDATA -> CDATA_END;
      default -> BOGUS_END;
    };
  }

  /** A text that is none to some reader; its own end tag ends it for all. */
  private int fencedText(byte[] a, int from, int to) {
    int less = Swar.indexOf(a, from, to, (byte) '<');
    if (less > from) {
      return text(a, from, less, to);
    }
    return switch (Fences.endTag(a, less, to, textName)) {
      case OPEN -> cutAt(less, to);
      case YES -> textUpToNext(a, less, to);
      case NO -> doubtful(a, less, to);
    };
  }

  private int textUpToNext(byte[] a, int less, int to) {
    return text(a, less, Swar.indexOf(a, less + 1, to, (byte) '<'), to);
  }

  private int doubtful(byte[] a, int less, int to) {
    // After an empty script, the scanner reads a script as we do.
    boolean same = mode == TextMode.SCRIPT && fences.scannerInEmptyScript();
    return switch (same ? Fences.Match.NO : fences.at(a, less, to)) {
      case OPEN -> cutAt(less, to);
      case NO -> editor.doubtsText() ? doubted(a, less, to) : textUpToNext(a, less, to);
      case YES -> endText(a, less);
    };
  }

  private int doubted(byte[] a, int less, int to) {
    return switch (Fences.markup(a, less, to)) {
      case OPEN -> cutAt(less, to);
      case NO -> textUpToNext(a, less, to);
      case YES -> editor.condemnText(a, less) ? textUpToNext(a, less, to) : endText(a, less);
    };
  }

  private int endText(byte[] a, int less) {
    editor.closeText(a, less, textName, mode == TextMode.SCRIPT);
    state = State.DATA;
    return less;
  }

  /** RCDATA, RAWTEXT and script data: on to where an end tag may stand. */
  private int text(byte[] a, int from, int scanTo, int to) {
    boolean scripted = mode == TextMode.SCRIPT;
    int less = scripted ? script.scan(a, from, scanTo) : Swar.indexOf(a, from, scanTo, (byte) '<');
    if (less == scanTo) {
      return less;
    }
    return switch (Fences.endTag(a, less, to, textName)) {
      case OPEN -> cutAt(less, to);
      case NO -> noEndTag(a, less, scripted);
      case YES -> beginTag(Kind.TEXT_END, a, less, less + 2, to);
    };
  }

  private int noEndTag(byte[] a, int less, boolean scripted) {
    if (scripted) {
      script.noEndTag();
    }
    return a[less + 1] == '/' ? less + 2 : less + 1;
  }

  final int beginTag(Kind what, byte[] a, int less, int nameFrom, int to) {
    kind = what;
    inTag = true;
    lexer.begin(less, nameFrom);
    return lexTag(a, nameFrom, to);
  }

  /** Goes on with the tag; where another reader may be inside a text, only up to its end. */
  int lexTag(byte[] a, int from, int to) {
    int limit = fences.up() ? nextFence(a, from, to) : to;
    int at = lexer.lex(a, from, limit);
    if (lexer.done()) {
      inTag = false;
      return tag(a, at);
    }
    if (limit == to) {
      return cutAt(lexer.base(), to);
    }
    inTag = false;
    if (isTooLong(lexer.base(), limit)) {
      editor.settle(a, lexer.base());
      tooLong(a);
      return endOverlong(limit);
    }
    editor.dropAmbiguous(a, lexer.base(), limit);
    return limit;
  }

  /** Looks for the end of another reader's text inside the tag; once for all tags before it. */
  private int nextFence(byte[] a, int from, int to) {
    return fences.find(a, Math.max(lexer.base() + 1, from - Fences.OVERLAP), to);
  }

  /** A whole tag. */
  private int tag(byte[] a, int to) {
    if (isTooLong(lexer.base(), to) || lexer.overflowing()) {
      editor.settle(a, lexer.base());
      int passed = isTooLong(lexer.base(), to) ? longTag(a, to) : NO_CUT;
      if (passed != NO_CUT) {
        return passed;
      }
      tooLong(a);
      state = afterOverlong;
      editor.skipTo(to);
      overlongEnds();
      return to;
    }
    switch (kind) {
      case START -> start(a, to);
      case END -> editor.end(a, to);
      case TEXT_END -> {
        editor.endText(a, to);
        state = State.DATA;
      }
      case DECLARATION -> {}
    }
    return to;
  }

  private void start(byte[] a, int to) {
    if (lexer.isRest()) {
      editor.startRest(a, to);
      return;
    }
    TextMode next = editor.start(a, to);
    if (next != TextMode.DATA) {
      enter(next, lexer.element());
    }
  }

  /** Begins inside a text, as the public conformance cases do and pages never. */
  void beginIn(TextMode text, byte[] endName) {
    mode = text;
    state = text == TextMode.PLAINTEXT ? State.PLAINTEXT : State.TEXT;
    textName = endName;
    script.begin();
  }

  /** Reads on in a text mode. */
  private void enter(TextMode next, Element element) {
    if (next == TextMode.DATA) {
      return;
    }
    beginIn(next, TextMode.endName(element));
  }

  /** Gives up a tag: decides about it by its name and forgets its bytes. */
  void tooLong(byte[] a) {
    Element element = lexer.element();
    state = State.DATA;
    switch (kind) {
      case START -> enter(editor.startTooLong(element, lexer.isRest()), element);
      case END -> editor.endTooLong();
      case TEXT_END -> editor.endTextTooLong(a, textName);
      case DECLARATION -> {}
    }
    skipOverlong();
  }

  final void skipOverlong() {
    afterOverlong = state;
    state = State.OVERLONG;
    inTag = false;
    lexer.forget();
  }

  /** Leaves the rest of the page out. */
  final void abandon() {
    editor.abandon();
    afterOverlong = State.ABANDONED;
    state = State.ABANDONED;
    inTag = false;
  }

  final boolean isTooLong(int from, int to) {
    boolean ends = kind == Kind.END || kind == Kind.TEXT_END;
    return to - from > (ends ? longestEndTag : longestTag);
  }

  private int abandoned(int to) {
    editor.skipTo(to);
    return to;
  }

  private int overlong(byte[] a, int from, int to) {
    int limit = fences.up() ? fences.next(a, from, to) : to;
    int at = lexer.lex(a, from, limit);
    editor.skipTo(at);
    if (lexer.done()) {
      state = afterOverlong;
      overlongEnds();
      return at;
    }
    if (limit == to) {
      return to;
    }
    return fences.at(a, limit, to) == Fences.Match.OPEN ? cutAt(limit, to) : endOverlong(limit);
  }

  /** The end of a tag too long to be kept. */
  void overlongEnds() {
    // In HTML what becomes of its element is known from its name.
  }

  /** Ends a tag too long to be kept where the text ends that another reader is inside. */
  private int endOverlong(int at) {
    state = State.DATA;
    editor.endRemovedText(at);
    editor.skipTo(at);
    return at;
  }

  /** Ends the page. */
  void end() {
    if (!carry.isEmpty()) {
      editor.begin(0);
      if (inTag) {
        editor.unfinished(carry.array(), carry.length());
      } else if (state == State.OVERLONG) {
        editor.skipTo(carry.length());
      }
      editor.settle(carry.array(), carry.length());
    }
    editor.begin(0);
    editor.finish(carry.array());
    if (state == State.DATA && carry.isEmpty()) {
      editor.append();
    }
  }
}
