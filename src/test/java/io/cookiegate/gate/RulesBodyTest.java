package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesBodyTest {
  private static final String OWN = "{\"prefetch\":[{\"where\":{\"href_matches\":\"/*\"}}]}";
  private static final String GATED =
      "{\"prefetch\":[{\"urls\":[\"https://static.hotjar.com/x\"]}]}";

  private static GatedPage page() {
    return new GatedPage().contentType("application/speculationrules+json; charset=utf-8");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void rulesAreJudgedInTheirCoding(int piece) throws IOException {
    for (String rules : List.of(OWN, GATED)) {
      String left = rules.equals(OWN) ? OWN : "{}";
      assertArrayEquals(left.getBytes(UTF_8), page().rewrite(rules.getBytes(UTF_8), piece));
      byte[] coded = page().coding("gzip").rewrite(gzip(rules), piece);
      GZIPInputStream decoded = new GZIPInputStream(new ByteArrayInputStream(coded));
      assertEquals(left, new String(decoded.readAllBytes(), UTF_8));
    }
  }

  @Test
  void nothingIsSentOfRulesThatAreNotWhole() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BodyRewriter body = page().open()) {
      body.write(ByteBuffer.wrap(OWN.getBytes(UTF_8)), sent -> GatedPage.append(out, sent));
      body.flush(sent -> GatedPage.append(out, sent));
    }
    assertEquals(0, out.size());
  }

  @Test
  void aBrokenCodingClosesAndNothingMayFollow() {
    List<String> observed = new ArrayList<>();
    GateObserver observer =
        new GateObserver() {
          @Override
          public void closed(Closure reason) {
            observed.add(reason.code());
          }
        };
    try (BodyRewriter body = page().coding("gzip").observer(observer).open()) {
      ByteBuffer bytes = ByteBuffer.wrap(OWN.getBytes(UTF_8));
      assertThrows(
          BodyClosedException.class,
          () -> {
            body.write(bytes, sent -> observed.add("sent"));
            body.end(sent -> observed.add("sent"));
          });
      assertThrows(IllegalStateException.class, () -> body.end(sent -> observed.add("sent")));
    }
    assertEquals(List.of("broken-coding"), observed);
  }
}
