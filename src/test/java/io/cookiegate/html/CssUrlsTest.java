package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CssUrlsTest {
  private final CssUrls urls = new CssUrls();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "a{background:url(x.png)}|URL x.png",
        "a{background:URL( 'x.png' )}|URL x.png",
        "a{background:url(\"x)y\")}|URL x)y",
        "a{background:u\\72 l(x.png)}|URL x.png",
        "a{background:url(h\\74tp://x\\29 y)}|URL http://x)y",
        "@import 'a.css';|IMPORT a.css",
        "@IMPORT url(a.css) print;|IMPORT a.css",
        "@\\69mport/**/\"a.css\"|IMPORT a.css",
        "@import'a.css|IMPORT a.css",
        "/* url(x) */b{}|-",
        "a{content:'url(x)'}|-",
        "a{content:'x\\'url(y)'}|-",
        "a{x:1url(x)}#url(y)|-",
        "a{background:url(a b)}|-",
        "a{background:url(a\"b)} b{c:url(d)}|URL d",
        "a{background:image-set('a.png' 1x, url(b.png) 2x)}'c'|URL a.png,URL b.png",
        "a{background:-webkit-image-set(\"a\" 1x)}|URL a",
        "a{background:src('a')}|URL a",
        "a{background:url(  )}|URL ",
        "url(x|URL x",
        "url('x|URL x",
        "url(x\\|URL x",
        "url(|URL ",
        "@import|-",
        "/*|-",
        "'|-",
        "\\|-"
      })
  void findsWhatABrowserLoads(String css, String expected) {
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    urls.read(bytes, 0, bytes.length);
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < urls.count(); i++) {
      byte[] into = new byte[2 * bytes.length];
      int length = urls.decode(bytes, i, into);
      found.append(i == 0 ? "" : ",").append(urls.kind(i)).append(' ');
      found.append(new String(into, 0, length, StandardCharsets.UTF_8));
    }
    assertEquals(expected == null ? "" : expected.strip(), found.toString().strip());
  }
}
