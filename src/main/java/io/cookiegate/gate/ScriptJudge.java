package io.cookiegate.gate;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.ScriptLiterals;
import io.cookiegate.classification.ScriptSifting;
import io.cookiegate.classification.ScriptSymbols;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.host.HostLetters;
import io.cookiegate.html.HeldText;
import org.jspecify.annotations.Nullable;

/**
 * The judge of inline scripts. It reads a script once, in pieces, in constant memory and in time
 * that does not depend on the number of rules.
 *
 * <p><b>The rule.</b> An inline script is a service's where
 *
 * <ul>
 *   <li>one of the literals of an inline rule of that service stands in its code or in its strings,
 *       or
 *   <li>one of the hosts of a host rule of that service stands in one of its strings as it would
 *       in a URL ({@link HostSpotter} says what that is), and the script has a construct by which
 *       scripts load things: {@code createElement}, {@code .src =}, {@code new Image}, {@code
 *       document.write}, {@code fetch(}, {@code location =}, a function whose name says that it
 *       loads...; in a module, an import map or speculation rules every such host loads, or
 *   <li>a string that is an address of such a host is handed to a function, whatever its name, but
 *       for one that only reads ({@code indexOf}, {@code push}, {@code postMessage}...), or
 *   <li>an element before it has such an address and does nothing with it, the script calls that by
 *       its id or looks for it, and loads ({@link CalledNames}), or
 *   <li>it makes speculation rules about links to any host ({@link MadeRules}).
 * </ul>
 *
 * <p>What stands in a comment or in a regular expression is a mention and does not count; nor does a
 * host in a sentence, in the path or the query of another URL, or in a script that loads nothing. So
 * {@code if (href.indexOf('google-analytics.com') < 0)} stays, as does a data block: only what runs
 * is judged. An address that is compared, kept in a variable or an object and never handed on is
 * data, and stays. An event handler is a script in which the properties of its element are names:
 * {@code src =} loads there.
 *
 * <p>Ways of writing make no difference: white space, the kind of quotes, escapes (hexadecimal,
 * Unicode, octal, {@code \/}), percent-encoding in strings ({@code %3Cscript}), character
 * references, characters that browsers map to those of a host ({@link HostSpelling}), strings added
 * up ({@code '//www.goo' + 'gle-analytics.com'}). A host may be put together by the script: {@code
 * ('https:' == p ? 'https://ssl' : 'http://www') + '.google-analytics.com/ga.js'} has a string that
 * begins with a dot, which stands for whatever comes before it.
 *
 * <p>Where {@link ScriptLexer} is unsure what is code and what is not, everything counts as both.
 */
final class ScriptJudge implements ScriptReader, HostSpotter.Listener {
  /** Whether the string that ended may go on. */
  private enum Sum {
    NONE,
    STRING,
    PLUS
  }

  private final Gating gating;
  private final UrlJudge urls;
  private final PageCharset charset;
  private final ScriptLiterals literals;
  private final ScriptSifting sifting;
  private final ScriptLexer lexer = new ScriptLexer(this);
  private final HostSpotter spotter;
  private final NamedHolders holders = new NamedHolders();
  private final CalledNames names = new CalledNames(holders);
  private final MadeRules rules = new MadeRules();

  private final HeldText.Reader sifter = this::sift;
  private final HeldText.Reader reader = this::read;

  private int state;
  private boolean inWord;
  private boolean soundsLoading;
  private boolean loads;
  private boolean inHandler;
  private boolean argument;

  /** Whether the ids of elements matter. */
  private boolean naming;

  /** Whether a block of data is read. */
  private boolean block;

  /** Whether the script that is sifted may matter. */
  private boolean matters;

  private Sum sum = Sum.NONE;
  private @Nullable TagVerdict host;
  private @Nullable TagVerdict verdict;
  private @Nullable ScriptDigest digest;

  ScriptJudge(Classification classification, Gating gating, UrlJudge urls, PageCharset charset) {
    this.charset = charset;
    this.spotter = new HostSpotter(this, new HostSpelling(charset));
    this.gating = gating;
    this.urls = urls;
    this.literals = classification.scriptLiterals();
    this.sifting = classification.scriptSifting();
  }

  /** Begins with a script that runs as it is. */
  void beginScript() {
    begin(false);
    loads = false;
  }

  /** Begins with an event handler, in which the names of the element's own properties are bare. */
  void beginHandler() {
    begin(false);
    loads = false;
    inHandler = true;
  }

