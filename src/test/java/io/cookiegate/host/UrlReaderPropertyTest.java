package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UrlReaderPropertyTest {
  private final UrlReader reader = new UrlReader();

  @Property(tries = 20_000)
  void agreesWithTheParserOnWhatLooksLikeAUrl(@ForAll("references") String reference) {
    UrlAgreement.check(reader, reference);
  }

  @Property
  void agreesWithTheParserOnAnyText(@ForAll String text) {
    UrlAgreement.check(reader, text);
  }

  @Property
  void agreesWithTheParserOnPaths(@ForAll("paths") String path) {
    UrlAgreement.check(reader, "https://t.example/" + path);
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(
            "/", "/", "/", "\\", ".", ".", "..", "...", "%2e", "%2E", "%", "%41", "%2F", "a", "b c",
            "é", "中", "𝒶", "\uffff", "\ud800", "\t", "\"", "^", "|", "?", "#")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void readsAnyBytesInAnyRange(@ForAll byte[] bytes, @ForAll int a, @ForAll int b) {
    int from = Math.floorMod(a, bytes.length + 1);
    int to = from + Math.floorMod(b, bytes.length + 1 - from);
    assertNotNull(reader.read(bytes, from, to));
  }

  @Provide
  Arbitrary<String> references() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "http",
            "https",
            "HTTPS",
            "ws",
            "wss",
            "ftp",
            "file",
            "data",
            "javascript",
            "mailto",
            ":",
            ":",
            "/",
            "/",
            "//",
            "//",
            "\\",
            "?",
            "#",
            "@",
            "[",
            "]",
            "::1",
            ".",
            "..",
            "%2e",
            "%2E%2e",
            "%",
            "%41",
            "%C3%A4",
            "a",
            "Z",
            "t.example",
            "www.",
            "xn--",
            "xn--4ca",
            "é",
            "ß",
            "。",
            "\u200d",
            "\uFFFD",
            "𝒶",
            "127.1",
            "0x7f",
            "080",
            ":443",
            ":99999",
            ":0",
            "\t",
            "\n",
            "\r",
            " ",
            "\0",
            "\u001f",
            "\u007f",
            "\"",
            "<",
            "^",
            "{",
            "|",
            "~",
            "-",
            "_",
            "+",
            "1");
    return piece.list().ofMaxSize(9).map(pieces -> String.join("", pieces));
  }
}
