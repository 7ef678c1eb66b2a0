package io.cookiegate.gate;

import io.cookiegate.classification.ScriptSymbols;
import org.jspecify.annotations.Nullable;

/**
 * A lexer of JavaScript in pieces (ECMA-262 section 12): it tells code, strings, templates, comments
 * and regular expressions apart and resolves escapes, in constant memory.
 *
 * <p>The one thing that cannot be told without parsing is whether a slash divides or begins a regular
 * expression. What stands before it decides: a slash after a value divides. Parentheses are a value
 * but for those of {@code if}, {@code while}, {@code for} and {@code with}, which {@link
 * ScriptNesting} remembers. Where this may be wrong (after a block, after {@code ++}), or has shown
 * to be wrong (a string, a regular expression that does not end on its line, brackets that do not
 * match), the lexer is {@link #unsure()} from there to the end: its reader must then take everything
 * for code and for strings, comments included, so that no misreading hides code.
 */
final class ScriptLexer {
  enum State {
    CODE,
    CODE_ESCAPE,
    SLASH,
    LESS,
    DASH,
    LINE_COMMENT,
    BLOCK_COMMENT,
    QUOTED,
    QUOTED_ESCAPE,
    TEMPLATE,
    TEMPLATE_ESCAPE,
    REGEX
  }

  /** What stands before: whether a slash divides. */
  enum Before {
    VALUE,
    PROBABLY_VALUE,
    OPERATOR,
    PROBABLY_OPERATOR,
    DOT
  }

  /** Where a lexer is that keeps nothing of the text. */
  record Place(
      State state,
      Before before,
      boolean unsure,
      boolean lineStart,
      int last,
      int count,
      int quote,
      boolean set,
      boolean argument,
      boolean isBehindAscii,
      ScriptNesting.Place nesting) {
    static final Place START =
        new Place(
            State.CODE,
            Before.OPERATOR,
            false,
            true,
            0,
            0,
            0,
            false,
            false,
            true,
            ScriptNesting.Place.START);
  }

  private static final byte[] HTML_OPEN = {'<', '!', '-', '-'};

  private final ScriptReader reader;
  private final ScriptNesting nesting = new ScriptNesting();
  private final ScriptEscape escape = new ScriptEscape();
  private final ScriptWord word = new ScriptWord();
  private final ScriptUnits units;

  private State state = State.CODE;
  private Before before = Before.OPERATOR;
  private boolean module;
  private boolean unsure;
  private boolean inWord;
  private boolean member;
  private boolean head;
  private boolean lineStart;
  private int last;
  private int count;
  private int quote;
  private boolean set;
  private boolean argument;
  private boolean isGuessed;
  private int start;
  private int lastOfPiece;

  ScriptLexer(ScriptReader reader) {
    this.reader = reader;
    this.units = new ScriptUnits(reader::string);
    begin(false, false);
  }

  /**
   * Begins with a script.
   *
   * @param isModule whether it is a module, in which {@code <!--} is no comment
   * @param guessed whether a backslash after a byte beyond ASCII may be the second half of a
   *     character, for all that is known of the page
   */
  void begin(boolean isModule, boolean guessed) {
    isGuessed = guessed;
    module = isModule;
    goTo(Place.START);
  }

  /**
   * Whether the string at hand is handed to a function: it is, or begins, one of the arguments of a
   * call of something else than {@link ScriptWord#onlyReads}, or it is a tagged template.
   */
  boolean isArgument() {
    return argument;
  }

  /** Whether what was told may be wrong. */
  boolean unsure() {
    return unsure || nesting.lost();
  }

  /** Reads the next piece, as long as its reader wants more. */
  void read(byte[] a, int from, int to) {
    int i = from;
    start = from;
    while (i < to && !reader.isDone()) {
      i =
          switch (state) {
            case CODE -> code(a, i, to);
            case SLASH -> slash(a, i);
            case LESS -> less(a, i);
            case DASH -> dash(a, i);
            case LINE_COMMENT -> lineComment(a, i, to);
            case BLOCK_COMMENT -> blockComment(a, i, to);
            case QUOTED -> quoted(a, i, to);
            case TEMPLATE -> template(a, i, to);
            case REGEX -> regex(a, i, to);
            case CODE_ESCAPE, QUOTED_ESCAPE, TEMPLATE_ESCAPE -> escaped(a, i);
          };
    }
    lastOfPiece = to > from ? a[to - 1] : lastOfPiece;
  }

