package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.ScriptSymbols;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@link NamedHolders} in a script. By an id: a word of code of which a property is read ({@code
 * id.text}), a string that is one ({@code getElementById("id")}), or a name in a string that is a
 * selector ({@link SelectorNames}). By a class or an attribute, in a selector too ({@code
 * querySelector(".name")}, {@code "[data-name]"}, {@code getElementsByClassName("name")}), and in a
 * string of its own, where the script puts a selector together ({@code "." + name}) or looks for a
 * class that is not written there. Or without: the script looks for script elements by their name or type ({@code
 * querySelector("script")}, {@code document.scripts}), or for what stands before it ({@code
 * document.currentScript.previousElementSibling}), and reads the text of an element. A property may be
 * named in brackets, too.
 */
final class CalledNames implements SelectorNames.Listener {
  private static final long[] QUERIES =
      hashes("querySelector", "querySelectorAll", "getElementsByTagName", "evaluate");
  private static final long[] SIGNS = hashes(".", "[", ".$", "[$");
  private static final long[] JQUERY = hashes("$", "jQuery");
  private static final long[] TEXTS =
      hashes("textContent", "innerHTML", "innerText", "text", "outerHTML", "nodeValue");
  private static final long[] TEXT_CALLS = hashes("text", "html");
  private static final long GET_HTML = hashes("getHTML")[0];
  private static final long[] BEFORE = hashes("previousElementSibling", "previousSibling");
  private static final long SCRIPTS = hashes("scripts")[0];
  private static final long ITSELF = hashes("currentScript")[0];
  private static final long SCRIPT = hashes("script")[0];
  private static final long TYPE = NamedHolders.ofAttribute("type");
  private static final long BY_CLASS = hashes("getElementsByClassName")[0];

  // What is known of a script, as bits.

  /** A string here is a selector. */
  private static final int ASKS = 1;

  /** The same, and the elements are jQuery's. */
  private static final int ASKS_JQUERY = 1 << 1;

  /** A string here is of classes. */
  private static final int ASKS_CLASS = 1 << 2;

  /** The string at hand, or the one that begins here, is the name of a property in brackets. */
  private static final int IN_BRACKETS = 1 << 3;

  /** The same, and nothing is added to what stands before it. */
  private static final int IS_FIRST = 1 << 4;

  /** A function is called that reads the text of jQuery's elements, if it is given nothing. */
  private static final int ASKS_TEXT = 1 << 5;

  private static final int SEEKS_SCRIPTS = 1 << 6;
  private static final int SEEKS_JQUERY = 1 << 7;
  private static final int READS_TEXT = 1 << 8;
  private static final int CALLS_TEXT = 1 << 9;
  private static final int KNOWS_ITSELF = 1 << 10;

  /** A selector is put together, or elements are looked for of a class that is not written there. */
  private static final int SEEKS_NAMES = 1 << 11;

  /** A string is the name of a class or an attribute. */
  private static final int HAS_NAME = 1 << 12;

  /** What is only known up to the next character of code. */
  private static final int OF_STRINGS =
      ASKS | ASKS_JQUERY | ASKS_CLASS | IN_BRACKETS | IS_FIRST | ASKS_TEXT;

  private enum Place {
    CODE,
    /** In a word of code. */
    WORD,
    /** After a word of code. */
    AFTER_WORD,
    IN_STRING,
    /** After a string, whose quote is still to come, or after a part of a template. */
    AFTER_STRING,
    /** After the quote that ends a string. */
    AFTER_QUOTE
  }

  /** What is known between two words of code. */
  record Known(int lastCode, int bits) {
    static final Known NOTHING = new Known(0, 0);
  }

  private final NamedHolders holders;
  private final SelectorNames selector = new SelectorNames(this);
  private Place place = Place.CODE;

  /** Of the word. */
  private long name;

  /** Of all of the string: as it is, as a class and as an attribute. */
  private long whole;

  private long wholeClass;
  private long wholeAttribute;

  /** Whether the word, or the one before the parenthesis at hand, is a property. */
  private boolean isProperty;

