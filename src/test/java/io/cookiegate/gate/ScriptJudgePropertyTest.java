package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScriptJudgePropertyTest {
  private final ScriptJudge judge = new GatedPage().scripts();

  @Provide
  Arbitrary<String> scripts() {
    return Arbitraries.of(
            "a",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "`",
            "${",
            "'",
            "\"",
            "/",
            "//",
            "/*",
            "*/",
            "\n",
            "\\",
            "return ",
            "if",
            "<!--",
            "-->",
            "+",
            "++",
            "=",
            ";",
            ",",
            ".",
            " ",
            "\\u0067",
            "createElement",
            "//static.hotjar.com/x",
            "_hjSettings",
            "%3C",
            "=>",
            "\u2028",
            "$")
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  private Object verdict(String script, int piece) {
    return ScriptJudgeTest.judge(judge, script, piece);
  }

  @Property(tries = 2000)
  void theCutMakesNoDifference(
      @ForAll("scripts") String script, @ForAll @IntRange(min = 1, max = 9) int piece) {
    assertEquals(verdict(script, 1 << 20), verdict(script, piece));
  }

  // Byte by byte there are no runs, so that this holds what is read in runs against what is not.
  @Property(tries = 5000)
  void aRunIsReadAsItsBytesAre(
      @ForAll("seeded") String script, @ForAll @IntRange(min = 2, max = 40) int piece) {
    Object reference = verdict(script, 1);
    assertEquals(reference, verdict(script, 1 << 20));
    assertEquals(reference, verdict(script, piece));
  }

  @Provide
  Arbitrary<String> seeded() {
    return Arbitraries.of(
            "GoogleAnalyticsObject",
            "_gaq.push(['_setAccount'",
            "ga('create'",
            "gtag (\"config\"",
            "gtm.sta",
            "rt",
            "fbq(`init`",
            "_hj\\x53ettings",
            "\\u{67}tm.start",
            "google_conversion_id",
            "'https://connect.facebook.net/en/f.js'",
            "\"//www.google-analytics.com/ga.js\"",
            "'.hotjar.com/c'",
            "'//static.hot' + 'jar.com/'",
            "'www.site.example/matomo/m.js'",
            "'http%3A%2F%2Fdoubleclick.net%2F'",
            "`//${h}.doubleclick.net/x`",
            "createElement",
            "new Image().src=",
            "loadScript(",
            "inject",
            "document.write('<scr'+'ipt src=",
            "var colour",
            "returned",
            "typeof/'/.x",
            "}/",
            "'",
            "\"",
            "`",
            "\\",
            "%",
            "(",
            ")",
            "{",
            "}",
            "+",
            ".",
            "=",
            " ",
            "\n",
            "//",
            "/*",
            "*/",
            "\u00e9",
            "$")
        .list()
        .ofMaxSize(25)
        .map(list -> String.join("", list));
  }

  // Statements that are whole leave the lexer where code begins, or unsure of it.
  @Property(tries = 1000)
  void aSnippetAfterWholeStatementsIsFound(@ForAll("statements") String statements) {
    assertNotNull(verdict(statements + "\nwindow._hjSettings={};", 1 << 20));
  }

  @Provide
  Arbitrary<String> statements() {
    return Arbitraries.of(
            "x=a/b;",
            "x=a/b/c;",
            "r=/[/*]/;",
            "r=/'/g;",
            "if(a)/\"/.test(b);",
            "f(/`/);",
            "s='/*';",
            "s=\"//\";",
            "t=`/* ${a/b} //`;",
            "t=`${`'`}`;",
            "return /[\"']/;",
            "x=(a)/2;y='/';",
            "x=a[0]/2;",
            "/* ' */",
            "// \"\n",
            "x={a:1}/2;",
            "function f(){}",
            "a=>({});",
            "x++/2;",
            "var of=4;x=of/2;",
            "while(a)/[/*]/.exec(b);",
            "x=y.return/2;",
            "switch(a){case/[/*]/:b()}",
            "x=typeof/[/*]/;",
            "a\n/b/c;",
            "x=a?/'/:/\"/;",
            "r=/\\//;")
        .list()
        .ofMaxSize(6)
        .map(list -> String.join("", list));
  }
}
