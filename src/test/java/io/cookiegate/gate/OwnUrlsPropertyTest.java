package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.coding.PageCharset;
import io.cookiegate.consent.Consent;
import io.cookiegate.host.UrlReader;
import io.cookiegate.html.HtmlLimits;
import io.cookiegate.html.HtmlRewriter;
import io.cookiegate.html.Output;
import io.cookiegate.html.Srcset;
import io.cookiegate.html.StartTag;
import io.cookiegate.html.TagHandler;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for the site's own as it is written is so for whoever reads all of it. */
class OwnUrlsPropertyTest {
  private static final UrlJudge URLS = urls();

  private static UrlJudge urls() {
    SiteRules rules = Rules.with().host("statistics", "static.hotjar.com").site();
    Gating gating = Gating.of(rules.classification(), Consent.UNASKED);
    String host = "www.legacy.example";
    PageContext page =
        new PageContext(true, host, "/", "en", null, null, false, Consent.UNASKED, "", host);
    return new PageScope(rules, gating, GateObserver.NONE, page, PageCharset.utf8()).urls;
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
            "/",
            "/",
            "/",
            "//",
            "\\",
            ":",
            "https:",
            "http:/",
            "img",
            "a",
            "7",
            "-2x.jpg",
            ", ",
            " 2x",
            " 100w",
            ",",
            "&sol;",
            "&#47;",
            "&#x2f",
            "&colon;",
            "&amp;",
            "&Tab;",
            "\t",
            "\n",
            " ",
            "\0",
            "x.example",
            "static.hotjar.com",
            "%2f",
            "(",
            ")",
            "é",
            "／",
            "?",
            "#",
            "data:",
            "@",
            ".")
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(pieces -> String.join("", pieces));
  }

  /** Reads a value as it stands in a tag, and as text. */
  private static final class Reader implements TagHandler, Output {
    private boolean own;
    private boolean allOwn;
    private String text = "";

    static Reader of(String value) {
      Reader reader = new Reader();
      byte[] page = ("<img src=\"" + value + "\">").getBytes(UTF_8);
      HtmlRewriter rewriter = new HtmlRewriter(reader, HtmlLimits.DEFAULT, reader);
      rewriter.write(page, 0, page.length);
      rewriter.end();
      return reader;
    }

    @Override
    public void startTag(StartTag tag) {
      own = URLS.isSurelyOwn(tag.array(), tag.valueFrom(0), tag.valueTo(0));
      allOwn = URLS.areSurelyOwn(tag.array(), tag.valueFrom(0), tag.valueTo(0));
      text = tag.decodedValue(0);
    }

    @Override
    public void kept(byte[] array, int from, int to) {}

    @Override
    public void made(byte[] array, int from, int to) {}
  }

  @Property(tries = 20_000)
  void whatIsTakenForOwnIsOwn(@ForAll("values") String value) {
    Reader reader = Reader.of(value);
    byte[] text = reader.text.getBytes(UTF_8);
    if (reader.own) {
      assertEquals(UrlReader.Kind.RELATIVE, new UrlReader().read(text, 0, text.length));
    }
    if (reader.allOwn) {
      Srcset candidates = new Srcset();
      candidates.read(text, 0, text.length);
      for (int i = 0; i < candidates.count(); i++) {
        assertEquals(
            UrlReader.Kind.RELATIVE,
            new UrlReader().read(text, candidates.urlFrom(i), candidates.urlTo(i)),
            value);
      }
    }
    Statistics.label("own").collect(reader.own);
    Statistics.label("all own")
        .collect(reader.allOwn)
        .coverage(share -> share.check(true).percentage(percent -> percent > 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/images/7-2x.jpg 2x", "/a.png, /b.png 2x", "a.png 100w,../b/c.png 200w"})
  void usualCandidatesAreTakenForOwn(String value) {
    assertEquals(true, Reader.of(value).allOwn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a.png, //x.example/b.png 2x",
        "/aaaaa//x.example",
        "/aaaaaa//x.example",
        "/aaaaaaa//x.example",
        "/a.png, https://x.example/b.png",
        "/a.png, https:x.example/b.png 2x",
        "/a.png, \\\\x.example/b.png",
        "/a.png, &#47;/x.example/b.png",
        "/a.png, /\t/x.example/b.png"
      })
  void othersAreNot(String value) {
    assertEquals(false, Reader.of(value).allOwn);
  }

  @Test
  void aPathIsTakenForOwnAndNothingElse() {
    assertEquals(true, Reader.of("/a").own);
    assertEquals(true, Reader.of("/7/x.png?u=https://x.example/").own);
    for (String value : new String[] {"//x", "/\\x", "/&sol;x", "/\t/x", "a/b", "/", " /a", "/:"}) {
      assertEquals(false, Reader.of(value).own, value);
    }
  }
}
