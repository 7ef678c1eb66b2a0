package io.cookiegate.gate;

import io.cookiegate.classification.ScriptLiterals;
import io.cookiegate.classification.ScriptSymbols;
import io.cookiegate.coding.PageCharset;
import org.jspecify.annotations.Nullable;

/**
 * The reading of an inline script, or of a block of data: it finds what {@link ScriptJudge} judges by.
 * Reusable.
 */
final class ScriptReading implements ScriptReader, HostSpotter.Listener {
  /** Whether the string that ended may go on. */
  enum Sum {
    NONE,
    STRING,
    PLUS
  }

  /** Where a reading is that keeps nothing of the text and has found nothing gated. */
  record Place(
      ScriptLexer.Place lexer,
      HostSpotter.Place spotter,
      CalledNames.Known names,
      MadeRules.Place rules,
      int state,
      boolean inWord,
      boolean soundsLoading,
      boolean loads,
      boolean argument,
      Sum sum,
      @Nullable TagVerdict host) {
    private static final Place START = start(false);

    /** In a module, whatever is found loads. */
    private static final Place START_OF_MODULE = start(true);

    private static Place start(boolean loads) {
      return new Place(
          ScriptLexer.Place.START,
          HostSpotter.Place.START,
          CalledNames.Known.NOTHING,
          MadeRules.Place.START,
          ScriptLiterals.START,
          false,
          false,
          loads,
          false,
          Sum.NONE,
          null);
    }
  }

  private final Gating gating;
  private final HostJudge hosts;
  private final PageCharset charset;
  private final ScriptLiterals literals;
  private final ScriptLexer lexer = new ScriptLexer(this);
  private final HostSpotter spotter;
  private final NamedHolders holders;
  private final CalledNames names;
  private final MadeRules rules = new MadeRules();

  private int state;
  private boolean inWord;
  private boolean soundsLoading;
  private boolean loads;
  private boolean inHandler;
  private boolean argument;

  /** Whether the names of elements matter. */
  private boolean naming;

  /** Whether a block of data is read. */
  private boolean block;

  /** Whether an import map is read. */
  private boolean map;

  /** What is gated in the string at hand of an import map, unless it is a key. */
  private @Nullable TagVerdict value;

  private Sum sum = Sum.NONE;
  private @Nullable TagVerdict host;
  private @Nullable TagVerdict verdict;

  ScriptReading(
      ScriptLiterals literals,
      Gating gating,
      HostJudge hosts,
      PageCharset charset,
      NamedHolders holders) {
    this.literals = literals;
    this.gating = gating;
    this.hosts = hosts;
    this.charset = charset;
    this.holders = holders;
    this.names = new CalledNames(holders);
    this.spotter = new HostSpotter(this, new HostSpelling(charset));
  }

  /** Begins with a text of a kind. */
  void begin(ScriptKind kind) {
    naming = kind != ScriptKind.BLOCK && !holders.isEmpty();
    map = kind == ScriptKind.MAP;
    inHandler = kind == ScriptKind.HANDLER;
    block = kind == ScriptKind.BLOCK;
    lexer.begin(kind == ScriptKind.MODULE, charset.isGuessed());
    goTo(map || kind == ScriptKind.MODULE ? Place.START_OF_MODULE : Place.START);
  }

  /** Whether the names of elements matter, which other pages have of others. */
  boolean isNaming() {
    return naming;
  }

  /** Reads the next piece. */
  void read(byte[] a, int from, int to) {
    if (verdict == null) {
      if (block) {
        readBlock(a, from, to);
      } else {
        lexer.read(a, from, to);
      }
    }
  }

