package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Scripts as pages have them, always the same. */
public enum GeneratedScript {
  /** A library as a minifier leaves it. */
  MINIFIED(
      "!function(e,t){\"object\"==typeof exports?t(exports):t(e.app={})}(this,function(e){function n(e,t)"
          + "{return e<t?-1:e>t?1:e>=t?0:NaN}var r=[],o=/^(?:\\s*(<[\\w\\W]+>)[^>]*|#([\\w-]+))$/;for(var i=0;"
          + "i<e.length;i++)if(r[i]=e[i]*2+(a?b:c)/d,!o.test(r[i]))break;e.map=n,e.on(\"click\",n)});"),
  /** The state of a page, as frameworks hand it over. */
  STATE(
      "window.__STATE__={\"items\":[{\"id\":4711,\"title\":\"A headline of the usual length, with words\","
          + "\"url\":\"https://www.site.example/news/2026/11/a-headline-of-the-usual-length.html?ref=front\","
          + "\"image\":\"https:\\/\\/cdn.site.example\\/pictures\\/4711.jpg\",\"text\":\"\\u003cp\\u003eHej\"}]};"),
  /** Templates of markup. */
  TEMPLATES(
      "const row=item=>`<li class=\"row ${item.kind}\"><a href=\"/items/${item.id}\">${item.title}</a>\n"
          + "  <span>${item.price ? `${item.price} kr` : ''}</span></li>`;\n"),
  /** Code with its comments. */
  COMMENTED(
      "/**\n * Opens the menu, and closes every other one that is open.\n */\nfunction open(menu) {\n"
          + "  // The last one wins.\n  if (current && current !== menu) { current.hide(); }\n  menu.show();\n}\n"),
  /** Code after a place where nobody can be sure what is code. */
  UNSURE(
      "function f() {} /[/*]/.test(x); var name = \"a string of words\"; list.push(name + 1);\n");

  private static final int SIZE = 256 << 10;

  private final String piece;

  GeneratedScript(String piece) {
    this.piece = piece;
  }

  byte[] bytes() {
    return piece.repeat(SIZE / piece.length()).getBytes(UTF_8);
  }
}