  /** Where this is between two pieces; null where it keeps something of the text. */
  @Nullable Place place() {
    // Behind a word it is the word that says what follows, and whether it is a head.
    boolean keeps = inWord || head || last == 0 || units.isOpen() || isEscaping();
    return keeps
        ? null
        : new Place(
            state,
            before,
            unsure,
            lineStart,
            last,
            count,
            quote,
            set,
            argument,
            lastOfPiece >= 0,
            nesting.place());
  }

  private boolean isEscaping() {
    return switch (state) {
      case CODE_ESCAPE, QUOTED_ESCAPE, TEMPLATE_ESCAPE -> true;
      default -> false;
    };
  }

  /** Goes where a lexer of the same kind of script was. */
  void goTo(Place place) {
    units.begin();
    inWord = false;
    head = false;
    state = place.state;
    before = place.before;
    unsure = place.unsure;
    lineStart = place.lineStart;
    last = place.last;
    count = place.count;
    quote = place.quote;
    set = place.set;
    argument = place.argument;
    lastOfPiece = place.isBehindAscii ? 0 : -1;
    nesting.goTo(place.nesting);
  }

  /** Ends the script. */
  void end() {
    if (state == State.SLASH || state == State.LESS || state == State.DASH) {
      reader.code(last);
    }
    if (state == State.QUOTED || state == State.TEMPLATE) {
      reader.stringEnds();
    }
    endWord();
  }

  private int code(byte[] a, int from, int to) {
    int i = from;
    while (i < to && state == State.CODE) {
      int c = a[i] & 0xff;
      if (ScriptSymbols.inWord(c)) {
        i = word(a, i, to);
      } else {
        endWord();
        guess(a, i);
        mark(c);
        i++;
      }
    }
    return i;
  }

  private int word(byte[] a, int from, int to) {
    int end = from + 1;
    while (end < to && ScriptSymbols.inWord(a[end] & 0xff)) {
      end++;
    }
    wordBegins();
    word.add(a, from, end);
    reader.word(a, from, end);
    return end;
  }

  private void word(int c) {
    wordBegins();
    word.add(c);
    reader.code(c);
  }

  private void wordBegins() {
    if (!inWord) {
      inWord = true;
      member = before == Before.DOT;
      lineStart = false;
      word.begin();
    }
  }

  private void endWord() {
    if (inWord) {
      inWord = false;
      before = member ? Before.VALUE : afterWord();
      head = !member && (word.comesBeforeHead() || (head && word.mayComeBeforeValue()));
      last = 0;
    }
  }

  private Before afterWord() {
    if (word.mayComeBeforeValue()) {
      return Before.PROBABLY_OPERATOR;
    }
    return word.comesBeforeValue() ? Before.OPERATOR : Before.VALUE;
  }

  private void mark(int c) {
    switch (c) {
      case '\n', '\r' -> newline();
      case '"', '\'' -> quote(c);
      case '`' -> templateBegins();
      case '/' -> enter(State.SLASH, c);
      case '\\' -> escape(State.CODE_ESCAPE);
      case '<' -> enter(State.LESS, c);
      case '-' -> minus(c);
      case '(', '[', '{' -> open(c);
      case ')', ']', '}' -> close(c);
      default -> other(c);
    }
  }

  private void other(int c) {
    if (ScriptSymbols.isSpace(c)) {
      reader.gap();
    } else {
      punctuator(c);
    }
  }

  private void punctuator(int c) {
    boolean step = (c == '+' || c == '-') && last == c;
    before = c == '.' ? Before.DOT : step ? Before.PROBABLY_VALUE : Before.OPERATOR;
    token(c);
  }

  private void token(int c) {
    reader.code(c);
    last = c;
    lineStart = false;
    head = false;
  }

  private void newline() {
    lineStart = true;
    reader.gap();
  }

  private void enter(State next, int c) {
    state = next;
    last = c;
    count = 1;
  }

  private void minus(int c) {
    if (lineStart) {
      enter(State.DASH, c);
    } else {
      punctuator(c);
    }
  }

  // Brackets.

  private void open(int c) {
    nesting.open(kind(c));
    before = Before.OPERATOR;
    token(c);
  }

