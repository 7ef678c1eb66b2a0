package io.cookiegate.gate;

import io.cookiegate.classification.ScriptSymbols;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ids of {@link NamedHolders} in a script: a word of code of which a property is read
 * ({@code id.text}), a string that is one ({@code getElementById("id")}), or a name after a number
 * sign in a string ({@code $("#id")}).
 */
final class CalledNames {
  private enum Place {
    CODE,
    /** In a word of code. */
    WORD,
    /** After a word of code. */
    AFTER_WORD,
    STRING,
    /** In a string, after a number sign. */
    SELECTOR
  }

  private final NamedHolders holders;
  private Place place = Place.CODE;

  /** Of the word, or of the name after the number sign. */
  private long name;

  /** Of all of the string. */
  private long whole;

  private @Nullable TagVerdict found;

  CalledNames(NamedHolders holders) {
    this.holders = holders;
  }

  void begin() {
    place = Place.CODE;
    found = null;
  }

  /** Why what was called since the last call of this is gated; null where nothing was. */
  @Nullable TagVerdict found() {
    TagVerdict verdict = found;
    found = null;
    return verdict;
  }

  private void look(long called) {
    TagVerdict verdict = holders.find(called);
    found = verdict == null ? found : verdict;
  }

  void code(int c) {
    if (ScriptSymbols.inWord(c)) {
      name = NamedHolders.hash(place == Place.WORD ? name : NamedHolders.NOTHING, c);
      place = Place.WORD;
      return;
    }
    if (place != Place.CODE && (c == '.' || c == '[' || c == '?')) {
      look(name);
    }
    place = Place.CODE;
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
    place = Place.STRING;
    whole = NamedHolders.NOTHING;
  }

  void string(int c) {
    whole = NamedHolders.hash(whole, c);
    if (place == Place.SELECTOR) {
      if (ScriptSymbols.inWord(c) || c == '-') {
        name = NamedHolders.hash(name, c);
        return;
      }
      look(name);
    }
    place = c == '#' ? Place.SELECTOR : Place.STRING;
    name = NamedHolders.NOTHING;
  }

  void stringEnds() {
    if (place == Place.SELECTOR) {
      look(name);
    }
    look(whole);
    place = Place.CODE;
  }
}
