package io.cookiegate.gate;

import java.util.Random;

/** Random scripts of what matters to the reader of scripts, for tests. */
final class LongScripts {
  private static final String[] USUAL = {
    "a",
    "b1",
    " ",
    "\n",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    ":",
    "=",
    "+",
    "++",
    "-",
    ".",
    "/",
    "<",
    ">",
    "\"",
    "'",
    "`",
    "\"a\",",
    "'b':",
    "\"c\":\"d e f\",",
    "{\"x\":[1,\"y\"]},",
    "`t${u}v`,",
    "`${",
    "\"\\u0067\\x6f\\n\",",
    "\"<p class=\\\"a\\\">text</p>\",",
    "'\\\\',",
    "/* \" */",
    "/*",
    "*",
    "// '\n",
    "//",
    "=/[\"']/,",
    "=/[",
    "return ",
    "if(a)",
    "f(",
    "x.indexOf(",
    "x.indexOf (",
    "if (",
    "if/*>",
    "*/(a)",
    "while //",
    "/\"/.test(a)",
    "f.apply(a,[",
    "function f(){}",
    "\u00e9",
    "\u2028",
    "\u00c3",
    "<!--",
    "<!",
    "-->",
    "\n--",
    "\"a\\",
    "%3C",
    "\ttab",
    "\"https://www.plain.example/a?b=",
    "\"data:text/html,",
    "\"//cdn.plain.example/\",",
    "\"style=\\\"a:url(b\",",
    "@media",
    "&amp;"
  };

  private static final String[] TELLING = {
    "createElement",
    "new Image().src=",
    "loadScript(",
    "load (",
    "load",
    "b1.text",
    "\"#b1\",",
    "querySelector(\"script\"),",
    "document.scripts",
    "querySelector(",
    "'script'",
    "\"b1\",",
    "\"\\ud835\\udc60tatic.hotjar.com/x\",",
    "\"%ud835%udc60tatic.hotjar.com/x\",",
    ".textContent;",
    "\"//static.hotjar.com/x\",",
    "'//static.hot' + ",
    "'jar.com/'",
    "\"https://www.google-analytics.com/ga.js\",",
    "_hj",
    "Settings",
    "_gaq.push(['_setAccount'",
    "\"speculationrules\",",
    "\"where\":{not:",
    "document:",
    "href_matches:'/a'",
    "href_matches:",
    "selector_matches:",
    "google_conversion_id",
    "f(\"https://connect.facebook.net/en/f.js\",",
    "\"style=\\\"a:url(//\\\\64oubleclick.net/)\","
  };

  private LongScripts() {}

  /** A script of a length or a little more, of which some have more that tells. */
  static String next(Random random, int length) {
    int seldom = 3 << random.nextInt(7);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String[] of = random.nextInt(seldom) == 0 ? TELLING : USUAL;
      text.append(of[random.nextInt(of.length)]);
    }
    return text.toString();
  }
}
