package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.StartTag;

/** What a browser does with a script element (WHATWG HTML 4.12.1, prepare the script element). */
enum ScriptType {
  /** It runs as it is. */
  CLASSIC,
  /** It loads by what it says: a module, an import map. */
  LOADING,
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
    "text/partytown", "text/rocketscript", "text/lazyscript", "rocketlazyloadscript"
  };

  private static final String[] LOADING_TYPES = {
    "module", "importmap", "module-shim", "importmap-shim"
  };

  private static final String SPECULATION_RULES = "speculationrules";

  private static final String TEXT = "text/";

  /** What a browser does with a script element, whose attributes are read by a text that is reused. */
  static ScriptType of(StartTag tag, AttributeText text) {
    int type = tag.indexOf(Attribute.TYPE);
    if (type >= 0) {
      text.read(tag, type);
      return text.from() == text.to() ? CLASSIC : ofType(text);
    }
    int language = tag.indexOf(Attribute.LANGUAGE);
    if (language < 0) {
      return CLASSIC;
    }
    text.read(tag, language);
    return text.from() == text.to() ? CLASSIC : ofLanguage(text);
  }

  private static ScriptType ofType(AttributeText text) {
    byte[] a = text.array();
    int to = AsciiText.trimEnd(a, text.from(), text.to());
    int from = afterRocketLoader(a, AsciiText.skipSpace(a, text.from(), to), to);
    if (isOneOf(LOADING_TYPES, 0, a, from, to)) {
      return LOADING;
    } else if (AsciiText.is(a, from, to, SPECULATION_RULES)) {
      return RULES;
    }
    boolean runs = isOneOf(JAVASCRIPT, 0, a, from, to) || isOneOf(RUN_BY_LIBRARIES, 0, a, from, to);
    return runs ? CLASSIC : DATA;
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
