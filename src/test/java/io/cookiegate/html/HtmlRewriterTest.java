package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlRewriterTest {
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>a<b>c</title><!-- x --><style>p > q{}</style>"
          + "<script>if (a<b) document.write('<scr'+'ipt>')</script></head><body class=x data-y='<>'>"
          + "<p title=\"a>b\">text &amp; more<br/><svg><title>t</title><style>.a{}</style>"
          + "<path d='M0'/></svg><![CDATA[x]]><noscript><img src=a></noscript></body></html>\n";

  @Test
  void keepsAPageByteForByteInOneRange() {
    Page page = new Page();
    HtmlRewriter rewriter = new HtmlRewriter(tag -> {}, HtmlLimits.DEFAULT, page);
    byte[] bytes = PAGE.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    rewriter.write(bytes, 0, bytes.length);
    rewriter.end();
    assertEquals(PAGE, page.text());
    assertEquals(1, page.keptCalls);
    assertEquals(List.of(), page.made);
  }

  @Test
  void readsEveryCutAlike() {
    for (int piece = 1; piece <= PAGE.length(); piece++) {
      Gate gate = new Gate();
      assertEquals(PAGE, Page.rewrite(PAGE, piece, gate, HtmlLimits.DEFAULT), "piece " + piece);
      assertEquals(
          List.of(
              "html",
              "head",
              "title",
              "style",
              "script",
              "body class=x data-y=<>",
              "p title=a>b",
              "br",
              "svg",
              "title",
              "style",
              "path d=M0",
              "noscript",
              "img src=a"),
          gate.starts,
          "piece " + piece);
      assertEquals(List.of(), gate.closed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a<img src=gated>b|ab",
        "a<script src=gated>x</script>b|ab",
        "a<script>gated</script>b|ab",
        "a<script>x</script>b|a<script>x</script>b",
        "a<script><!--<script>gated</script>x</script>b|ab",
        "a<object data=gated><object></object>x</object>b|ab",
        "a<object data=gated><p>b|a",
        "a<iframe src=gated><p></iframe>b|ab",
        "a<svg><image href=gated /><g></g></svg>b|a<svg><g></g></svg>b",
        "a<svg><script>gated</script></svg>b|a<svg></svg>b",
        "a<svg><script>x<b>gated</script></svg>b|a<svg><b>gated</script></svg>b",
        "a<div><svg><g></div>b|a<div><svg><g></svg></div>b",
        "a<frameset><style><frame src=gated></style>b|a<frameset>b",
        "a<select><title><script src=gated></script></title>b|a<select>b",
        "<select><frameset><noframes><script src=gated></script>|<select><frameset>",
        "<template><col><style></template><img src=gated></style>b|<template><col>b",
        "<svg><desc><td></desc><xmp><!--</xmp><img src=gated>-->b|<svg><desc></desc><xmp><!----></xmp>-->b",
        "<svg><desc><p></desc><style><!--</style><img src=gated>-->b|<svg><desc><p>-->b",
        "<svg><desc><![CDATA[<img src=gated>]]>b|<svg><desc>]]>b",
        "<svg><desc><p><![CDATA[<img src=gated>]]>b|<svg><desc><p>]]>b",
        "<noscript><p title=\"</noscript><img src=gated>\">b|<noscript></noscript>\">b",
        "<noscript><!-- </noscript><img src=gated>-->b|<noscript><!-- --></noscript>-->b",
        "<noscript><iframe></noscript><img src=gated>b|<noscript><iframe></iframe></noscript>b",
        "<noscript><script>'</noscript><img src=gated>'</script>b|<noscript><script>'--></script></noscript>'</script>b",
        "<noscript><object data=gated></noscript>b|<noscript></noscript>b",
        "a<img src=gated|a",
        "a<img src=x|a",
        "a<<img src=gated>script src=gated>b|a< script src=gated>b",
        "a<<script>gated</script>img src=gated>b|a< img src=gated>b",
        "a<|a<",
        "a</|a</",
        "a<!|a<!",
        "a<!-->b<img src=gated>|a<!-->b",
        "a<!--->b<img src=gated>|a<!--->b",
        "a<!-- --!>b<img src=gated>|a<!-- --!>b",
        "a<!-- -- ><img src=gated>--><img src=gated>|a<!-- -- ><img src=gated>-->",
        "a<?b <img src=gated>c<img src=gated>|a<?b <img src=gated>c",
        "a</ b<img src=gated>c<img src=gated>|a</ b<img src=gated>c",
        "a<plaintext><img src=gated>|a<plaintext><img src=gated>",
        "a<textarea><img src=gated></textarea>|a<textarea><img src=gated></textarea>",
        "<math><mi><xmp></mi><img src=gated></xmp>b|<math><mi><xmp></xmp></mi>b",
        "<form><math><mtext></form><form><mglyph><style></math><img src=gated>|<form><math><mtext></form><form>",
        "<math><mi><nobr><nobr></nobr><mglyph><style></math><img src=gated></style>b|<math><mi><nobr><nobr></nobr>b",
        "<math><mi><p><mglyph><xmp></math><img src=gated></xmp>b|<math><mi><p><xmp></xmp>b",
        "<form><svg><desc></form><form>x</form></desc></svg>b|=",
        "<svg><style><!--</style><img src=gated>--></style></svg>b|<svg>--></svg>b",
        "<svg><style>a</style></svg><style>a<b{}</style>b|=",
        "<svg><title><!--</title><img src=gated>--></title></svg>b|<svg><title><!----></title>--></svg>b",
        "<svg><title/><g id='</title><img src=gated>'/></svg>b|<svg><title/>'/></svg>b",
        "<svg><title/></svg><title>a</title><!-- </title> -->b|=",
        "<select><math><mi><select></select><mglyph><style/>@import gated|<select><math><mi><select></select><mglyph>@import gated",
        "<table><math><mi><table></table><mglyph><style/>@import gated|<table><math><mi><table></table><mglyph>@import gated",
        "<math><mi></p><mglyph><style/>@import gated|<math><mi><mglyph><style/>@import gated",
        "<svg><text><![CDATA[a < b <img src=gated>]]></text></svg>b|=",
        "<svg><text><![CDATA[a > b <img src=gated>]]></text></svg>b|<svg><text><![CDATA[a > b ]]>]]></text></svg>b",
        "<svg><style><![CDATA[a > b</style><img src=gated>]]></style></svg>b|<svg>]]></svg>b",
        "<svg><noscript><!--</noscript><img src=gated>--></svg>b|<svg><noscript><!----></noscript>--></svg>b",
        "<svg><xmp></svg><!-- </xmp><img src=gated> -->b|<svg><xmp></svg><!-- --></xmp> -->b",
        "<svg><script/></svg><!-- </script><img src=gated> -->b|<svg><script/></svg></script><!-- </script><img src=gated> -->b",
        "<svg><script/></svg><script>'<script>'<!--x--></script><!-- c -->b|=",
        "<svg><script>a<!--<script>--!></script><!--</script><img src=gated>--></svg>b|<svg><script>--!></script><!--</script><img src=gated>--></svg>b",
        "<svg><script><![CDATA[<!--<script>]]></script><!--</script><img src=gated>--></svg>b|<svg><script>]]></script><!--</script><img src=gated>--></svg>b"
      })
  void removesWhatABrowserWouldActOn(String page, String output) {
    String expected = output.equals("=") ? page : output;
    for (int piece = 1; piece <= page.length(); piece++) {
      assertEquals(
          expected, Page.rewrite(page, piece, new Gate(), HtmlLimits.DEFAULT), "piece " + piece);
    }
  }
}
