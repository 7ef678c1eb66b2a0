package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.ScriptSymbols;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@link NamedHolders} in a script. By an id: a word of code of which a property is read ({@code
 * id.text}), a string that is one ({@code getElementById("id")}), or a name after a number sign in a
 * string ({@code $("#id")}). By a class or an attribute, in a string too ({@code
 * querySelector(".name")}, {@code "[data-name]"}, {@code getElementsByClassName("name")}). Or without:
 * the script looks for script elements by their name or type ({@code querySelector("script")}, {@code
 * document.scripts}), and reads the text of an element.
 */
final class CalledNames {
  private static final long[] QUERIES =
      hashes("querySelector", "querySelectorAll", "getElementsByTagName", "$", "jQuery");
  private static final long[] TEXTS = hashes("textContent", "innerHTML", "innerText", "text");
  private static final long SCRIPTS = hashes("scripts")[0];
  private static final long[] SCRIPT = hashes("script", "SCRIPT", "Script");
  private static final long TYPE = hashes("[type")[0];
  private static final long BY_CLASS = hashes("getElementsByClassName")[0];

  private enum Place {
    CODE,
    /** In a word of code. */
    WORD,
    /** After a word of code. */
    AFTER_WORD
  }

  /** What is known between two words of code. */
  record Known(int lastCode, boolean asks, boolean asksByClass, boolean seeks, boolean reads) {
    static final Known NOTHING = new Known(0, false, false, false, false);
  }

  private final NamedHolders holders;
  private Place place = Place.CODE;
  private boolean inString;

  /** Of the word, or of the name in a string. */
  private long name;

  /** Of all of the string. */
  private long whole;

  /** What stands before the name in a string; 0 where none is read. */
  private int before;

  /** Whether the word, or the one before the parenthesis at hand, is a property. */
  private boolean isProperty;

  private int lastCode;
  private boolean asks;
  private boolean asksByClass;
  private boolean seeks;
  private boolean reads;
  private @Nullable TagVerdict found;

  CalledNames(NamedHolders holders) {
    this.holders = holders;
  }

  private static long[] hashes(String... words) {
    long[] hashes = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      byte[] word = words[i].getBytes(US_ASCII);
      hashes[i] = NamedHolders.hash(word, 0, word.length);
    }
    return hashes;
  }

  private static boolean isOneOf(long[] hashes, long hash) {
    for (long one : hashes) {
      if (one == hash) {
        return true;
      }
    }
    return false;
  }

  /** Begins behind what was read before. */
  void begin(Known known) {
    place = Place.CODE;
    inString = false;
    before = 0;
    lastCode = known.lastCode;
    asks = known.asks;
    asksByClass = known.asksByClass;
    seeks = known.seeks;
    reads = known.reads;
    found = null;
  }

  /**
   * What is known here; null in a word, a string or a name in it, and where what was found was not
   * asked for.
   */
  @Nullable Known known() {
    boolean keeps = inString || before != 0 || found != null || place != Place.CODE;
    return keeps ? null : new Known(lastCode, asks, asksByClass, seeks, reads);
  }

  /** Ends the script, or a line of it. */
  void end() {
    if (place != Place.CODE) {
      readsBefore(';');
    }
  }

  /** Why what was called since the last call of this is gated; null where nothing was. */
  @Nullable TagVerdict found() {
    TagVerdict verdict = found == null && seeks && reads ? holders.block() : found;
    found = null;
    return verdict;
  }

  private void look(long called) {
    TagVerdict verdict = holders.find(called);
    found = verdict == null ? found : verdict;
  }

  void code(int c) {
    if (ScriptSymbols.inWord(c)) {
      if (place != Place.WORD) {
        end();
        isProperty = lastCode == '.';
      }
      name = NamedHolders.hash(place == Place.WORD ? name : NamedHolders.NOTHING, c);
      place = Place.WORD;
      lastCode = 0;
      return;
    }
    boolean isQuote = ScriptSymbols.of(c) == '\'';
    asks &= isQuote;
    asksByClass &= isQuote;
    if (place != Place.CODE) {
      wordEnds(c);
    }
    place = Place.CODE;
    lastCode = c;
  }

  private void wordEnds(int c) {
    if (c == '.' || c == '[' || c == '?') {
      look(name);
    }
    asks = c == '(' && isOneOf(QUERIES, name);
    asksByClass = c == '(' && name == BY_CLASS;
    readsBefore(c);
  }

  /** The word ends before a character of code: neither assigned to nor called is it read. */
  private void readsBefore(int c) {
    if (isProperty && c != '=' && c != '(') {
      seeks |= name == SCRIPTS;
      reads |= isOneOf(TEXTS, name);
    }
  }

  void word(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      code(a[i] & 0xff);
    }
  }

  void gap() {
    place = place == Place.WORD ? Place.AFTER_WORD : place;
  }

  void stringBegins() {
    place = Place.CODE;
    inString = true;
    whole = NamedHolders.NOTHING;
    nameBegins(asksByClass ? '.' : ' ');
  }

  private void nameBegins(int c) {
    before = c;
    name = NamedHolders.NOTHING;
    if (c == '.' || c == '[') {
      name = NamedHolders.hash(name, c);
    }
  }

  void string(int c) {
    whole = NamedHolders.hash(whole, c);
    if (before != 0 && (ScriptSymbols.inWord(c) || c == '-')) {
      name = NamedHolders.hash(name, before == '[' ? AsciiText.lower((byte) c) : c);
      return;
    }
    nameEnds();
    nameBegins(asksByClass && AsciiText.isSpace(c) ? '.' : "#.[ >,".indexOf(c) >= 0 ? c : 0);
  }

  private void nameEnds() {
    if (before == '#' || before == '.' || before == '[') {
      look(name);
    }
    if (asks && before != '#' && before != 0) {
      seeks |= before == '[' ? name == TYPE : isOneOf(SCRIPT, name);
    }
  }

  void stringEnds() {
    nameEnds();
    look(whole);
    inString = false;
    before = 0;
    lastCode = 0;
  }
}
