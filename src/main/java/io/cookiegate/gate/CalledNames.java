package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.ScriptSymbols;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@link NamedHolders} in a script. By an id: a word of code of which a property is read ({@code
 * id.text}), a string that is one ({@code getElementById("id")}), or a name after a number sign in a
 * string ({@code $("#id")}). Or without: the script looks for script elements by their name or type
 * ({@code querySelector("script")}, {@code document.scripts}), and reads the text of an element.
 */
final class CalledNames {
  private static final long[] QUERIES =
      hashes("querySelector", "querySelectorAll", "getElementsByTagName", "$", "jQuery");
  private static final long[] TEXTS = hashes("textContent", "innerHTML", "innerText", "text");
  private static final long SCRIPTS = hashes("scripts")[0];
  private static final long SCRIPT = hashes("script")[0];
  private static final long TYPE = hashes("type")[0];

  private enum Place {
    CODE,
    /** In a word of code. */
    WORD,
    /** After a word of code. */
    AFTER_WORD
  }

  private final NamedHolders holders;
  private Place place = Place.CODE;

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

  void begin() {
    place = Place.CODE;
    lastCode = 0;
    before = 0;
    asks = false;
    seeks = false;
    reads = false;
    found = null;
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
    asks &= ScriptSymbols.of(c) == '\'';
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
    whole = NamedHolders.NOTHING;
    name = NamedHolders.NOTHING;
    before = ' ';
  }

  void string(int c) {
    whole = NamedHolders.hash(whole, c);
    if (before != 0 && (ScriptSymbols.inWord(c) || c == '-')) {
      name = NamedHolders.hash(name, c);
      return;
    }
    nameEnds();
    name = NamedHolders.NOTHING;
    before = c == '#' || c == '[' || c == ' ' || c == '>' || c == ',' ? c : 0;
  }

  private void nameEnds() {
    if (before == '#') {
      look(name);
    } else if (asks && before != 0) {
      seeks |= name == (before == '[' ? TYPE : SCRIPT);
    }
  }

  void stringEnds() {
    nameEnds();
    look(whole);
    before = 0;
    lastCode = 0;
  }
}
