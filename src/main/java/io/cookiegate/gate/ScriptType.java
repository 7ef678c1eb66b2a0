package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.StartTag;

/** What a browser does with a script element (WHATWG HTML 4.12.1, prepare the script element). */
enum ScriptType {
  /** It runs as it is. */
  CLASSIC,
  /** It loads by what it says: a module, a bundle. */
  LOADING,
  /** It says what modules load: an import map. */
  MAP,
  /** It says what is fetched before a visitor asks for it: speculation rules. */
  RULES,
  /** It is data: neither its text nor its source does anything. */
  DATA;

  private static final String[] JAVASCRIPT = {
    "application/ecmascript",
    "application/javascript",
    "application/x-ecmascript",
    "application/x-javascript",
    "text/ecmascript",
    "text/javascript",
    "text/javascript1.0",
    "text/javascript1.1",
    "text/javascript1.2",
    "text/javascript1.3",
    "text/javascript1.4",
    "text/javascript1.5",
    "text/jscript",
    "text/livescript",
    "text/x-ecmascript",
    "text/x-javascript"
  };

  /** Types whose scripts a library in the page runs. */
  private static final String[] RUN_BY_LIBRARIES = {
    "text/partytown",
    "text/rocketscript",
    "text/lazyscript",
    "text/psajs",
    "text/prioritypsajs",
    "rocketlazyloadscript",
    "pmdelayedscript",
    "nitropack/inlinescript"
  };

  /** How other types end whose scripts a library runs, as LiteSpeed's. */
  private static final String ITS_LANGUAGE = "/javascript";

  private static final String[] LOADING_TYPES = {"module", "module-shim", "webbundle"};

  private static final String[] MAPS = {"importmap", "importmap-shim"};

  private static final String SPECULATION_RULES = "speculationrules";

  private static final String TEXT = "text/";

  /** What a browser does with a script element, whose attributes are read by a text that is reused. */
  static ScriptType of(StartTag tag, AttributeText text) {
    int type = tag.indexOf(Attribute.TYPE);
    int first = type >= 0 ? type : tag.indexOf(Attribute.LANGUAGE);
    if (first < 0) {
      return CLASSIC;
    }
    // A browser takes the first, but what Chromium fetches ahead of its parser is by the last.
    ScriptType said = of(tag, first, text);
    Attribute name = tag.attribute(first);
    for (int i = tag.indexOf(name, first + 1);
        i >= 0 && said == DATA;
        i = tag.indexOf(name, i + 1)) {
      said = of(tag, i, text);
    }
    return said;
  }

  private static ScriptType of(StartTag tag, int i, AttributeText text) {
    text.read(tag, i);
    if (text.from() == text.to()) {
      return CLASSIC;
    }
    return tag.attribute(i) == Attribute.TYPE ? ofType(text) : ofLanguage(text);
  }

  private static ScriptType ofType(AttributeText text) {
    byte[] a = text.array();
    int to = AsciiText.trimEnd(a, text.from(), text.to());
    int from = afterRocketLoader(a, AsciiText.skipSpace(a, text.from(), to), to);
    if (isOneOf(LOADING_TYPES, 0, a, from, to)) {
      return LOADING;
    } else if (isOneOf(MAPS, 0, a, from, to)) {
      return MAP;
    } else if (AsciiText.is(a, from, to, SPECULATION_RULES)) {
      return RULES;
    }
    boolean runs =
        isOneOf(JAVASCRIPT, 0, a, from, to)
            || isOneOf(RUN_BY_LIBRARIES, 0, a, from, to)
            || endsInItsLanguage(a, from, to);
    return runs ? CLASSIC : DATA;
  }

  private static boolean endsInItsLanguage(byte[] a, int from, int to) {
    int at = to - ITS_LANGUAGE.length();
    return at > from && AsciiText.is(a, at, to, ITS_LANGUAGE);
  }

  /** A language stands for the type text/ and itself (step 8 of "prepare the script element"). */
  private static ScriptType ofLanguage(AttributeText text) {
    byte[] a = text.array();
    int to = AsciiText.trimEnd(a, text.from(), text.to());
    boolean runs =
        isOneOf(JAVASCRIPT, TEXT.length(), a, text.from(), to)
            || isOneOf(RUN_BY_LIBRARIES, TEXT.length(), a, text.from(), to);
    return runs ? CLASSIC : DATA;
  }

  private static boolean isOneOf(String[] types, int skipped, byte[] a, int from, int to) {
    for (String type : types) {
      if (to - from == type.length() - skipped
          && (skipped == 0 || type.startsWith(TEXT))
          && AsciiText.is(a, from, to, type, skipped)) {
        return true;
      }
    }
    return false;
  }

  /** Cloudflare's Rocket Loader runs scripts it has marked with a type of a hash before the type. */
  private static int afterRocketLoader(byte[] a, int from, int to) {
    int dash = AsciiText.indexOf(a, from, to, '-');
    boolean hash = dash < to && dash - from >= 16;
    for (int i = from; i < dash && hash; i++) {
      hash = Character.digit(a[i], 16) >= 0;
    }
    return hash ? dash + 1 : from;
  }
}