  private ScriptNesting.Kind kind(int c) {
    if (c == '[') {
      boolean list = before == Before.OPERATOR && nesting.in(ScriptNesting.Kind.APPLY);
      return list ? ScriptNesting.Kind.LIST : ScriptNesting.Kind.SQUARE;
    }
    if (c == '(') {
      return head ? ScriptNesting.Kind.HEAD : parenthesis();
    }
    boolean value = before == Before.OPERATOR && "=(,:[?&|".indexOf(last) >= 0;
    return value ? ScriptNesting.Kind.OBJECT : ScriptNesting.Kind.BLOCK;
  }

  private ScriptNesting.Kind parenthesis() {
    if (before == Before.DOT) {
      // Only of an optional call (?.) it is the end.
      return ScriptNesting.Kind.CALL;
    }
    boolean reads = last == 0 && word.onlyReads();
    if (before != Before.VALUE || reads) {
      return ScriptNesting.Kind.PARENTHESIS;
    }
    boolean applies = last == 0 && word.handsOn();
    return applies ? ScriptNesting.Kind.APPLY : ScriptNesting.Kind.CALL;
  }

  private void close(int c) {
    ScriptNesting.Kind kind = nesting.close(c);
    if (kind == ScriptNesting.Kind.HOLE) {
      templateGoesOn();
      return;
    }
    token(c);
    before =
        switch (kind) {
          case HEAD -> Before.OPERATOR;
          case BLOCK -> Before.PROBABLY_OPERATOR;
          default -> Before.VALUE;
        };
  }

  // Slashes, and the comments of ECMA-262 annex B.1.1.

  private int slash(byte[] a, int at) {
    int c = a[at];
    if (c == '/' || c == '*') {
      state = c == '/' ? State.LINE_COMMENT : State.BLOCK_COMMENT;
      count = 0;
      // What opens a comment to this reader may be the slashes of an address to a browser.
      aside('/');
      aside(c);
      return at + 1;
    }
    unsure |= before != Before.VALUE && before != Before.OPERATOR;
    if (before == Before.OPERATOR || before == Before.PROBABLY_OPERATOR) {
      state = State.REGEX;
      set = false;
      count = 0;
      aside('/');
    } else {
      state = State.CODE;
      punctuator('/');
    }
    return at;
  }

  private int less(byte[] a, int at) {
    if (a[at] == HTML_OPEN[count]) {
      if (++count == HTML_OPEN.length) {
        unsure |= module;
        state = State.LINE_COMMENT;
        count = 0;
      }
      return at + 1;
    }
    state = State.CODE;
    for (int i = 0; i < count; i++) {
      punctuator(HTML_OPEN[i]);
    }
    return at;
  }

  private int dash(byte[] a, int at) {
    int c = a[at];
    if (c == '-' && count == 1) {
      count = 2;
      return at + 1;
    }
    if (c == '>' && count == 2) {
      unsure |= module;
      state = State.LINE_COMMENT;
      count = 0;
      return at + 1;
    }
    state = State.CODE;
    for (int i = 0; i < count; i++) {
      punctuator('-');
    }
    return at;
  }