  private int lastCode;
  private int bits;
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
    lastCode = known.lastCode;
    bits = known.bits;
    found = null;
  }

  /** What is known here; null in or behind a word or a string, and where a find was not asked for. */
  @Nullable Known known() {
    return found != null || place != Place.CODE ? null : new Known(lastCode, bits);
  }

  /** Ends the script, or a line of it. */
  void end() {
    if (place == Place.IN_STRING) {
      stringEnds();
    }
    if (place == Place.WORD || place == Place.AFTER_WORD) {
      readsBefore(';');
    }
  }

  /** Why what was called since the last call of this is gated; null where nothing was. */
  @Nullable TagVerdict found() {
    TagVerdict verdict = found;
    found = null;
    if (verdict == null && (has(SEEKS_SCRIPTS | READS_TEXT) || has(SEEKS_JQUERY | CALLS_TEXT))) {
      verdict = holders.block();
    }
    return verdict == null && has(SEEKS_NAMES | HAS_NAME) ? holders.first() : verdict;
  }

  private boolean has(int all) {
    return (bits & all) == all;
  }

  private void add(int bit, boolean isSo) {
    bits |= isSo ? bit : 0;
  }

  private void look(long called) {
    TagVerdict verdict = holders.find(called);
    found = verdict == null ? found : verdict;
  }

  void code(int c) {
    boolean isQuote = ScriptSymbols.of(c) == '\'';
    asideEnds();
    if (place == Place.AFTER_STRING && isQuote) {
      place = Place.AFTER_QUOTE;
      lastCode = c;
      return;
    }
    if (place == Place.AFTER_STRING || place == Place.AFTER_QUOTE) {
      stringStands(c);
    }
    if (ScriptSymbols.inWord(c)) {
      letter(c);
    } else {
      mark(c, isQuote);
    }
  }

  private void letter(int c) {
    if (place != Place.WORD) {
      end();
      isProperty = lastCode == '.';
      add(SEEKS_NAMES, has(ASKS_CLASS));
      bits &= ~(ASKS_CLASS | ASKS_TEXT | IN_BRACKETS | IS_FIRST);
    }
    name = NamedHolders.hash(place == Place.WORD ? name : NamedHolders.NOTHING, c);
    place = Place.WORD;
    lastCode = 0;
  }

  private void mark(int c, boolean isQuote) {
    add(CALLS_TEXT, c == ')' && has(ASKS_TEXT));
    boolean mayAsk = isQuote || c == '+';
    boolean mayEndName = c == ']' && has(IN_BRACKETS);
    boolean mayGoOn = c == '+' && has(IN_BRACKETS);
    bits &= mayAsk ? ~(IN_BRACKETS | IS_FIRST | ASKS_TEXT) : ~OF_STRINGS;
    if (place == Place.WORD || place == Place.AFTER_WORD) {
      wordEnds(c);
    }
    place = Place.CODE;
    if (mayEndName) {
      // The string is a word that is a property's name.
      name = whole;
      isProperty = true;
      place = Place.AFTER_WORD;
    }
    add(IN_BRACKETS, mayGoOn || (isQuote && lastCode == '['));
    add(IS_FIRST, isQuote && lastCode != '+');
    lastCode = c;
  }

  private void wordEnds(int c) {
    if (c == '.' || c == '[' || c == '?') {
      look(name);
    }
    if (c == '(') {
      boolean isJquery = isOneOf(JQUERY, name);
      add(ASKS, isJquery || isOneOf(QUERIES, name));
      add(ASKS_JQUERY, isJquery);
      add(ASKS_CLASS, name == BY_CLASS);
      add(ASKS_TEXT, isProperty && isOneOf(TEXT_CALLS, name));
      add(READS_TEXT, name == GET_HTML);
    }
    readsBefore(c);
  }

  /** The word ends before a character of code: neither assigned to nor called is it read. */
  private void readsBefore(int c) {
    add(SEEKS_NAMES, name == BY_CLASS && c != '(');
    if (isProperty && c != '=' && c != '(') {
      add(KNOWS_ITSELF, name == ITSELF);
      add(SEEKS_SCRIPTS, name == SCRIPTS || (has(KNOWS_ITSELF) && isOneOf(BEFORE, name)));
      add(READS_TEXT, isOneOf(TEXTS, name));
    }
  }

  void word(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      code(a[i] & 0xff);
    }
  }

  void gap() {
    asideEnds();
    place = place == Place.WORD ? Place.AFTER_WORD : place;
  }

  /** A string begins, or goes on with the one before it. */
  void stringBegins(boolean goesOn) {
    if (place == Place.AFTER_STRING) {
      stringStands('"');
    }
    place = Place.IN_STRING;
    if (!goesOn) {
      whole = NamedHolders.NOTHING;
      wholeClass = NamedHolders.CLASS;
      wholeAttribute = NamedHolders.ATTRIBUTE;
      selector.begin(has(ASKS_CLASS) ? SelectorNames.Kind.CLASS_VALUE : SelectorNames.Kind.ELEMENT);
    }
  }

  void string(int c) {
    if (place != Place.IN_STRING) {
      // Of a comment, in which anything may be.
      bits &= ~OF_STRINGS;
      stringBegins(false);
    }
    whole = NamedHolders.hash(whole, c);
    wholeClass = NamedHolders.hash(wholeClass, c);
    wholeAttribute = NamedHolders.hash(wholeAttribute, c < 0x80 ? AsciiText.lower((byte) c) : c);
    selector.read(c);
  }

  private void asideEnds() {
    if (place == Place.IN_STRING) {
      stringEnds();
      place = Place.CODE;
    }
  }

  @Override
  public void named(SelectorNames.Kind kind, long called) {
    if (kind != SelectorNames.Kind.ELEMENT) {
      look(called);
    }
    boolean seeks = kind == SelectorNames.Kind.ELEMENT ? called == SCRIPT : called == TYPE;
    if (has(ASKS) && seeks) {
      add(SEEKS_SCRIPTS, true);
      add(SEEKS_JQUERY, has(ASKS_JQUERY));
    }
  }

  void stringEnds() {
    selector.end();
    look(whole);
    add(SEEKS_NAMES, whole == BY_CLASS);
    add(HAS_NAME, holders.has(wholeClass) || holders.has(wholeAttribute));
    place = Place.AFTER_STRING;
  }

  /** What a string stands before, or what is put into a template behind it. */
  private void stringStands(int c) {
    boolean goesOn = place == Place.AFTER_STRING || c == '+' || c == '.';
    boolean mayBeSelector = has(ASKS) || (has(IS_FIRST) && isOneOf(SIGNS, whole));
    add(SEEKS_NAMES, goesOn && mayBeSelector && selector.isOpen());
    place = Place.CODE;
  }
}
