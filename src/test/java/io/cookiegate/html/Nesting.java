package io.cookiegate.html;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Pages in which svg, math and HTML are nested in each other so that readers may lose track: an
 * element that start tags close or browsers ignore, around and inside an integration point; a tag
 * whose namespace depends on that; a text in one of the namespaces; and its end inside another token.
 */
final class Nesting {
  private static final List<String> NAMES =
      List.of(
          "form",
          "a",
          "nobr",
          "button",
          "h1",
          "option",
          "p",
          "li",
          "select",
          "table",
          "template",
          "b",
          "dd",
          "ruby",
          "rt",
          "td",
          "body");
  private static final List<String> POINTS =
      List.of(
          "<svg>",
          "<math>",
          "<math><mi>",
          "<math><mtext>",
          "<svg><desc>",
          "<svg><title>",
          "<svg><foreignObject>",
          "<math><annotation-xml>",
          "<math><annotation-xml encoding=text/html>");
  private static final List<String> INNER =
      List.of("", "<@>", "<@><@>", "<@></@>", "</@><@>", "</@>", "<@><@></@>", "<@></@></@>");
  private static final List<String> TURNS =
      List.of("", "<mglyph>", "<malignmark>", "<svg>", "<math>", "<svg/>", "<p>", "</p>", "<desc>");
  private static final List<String> TEXTS =
      List.of(
          "style",
          "title",
          "xmp",
          "script",
          "textarea",
          "noscript",
          "iframe",
          "noembed",
          "noframes",
          "plaintext");
  private static final List<String> STARTS = List.of("<#>", "<#/>", "<#></#><#>", "<# href=x>");
  private static final List<String> ENDS =
      List.of(
          "",
          "</math>",
          "</svg>",
          "</#>",
          "<!--</#>",
          "<!--<#>--!></#><!--</#>",
          "<![CDATA[</#>",
          "<![CDATA[>",
          "<![CDATA[<!--<#>]]></#><!--</#>",
          "<g title='</#>",
          "</svg><!-- </#>",
          "</svg><#></#><!--",
          "</@></#>");

  private Nesting() {}

  static Arbitrary<String> pages() {
    Arbitrary<String> inside =
        Combinators.combine(
                Arbitraries.of(POINTS),
                Arbitraries.of(INNER),
                Arbitraries.of(TURNS),
                Arbitraries.of(STARTS),
                Arbitraries.of(ENDS))
            .as((point, inner, turn, start, end) -> point + inner + turn + start + end);
    return Combinators.combine(
            Arbitraries.of("", "<@>"),
            inside,
            Arbitraries.of(
                "<img src=gated>", "<image href=gated />", "<script src=gated></script>"),
            Arbitraries.of("", "-->", "]]>", "'>", "</#>", "--></#></svg>"),
            Arbitraries.of(NAMES),
            Arbitraries.of(TEXTS))
        .as(
            (outer, nested, tag, rest, name, text) ->
                (outer + nested + tag + rest).replace("@", name).replace("#", text));
  }
}
