package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.StartTag;
import java.util.Set;

/** What a browser does with a script element (WHATWG HTML 4.12.1, prepare the script element). */
enum ScriptType {
  /** It runs as it is. */
  CLASSIC,
  /** It loads by what it says: a module, an import map, speculation rules. */
  LOADING,
  /** It is data: neither its text nor its source does anything. */
  DATA;

  private static final Set<String> JAVASCRIPT =
      Set.of(
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
          "text/x-javascript");

  /** Types whose scripts a library in the page runs. */
  private static final Set<String> RUN_BY_LIBRARIES =
      Set.of("text/partytown", "text/rocketscript", "text/lazyscript", "rocketlazyloadscript");

  private static final Set<String> LOADING_TYPES =
      Set.of("module", "importmap", "speculationrules", "module-shim", "importmap-shim");

  static ScriptType of(StartTag tag) {
    int type = tag.indexOf(Attribute.TYPE);
    if (type >= 0) {
      return ofType(tag.decodedValue(type));
    }
    int language = tag.indexOf(Attribute.LANGUAGE);
    String named = language < 0 ? "" : tag.decodedValue(language);
    return named.isEmpty() ? CLASSIC : ofType("text/" + named);
  }

  private static ScriptType ofType(String value) {
    if (value.isEmpty()) {
      return CLASSIC;
    }
    String type = withoutRocketLoader(trim(value).toLowerCase(java.util.Locale.ROOT));
    if (LOADING_TYPES.contains(type)) {
      return LOADING;
    }
    return JAVASCRIPT.contains(type) || RUN_BY_LIBRARIES.contains(type) ? CLASSIC : DATA;
  }

  /** Cloudflare's Rocket Loader runs scripts it has marked with a type of a hash before the type. */
  private static String withoutRocketLoader(String type) {
    int dash = type.indexOf('-');
    boolean hash = dash >= 16 && type.chars().limit(dash).allMatch(ScriptType::isHexDigit);
    return hash ? type.substring(dash + 1) : type;
  }

  private static boolean isHexDigit(int c) {
    return Character.digit(c, 16) >= 0;
  }

  private static String trim(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && AsciiText.isSpace(value.charAt(from))) {
      from++;
    }
    while (to > from && AsciiText.isSpace(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }
}