  private void readBlock(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      spotter.read(a[i] & 0xff);
    }
  }

  /** Where this is between two pieces; null where it keeps something of the text. */
  @Nullable Place place() {
    ScriptLexer.Place code = block ? ScriptLexer.Place.START : lexer.place();
    HostSpotter.Place string = spotter.place();
    CalledNames.Known called = naming ? called(sum) : CalledNames.Known.NOTHING;
    return code == null || string == null || called == null || value != null
        ? null
        : place(code, string, called);
  }

  // Names go on where strings are added up.
  private CalledNames.@Nullable Known called(Sum open) {
    return open == Sum.NONE ? names.known() : null;
  }

  private Place place(ScriptLexer.Place code, HostSpotter.Place string, CalledNames.Known called) {
    return new Place(
        code,
        string,
        called,
        rules.place(),
        state,
        inWord,
        soundsLoading,
        loads,
        argument,
        sum,
        host);
  }

  /** Goes where a reading of the same kind of text was. */
  void goTo(Place place) {
    lexer.goTo(place.lexer);
    spotter.goTo(place.spotter);
    names.begin(place.names);
    rules.goTo(place.rules);
    state = place.state;
    inWord = place.inWord;
    soundsLoading = place.soundsLoading;
    loads = place.loads;
    argument = place.argument;
    sum = place.sum;
    host = place.host;
    value = null;
    verdict = null;
  }

  /** Ends the text. */
  void end() {
    if (block) {
      spotter.end();
    } else {
      endScript();
    }
  }

  private void endScript() {
    lexer.end();
    spotter.end();
    condemn(value);
    if (naming) {
      names.end();
      called();
    }
    if (rules.leadAnywhere() && !gating.passesAll()) {
      condemn(TagVerdict.NAMELESS);
    }
  }

  /** Whether the script, as far as it was read, has a construct by which scripts load things. */
  boolean hasLoaded() {
    return loads;
  }

  /** Why the text is gated, by what was first found in it; null while nothing is. */
  @Nullable TagVerdict verdict() {
    return verdict;
  }

  @Override
  public boolean isDone() {
    return verdict != null;
  }

  // What is found later changes nothing, so that it makes no difference how the script is cut.
  private void condemn(@Nullable TagVerdict found) {
    if (verdict == null) {
      verdict = found;
    }
  }

  private void loads() {
    loads = true;
    condemn(host);
  }

  private void called() {
    TagVerdict found = names.found();
    if (found != null) {
      gated(found, HostStanding.BARE);
    }
  }

  @Override
  public void code(int c) {
    if (naming) {
      names.code(c);
      called();
    }
    if (sum != Sum.NONE) {
      add(c);
    }
    if (value != null && ScriptSymbols.of(c) != '\'') {
      valueStands(c);
    }
    symbol(c);
    if (lexer.unsure()) {
      spotter.read(c);
    }
  }

  // A key says what modules call a thing, and no browser fetches it.
  private void valueStands(int c) {
    condemn(c == ':' ? null : value);
    value = null;
  }

  @Override
  public void word(byte[] a, int from, int to) {
    if (lexer.unsure()) {
      for (int i = from; i < to; i++) {
        code(a[i] & 0xff);
      }
      return;
    }
    if (sum != Sum.NONE) {
      sum = Sum.NONE;
      spotter.end();
    }
    if (naming) {
      names.word(a, from, to);
    }
    wordBegins();
    wordGoesOn(a, from, to);
  }

  private void wordGoesOn(byte[] a, int from, int to) {
    int at = state;
    for (int i = from; i < to; i++) {
      at = literals.next(at, ScriptSymbols.of(a[i] & 0xff));
      if (literals.means(at)) {
        found(literals.meanings(at));
      }
    }
    state = at;
  }

  private void wordBegins() {
    if (!inWord) {
      inWord = true;
      soundsLoading = false;
      step(ScriptSymbols.WORD);
    }
  }

  private void add(int c) {
    boolean isQuote = ScriptSymbols.of(c) == '\'';
    if (sum == Sum.STRING && c == '+') {
      sum = Sum.PLUS;
    } else if (!isQuote) {
      sum = Sum.NONE;
      spotter.end();
    }
  }

  @Override
  public void stringBegins() {
    inWord = false;
    if (naming) {
      names.stringBegins(sum == Sum.PLUS);
    }
    if (sum != Sum.PLUS && !lexer.unsure()) {
      spotter.end();
      spotter.begin();
      argument = lexer.isArgument();
    }
    sum = Sum.NONE;
  }

  @Override
  public void string(int c) {
    if (naming) {
      names.string(c);
    }
    if (ScriptSymbols.isSpace(c)) {
      inWord = false;
    } else {
      symbol(c);
    }
    spotter.read(c);
  }

  @Override
  public void string(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      string(a[i] & 0xff);
    }
  }

  @Override
  public void stringEnds() {
    inWord = false;
    if (naming) {
      names.stringEnds();
      called();
    }
    sum = Sum.STRING;
  }

  @Override
  public void gap() {
    inWord = false;
    if (naming) {
      names.gap();
    }
    if (lexer.unsure()) {
      spotter.read(' ');
    }
  }

  @Override
  public void aside(int c) {
    if (lexer.unsure()) {
      string(c);
    }
  }

  private void symbol(int c) {
    if (ScriptSymbols.inWord(c)) {
      wordBegins();
    } else {
      inWord = false;
      endWord(c);
    }
    step(ScriptSymbols.of(c));
  }

  private void endWord(int c) {
    if (soundsLoading) {
      soundsLoading = false;
      if ("(,);]}`".indexOf(c) >= 0) {
        loads();
      }
    }
  }

  private void step(int symbol) {
    state = literals.next(state, symbol);
    if (literals.means(state)) {
      found(literals.meanings(state));
    }
  }

  private void found(int[] meanings) {
    for (int meaning : meanings) {
      found(meaning);
    }
  }

  private void found(int meaning) {
    if (meaning == ScriptLiterals.LOADS) {
      loads();
    } else if (meaning == ScriptLiterals.SOUNDS_LOADING) {
      soundsLoading = true;
    } else if (meaning == ScriptLiterals.LOADS_IN_HANDLER) {
      loadsInHandler();
    } else if (meaning < 0) {
      rules.found(meaning);
    } else if (gating.gates(literals.rule(meaning))) {
      condemn(new TagVerdict(literals.rule(meaning)));
    }
  }

  private void loadsInHandler() {
    if (inHandler) {
      loads();
    }
  }

  @Override
  public void host(
      byte[] text, int from, int hostTo, int pathFrom, int pathTo, HostStanding standing) {
    TagVerdict found = hosts.named(text, from, hostTo, pathFrom, pathTo, standing);
    if (found != null) {
      gated(found, standing);
    }
  }

  @Override
  public void unreadable(HostStanding standing) {
    gated(TagVerdict.NAMELESS, standing);
  }

  private void gated(TagVerdict found, HostStanding standing) {
    if (block) {
      condemn(standing.hasSlashes() ? found : null);
      return;
    }
    if (map && !lexer.unsure()) {
      value = found;
      return;
    }
    host = host == null ? found : host;
    condemn(loads || isHandedOver(standing) ? found : null);
  }

  private boolean isHandedOver(HostStanding standing) {
    return lexer.unsure() ? standing.hasSlashes() : argument && standing == HostStanding.AS_ADDRESS;
  }
}
