package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.host.UrlReader;
import io.cookiegate.host.WebUrl;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Relative URLs joined to their base, against the full parser. */
class OwnAddressTest {
  private static final String[] BASES = {
    "https://www.site.example/a/b/c.html?d/e#f/g",
    "http://www.site.example:8080",
    "https://127.0.0.1//x//y",
    "https://[::1]/%2e/a%2F/b"
  };

  private int joined;

  @Provide
  Arbitrary<String> references() {
    return Arbitraries.of(
            "/", "/", "\\", ".", "..", "%2e", "%2E.", "%2F", "%", "?", "#", "a", "B.js", "é", "中",
            " ", "\t", "\n", ":", "https:", "@", "\0", "~", "|", "ß")
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void readsWhatTheParserReads(@ForAll("references") String reference) {
    for (String base : BASES) {
      agree(WebUrl.parse(base, null), reference);
    }
  }

  private void agree(WebUrl base, String reference) {
    byte[] text = reference.getBytes(UTF_8);
    UrlReader reader = new UrlReader();
    OwnAddress own = new OwnAddress();
    own.use(base);
    if (reader.read(text, 0, text.length) == UrlReader.Kind.RELATIVE
        && own.join(text, 0, text.length)) {
      WebUrl url = WebUrl.parse(new String(text, UTF_8), base);
      UrlReader.Kind kind = reader.read(own.array(), 0, own.length());
      assertEquals(url != null, kind == UrlReader.Kind.NETWORK, reference);
      String read = new String(reader.buffer(), 0, reader.pathTo(), US_ASCII);
      assertEquals(url.matchHost() + url.path(), read, base + " " + reference);
      joined++;
    }
  }

  @Test
  void joinsThePlainOnes() {
    WebUrl base = WebUrl.parse(BASES[0], null);
    for (String reference : new String[] {"x.js", "../x.js", "/x/./y", "?a:b", "#", "", " ./é"}) {
      agree(base, reference);
    }
    assertEquals(7, joined);
  }

  @Test
  void leavesSchemesToTheParser() {
    OwnAddress own = new OwnAddress();
    byte[] text = "https:x".getBytes(US_ASCII);
    assertFalse(own.join(text, 6, 7));
    own.use(WebUrl.parse(BASES[0], null));
    assertFalse(own.join(text, 0, 7));
    assertTrue(own.join(text, 6, 7));
  }
}
