package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.html.HtmlLimits;
import io.cookiegate.html.HtmlRewriter;
import io.cookiegate.html.Output;
import io.cookiegate.html.StartTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedNamesTest {
  private static final Output NOWHERE =
      new Output() {
        @Override
        public void kept(byte[] array, int from, int to) {}

        @Override
        public void made(byte[] array, int from, int to) {}
      };

  private final RepeatedNames names = new RepeatedNames();
  private final StringBuilder counting = new StringBuilder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<img src=a srcset=b>           | src srcset",
        "<img src=a SRC=b>              | src",
        "<img src src=a src=b>          | src src",
        "<img src=' a' src=b src=c>     | src src",
        "<img src='&#32;' src=b>        | src src",
        "<img onload=a onload=b>        | onload onload",
        "<img data-a=a data-a=b>        | data-a data-a",
        "<img ping=a ping=b style=c>    | ping style",
        "<img src=a><img src=b>         | src src"
      })
  void theFirstOfANameCountsAndOneBehindWhatMayBeEmpty(String tags, String expected) {
    HtmlRewriter rewriter = new HtmlRewriter(this::count, HtmlLimits.DEFAULT, NOWHERE);
    byte[] page = tags.getBytes(US_ASCII);
    rewriter.write(page, 0, page.length);
    rewriter.end();
    assertEquals(expected, counting.toString().strip());
  }

  private void count(StartTag tag) {
    names.begin();
    for (int i = 0; i < tag.attributeCount(); i++) {
      if (names.counts(tag, i)) {
        int from = tag.nameFrom(i);
        counting.append(new String(tag.array(), from, tag.nameTo(i) - from, US_ASCII)).append(' ');
      }
    }
  }
}