  private int lineComment(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = a[i] & 0xff;
      if (endsLine(c)) {
        state = State.CODE;
        newline();
        return i + 1;
      }
      aside(c);
    }
    return to;
  }

  private void aside(int c) {
    if (unsure()) {
      reader.aside(c);
    }
  }

  // A line also ends in U+2028 and U+2029, E2 80 A8 and E2 80 A9 in UTF-8.
  private boolean endsLine(int c) {
    if (c == '\n' || c == '\r') {
      return true;
    }
    boolean separator = count == 2 && (c == 0xa8 || c == 0xa9);
    count = c == 0xe2 ? 1 : c == 0x80 && count == 1 ? 2 : 0;
    return separator;
  }

  private int blockComment(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = a[i] & 0xff;
      if (c == '/' && count == 1) {
        state = State.CODE;
        reader.gap();
        return i + 1;
      }
      count = c == '*' ? 1 : 0;
      lineStart |= c == '\n';
      aside(c);
    }
    return to;
  }

  // Regular expressions.

  private int regex(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = a[i] & 0xff;
      if (c == '\n' || c == '\r') {
        unsure = true;
        state = State.CODE;
        return i;
      }
      if (c >= '[' && c <= ']') {
        guess(a, i);
      }
      aside(c);
      if (endsRegex(c)) {
        state = State.CODE;
        before = Before.VALUE;
        last = c;
        lineStart = false;
        return i + 1;
      }
    }
    return to;
  }

  private boolean endsRegex(int c) {
    if (count == 1) {
      count = 0;
      return false;
    }
    count = c == '\\' ? 1 : 0;
    set = c == '[' || (set && c != ']');
    return c == '/' && !set;
  }

  // Strings and templates.

  private void quote(int c) {
    quote = c;
    argument = beginsArgument();
    token(c);
    state = State.QUOTED;
    reader.stringBegins();
  }

  private int quoted(byte[] a, int from, int to) {
    int end = from;
    while (end < to && !endsRun(a[end])) {
      end++;
    }
    if (end > from) {
      reader.string(a, from, end);
    }
    if (end == to) {
      return to;
    }
    if (a[end] == quote) {
      stringEnds();
      return end + 1;
    }
    if (a[end] == '\\') {
      guess(a, end);
      escape(State.QUOTED_ESCAPE);
      return end + 1;
    }
    unsure = true;
    stringBreaks();
    return end;
  }

  // No quote stands where the line ends, and none is told.
  private void stringBreaks() {
    reader.stringEnds();
    state = State.CODE;
    last = quote;
    lineStart = false;
    head = false;
    before = Before.VALUE;
  }

  private boolean endsRun(int c) {
    return c == quote || c == '\\' || c == '\n' || c == '\r';
  }

  private void stringEnds() {
    reader.stringEnds();
    state = State.CODE;
    token(quote);
    before = Before.VALUE;
  }

  private boolean beginsArgument() {
    boolean call =
        nesting.in(ScriptNesting.Kind.CALL)
            || nesting.in(ScriptNesting.Kind.APPLY)
            || nesting.in(ScriptNesting.Kind.LIST);
    return call && "([,?:|&>".indexOf(last) >= 0;
  }

  private void templateBegins() {
    argument = before == Before.VALUE || beginsArgument();
    token('`');
    quote = '`';
    state = State.TEMPLATE;
    count = 0;
    reader.stringBegins();
  }

  private void templateGoesOn() {
    state = State.TEMPLATE;
    quote = '`';
    count = 0;
    reader.stringBegins();
  }

  private int template(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = a[i] & 0xff;
      if (c == '`' || c == '\\') {
        guess(a, i);
      }
      if (c == '`') {
        stringEnds();
        return i + 1;
      }
      if (c == '\\') {
        escape(State.TEMPLATE_ESCAPE);
        return i + 1;
      }
      if (c == '{' && count == 1) {
        hole();
        return i + 1;
      }
      count = c == '$' ? 1 : 0;
      reader.string(c);
    }
    return to;
  }

  private void hole() {
    reader.stringEnds();
    nesting.open(ScriptNesting.Kind.HOLE);
    state = State.CODE;
    before = Before.OPERATOR;
    last = '(';
  }

  // Escapes.

  private void guess(byte[] a, int at) {
    boolean beyondAscii = (at > start ? a[at - 1] : lastOfPiece) < 0;
    unsure |= isGuessed && beyondAscii && a[at] >= '@';
  }

  private void escape(State next) {
    state = next;
    escape.begin();
  }

  private int escaped(byte[] a, int at) {
    int c = a[at] & 0xff;
    int read = escape.read(c);
    if (read == ScriptEscape.MORE) {
      return at + 1;
    }
    boolean again = read == ScriptEscape.BEFORE;
    if (state == State.TEMPLATE_ESCAPE && again && escape.isDigits(c)) {
      raw();
    } else {
      unescaped(again ? escape.value() : read);
    }
    return again ? at : at + 1;
  }

  // Digits are no escape in a template (ECMA-262 section 12.9.6), but where a tag takes what stands
  // there.
  private void raw() {
    state = State.TEMPLATE;
    count = 0;
    reader.string('\\');
    escape.tellDigits(reader);
  }

  private void unescaped(int c) {
    boolean code = state == State.CODE_ESCAPE;
    state = code ? State.CODE : state == State.QUOTED_ESCAPE ? State.QUOTED : State.TEMPLATE;
    if (c == ScriptEscape.NOTHING) {
      return;
    }
    if (code) {
      word(Math.min(c, ScriptSymbols.BEYOND_ASCII));
    } else {
      count = 0;
      units.read(c);
    }
  }
}