  /** Begins with a module, an import map or speculation rules: they load without saying so. */
  void beginModule() {
    begin(true);
    loads = true;
  }

  /** Begins with a block of data, in which whole addresses count, and no script is. */
  void beginBlock() {
    begin(false);
    block = true;
  }

  /** Reads the next piece of the block. */
  void readBlock(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      spotter.read(a[i] & 0xff);
    }
  }

  /** Ends the block, and tells why an address in it is gated; null where none is. */
  @Nullable TagVerdict endBlock() {
    spotter.end();
    return host;
  }

  /** What the scripts of the page may call. */
  NamedHolders holders() {
    return holders;
  }

  private void begin(boolean module) {
    naming = !holders.isEmpty();
    names.begin();
    rules.begin();
    block = false;
    sifting.begin();
    lexer.begin(module, charset.isGuessed());
    spotter.begin();
    state = ScriptLiterals.START;
    inWord = false;
    inHandler = false;
    argument = false;
    soundsLoading = false;
    sum = Sum.NONE;
    host = null;
    verdict = null;
  }

  /**
   * Whether the script may be gated by its next piece together with those before. While it may not,
   * nothing needs to be read, and what was told here must be read when it may.
   */
  boolean mayMatter(byte[] a, int from, int to) {
    return urls.judgesUnknown()
        || naming
        || sifting.mayMatter(a, from, to)
        || (!charset.isUtf8() && HostLetters.isBeyondAscii(a, from, to));
  }

  /** Reads the next piece of the script. */
  void read(byte[] a, int from, int to) {
    if (verdict == null) {
      lexer.read(a, from, to);
    }
  }

  /** Ends the script that was read, and tells why it is gated; null where it is not. */
  @Nullable TagVerdict end() {
    lexer.end();
    spotter.end();
    if (naming) {
      names.end();
      called();
    }
    if (rules.leadAnywhere() && !gating.passesAll()) {
      condemn(TagVerdict.NAMELESS);
    }
    return verdict;
  }

  /** Why a whole script is gated of which nothing was read; null where it is not. */
  @Nullable TagVerdict judge(HeldText script) {
    ScriptMemory memory = gating.scripts();
    return memory == null || naming ? sifted(script) : recalled(memory, script);
  }

  private @Nullable TagVerdict recalled(ScriptMemory memory, HeldText script) {
    ScriptDigest name = digest(script);
    ScriptMemory.Known known = memory.find(name);
    if (known != null) {
      return known.verdict();
    }
    TagVerdict found = sifted(script);
    memory.remember(name, found);
    return found;
  }

  private ScriptDigest digest(HeldText script) {
    ScriptDigest all = digest == null ? new ScriptDigest() : digest;
    digest = all;
    int reading = (loads ? 1 : 0) | (inHandler ? 2 : 0) | charset.number() << 2;
    all.begin(reading, urls.judgesUnknown() ? urls.site() : Bytes.NONE);
    script.read(all);
    all.end();
    return all;
  }

  private @Nullable TagVerdict sifted(HeldText script) {
    matters = false;
    script.read(sifter);
    if (!matters) {
      return null;
    }
    script.read(reader);
    return end();
  }

  private void sift(byte[] a, int from, int to) {
    matters = matters || mayMatter(a, from, to);
  }

  /** Whether the script, as far as it was read, has a construct by which scripts load things. */
  boolean hasLoaded() {
    return loads;
  }

  /** Why the script is gated, by what was first found in it; null while nothing is. */
  @Nullable TagVerdict verdict() {
    return verdict;
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
    symbol(c);
    if (lexer.unsure()) {
      spotter.read(c);
    }
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
      names.stringBegins();
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
    TagVerdict found = urls.named(text, from, hostTo, pathFrom, pathTo, standing);
    if (found != null) {
      gated(found, standing);
    }
  }

  @Override
  public void unreadable(HostStanding standing) {
    gated(TagVerdict.NAMELESS, standing);
  }

  private void gated(TagVerdict found, HostStanding standing) {
    if (block && !standing.hasSlashes()) {
      return;
    }
    host = host == null ? found : host;
    condemn(loads || isHandedOver(standing) ? found : null);
  }

  private boolean isHandedOver(HostStanding standing) {
    return lexer.unsure() ? standing.hasSlashes() : argument && standing == HostStanding.AS_ADDRESS;
  }
}
