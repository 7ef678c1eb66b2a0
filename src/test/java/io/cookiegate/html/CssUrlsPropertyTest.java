package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is passed over in a style sheet changes nothing about what is found in it. */
class CssUrlsPropertyTest {
  /** Behind a registered property, every token is read. */
  private static final String REGISTERED = "@property x{}";

  @Property(tries = 4000)
  void findsWhatReadingEveryTokenFinds(@ForAll("sheets") String sheet) {
    assertEquals(found(REGISTERED + sheet, REGISTERED.length()), found(sheet, 0));
  }

  @Property(tries = 4000)
  void whatSurelyHasNoneHasNone(@ForAll("declarations") String style) {
    byte[] bytes = style.getBytes(StandardCharsets.UTF_8);
    if (CssUrls.surelyHasNone(bytes, 0, bytes.length)) {
      assertEquals(List.of(), found(style, 0));
    }
  }

  @Property(tries = 3000)
  void partsHaveTheUrlsOfTheWhole(@ForAll("sheets") String sheet) {
    byte[] bytes = sheet.getBytes(StandardCharsets.UTF_8);
    List<String> whole = found(sheet, 0);
    for (int seen = 0; seen <= bytes.length; seen++) {
      CssUrls beginning = new CssUrls();
      beginning.read(bytes, 0, seen);
      List<String> parts = found(bytes, 0, beginning.calmTo(), 0);
      parts.addAll(found(bytes, beginning.calmTo(), bytes.length, 0));
      assertEquals(whole, parts, seen + " bytes were seen");
    }
  }

  private static List<String> found(String sheet, int before) {
    byte[] bytes = sheet.getBytes(StandardCharsets.UTF_8);
    return found(bytes, 0, bytes.length, before);
  }

  private static List<String> found(byte[] bytes, int from, int to, int before) {
    CssUrls urls = new CssUrls();
    urls.read(bytes, from, to);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < urls.count(); i++) {
      found.add(
          urls.kind(i)
              + " "
              + (urls.from(i) - before)
              + " to "
              + (urls.to(i) - before)
              + (urls.escaped(i) ? " escaped" : ""));
    }
    return found;
  }

  @Provide
  Arbitrary<String> declarations() {
    return Arbitraries.of(
            "url(",
            "@import",
            "--x",
            "-",
            "image-set(",
            "\\",
            "'//t.example'",
            ")",
            ";",
            ":",
            "a",
            "color:#fff",
            " ",
            "width:10px;",
            "border-bottom")
        .list()
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> sheets() {
    return Arbitraries.of(
            "url(",
            "URL(",
            "src(",
            "image(",
            "image-set(",
            "-webkit-image-set(",
            "calc(",
            "@import",
            "--",
            "--x:",
            "var(--x)",
            "-",
            "#",
            "1",
            "a",
            "é",
            "\\",
            "\\75 ",
            "\\\n",
            "'",
            "\"",
            "/*",
            "*/",
            "*",
            "/",
            "(",
            ")",
            ";",
            ":",
            "{",
            "}",
            " ",
            "\n",
            "\f",
            "@media ",
            "color",
            "background-color",
            "//t.example/x",
            "a{b:c}",
            "x".repeat(20))
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }
}
