package io.cookiegate.gate;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.ScriptSifting;
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
final class ScriptJudge {
  private final Gating gating;
  private final HostJudge hosts;
  private final PageCharset charset;
  private final ScriptSifting sifting;
  private final NamedHolders holders = new NamedHolders();
  private final ScriptReading reading;
  private final int held;

  private final HeldText.Reader sifter = this::sift;
  private final HeldText.Reader reader = this::read;

  private ScriptKind kind = ScriptKind.SCRIPT;

  /** Whether the script that is sifted may matter. */
  private boolean matters;

  private @Nullable ScriptDigest digest;

  /** Judges the text at hand, if it is longer than what is held and may be known. */
  private @Nullable LongText longText;

  ScriptJudge(SiteRules rules, Gating gating, HostJudge hosts, PageCharset charset) {
    Classification classification = rules.classification();
    this.held = rules.limits().scriptBytes();
    this.charset = charset;
    this.gating = gating;
    this.hosts = hosts;
    this.sifting = classification.scriptSifting();
    this.reading =
        new ScriptReading(classification.scriptLiterals(), gating, hosts, charset, holders);
  }

  /** What the scripts of the page may call. */
  NamedHolders holders() {
    return holders;
  }

  /** Lets go of what only the scripts at hand needed. */
  void rest() {
    digest = null;
  }

  /** Begins with a text. */
  void begin(ScriptKind of) {
    kind = of;
    longText = null;
    sifting.begin();
    reading.begin(of);
  }

  /** Whether a whole text may be gated; while it may not, nothing needs to be read. */
  boolean mayMatter(byte[] a, int from, int to) {
    return pieceMayMatter(a, from, to) || sifting.mayMatterAtEnd();
  }

  private boolean pieceMayMatter(byte[] a, int from, int to) {
    return hosts.judgesUnknown()
        || reading.isNaming()
        || sifting.mayMatter(a, from, to)
        || (!charset.isUtf8() && HostLetters.isBeyondAscii(a, from, to));
  }

  /** Reads the next piece of the text. */
  void read(byte[] a, int from, int to) {
    if (longText == null) {
      reading.read(a, from, to);
    } else {
      longText.read(a, from, to);
    }
  }

  /** Ends the text that was read, and tells why it is gated; null where it is not. */
  @Nullable TagVerdict end() {
    LongText text = longText;
    longText = null;
    if (text != null) {
      return text.end();
    }
    reading.end();
    return reading.verdict();
  }

  /**
   * Reads the beginning of a text that is longer than what is held, of which nothing was read. Tells
   * why it is gated; null where it is not so far.
   */
  @Nullable TagVerdict readBeginning(HeldText text) {
    ScriptMemory memory = gating.beginnings();
    if (memory == null) {
      text.read(reader);
      return reading.verdict();
    }
    ScriptDigest all = digest();
    all.end();
    LongText judge = new LongText(memory, reading, all, held);
    longText = judge;
    text.read(reader);
    return judge.soFar();
  }

  /** Why a whole text is gated of which nothing was read; null where it is not. */
  @Nullable TagVerdict judge(HeldText text) {
    ScriptMemory memory = gating.scripts();
    return memory == null ? sifted(text) : recalled(memory, text);
  }

  private @Nullable TagVerdict recalled(ScriptMemory memory, HeldText text) {
    ScriptDigest name = digest();
    text.read(name);
    name.end();
    ScriptMemory.Known known = memory.find(name);
    if (known != null) {
      return known.verdict();
    }
    TagVerdict found = sifted(text);
    memory.remember(name, found);
    return found;
  }

  /** A digest that begins with all that the verdict depends on but the text. */
  private ScriptDigest digest() {
    ScriptDigest reusable = digest == null ? new ScriptDigest() : digest;
    digest = reusable;
    int reads = kind.number() | charset.number() << 3;
    reusable.begin(reads, hosts.judgesUnknown() ? hosts.site() : Bytes.NONE);
    if (reading.isNaming()) {
      holders.tell(reusable);
    }
    return reusable;
  }

  private @Nullable TagVerdict sifted(HeldText text) {
    matters = false;
    text.read(sifter);
    if (!matters && !sifting.mayMatterAtEnd()) {
      return null;
    }
    text.read(reader);
    return end();
  }

  private void sift(byte[] a, int from, int to) {
    matters = matters || pieceMayMatter(a, from, to);
  }

  /** Whether the script, as far as it was read, has a construct by which scripts load things. */
  boolean hasLoaded() {
    return reading.hasLoaded();
  }

  /** Why the text is gated, by what was found in it; null while nothing is. */
  @Nullable TagVerdict verdict() {
    return longText == null ? reading.verdict() : longText.verdict();
  }
}
