package io.cookiegate.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static Template of(String markup) {
    return new Template(
        List.of(
            new Template.Part.Literal(markup),
            new Template.Part.Section(
                "added", true, List.of(new Template.Part.Literal("<b title='\">'></b>"))),
            new Template.Part.Word("text")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>a</p>              | true",
        "<p title=\"a&#160;\"/> | true",
        "a<!-- b -->           | true",
        "<p>                   | false",
        "<br>                  | false",
        "<p title=a></p>       | false",
        "<p hidden></p>        | false",
        "a&nbsp;b              | false",
        "<h:p></h:p>           | false",
        "<![CDATA[a]]>         | false",
        "<?a?>                 | false",
        "</x><x>               | false"
      })
  void whatCanStandInXmlIsWellFormed(String markup, boolean wellFormed) {
    assertEquals(wellFormed, of(markup).isWellFormed());
  }

  @Test
  void theBannerOfTheProductIs() {
    assertTrue(BannerTemplate.BUILT_IN.isWellFormed());
  }

  @Test
  void anUnfinishedSectionIsNot() {
    Template.Part open = new Template.Part.Literal("<p>");
    Template.Part close = new Template.Part.Literal("</p>");
    assertEquals(
        false,
        new Template(List.of(open, new Template.Part.Section("added", false, List.of(close))))
            .isWellFormed());
  }
}
