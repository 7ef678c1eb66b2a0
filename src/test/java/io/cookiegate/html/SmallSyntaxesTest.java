package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallSyntaxesTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "a.png|a.png",
        "a.png 1x, b.png 2x|a.png;b.png",
        "a.png,b.png|a.png,b.png",
        "a.png, b.png|a.png;b.png",
        ",,a.png,, b.png 2x,|a.png;b.png",
        "a.png (1,2) , b.png|a.png;b.png",
        "data:,x 1x, https://t.example/p?a,b 2x|data:,x;https://t.example/p?a,b",
        "^  ^|-",
        "a.png 1x (|a.png"
      })
  void listsTheCandidatesOfASrcset(String text, String expected) {
    Srcset srcset = new Srcset();
    byte[] bytes = bytes(text);
    srcset.read(bytes, 0, bytes.length);
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < srcset.count(); i++) {
      urls.add(
          new String(
              bytes,
              srcset.urlFrom(i),
              srcset.urlTo(i) - srcset.urlFrom(i),
              StandardCharsets.UTF_8));
    }
    assertEquals(expected == null ? "" : expected, String.join(";", urls));
  }

  @Test
  void rangesOfASrcsetIncludeDescriptors() {
    Srcset srcset = new Srcset();
    byte[] bytes = bytes("a 1x, b 2x");
    srcset.read(bytes, 0, bytes.length);
    assertEquals(4, srcset.to(0));
    assertEquals(10, srcset.to(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "0;url=x|x",
        " 5 ; URL = 'x y' z|x y",
        "5,x|x",
        "5 x|x",
        "1.5;url=x|x",
        "5;url|url",
        "5;urls=x|urls=x",
        "5|-",
        "5;|-",
        "url=x|-",
        "5x|-",
        "^^|-",
        ".;url=x|x"
      })
  void findsTheUrlOfARefresh(String text, String expected) {
    MetaRefresh refresh = new MetaRefresh();
    byte[] bytes = bytes(text == null ? "" : text);
    boolean found = refresh.read(bytes, 0, bytes.length);
    String url =
        found
            ? new String(
                bytes,
                refresh.urlFrom(),
                refresh.urlTo() - refresh.urlFrom(),
                StandardCharsets.UTF_8)
            : null;
    assertEquals(expected, url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a&amp;b|a&b|a&b",
        "a&ampb|a&ampb|a&b",
        "a&amp=b|a&amp=b|a&=b",
        "a&amp|a&|a&",
        "&copy1|&copy1|©1",
        "&notit;|&notit;|¬it;",
        "&notin;|∉|∉",
        "&#x68;&#116;tp|http|http",
        "&#x68&#116tp|http|http",
        "&#0;&#xD800;&#x110000;&#99999999999;|\uFFFD\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD\uFFFD",
        "&#x80;&#x81;|€\u0081|€\u0081",
        "&#;&#x;&;&|&#;&#x;&;&|&#;&#x;&;&",
        "&nGt;&nLt;|≫⃒≪⃒|≫⃒≪⃒",
        "https&colon;&sol;&sol;x|https://x|https://x",
        "&Tab;&NewLine;x|^\t\nx^|^\t\nx^"
      })
  void resolvesCharacterReferences(String text, String attribute, String inText) {
    byte[] a = bytes(text);
    byte[] into = new byte[CharacterReferences.bound(a.length)];
    int length = new CharacterReferences().decodeAttribute(a, 0, a.length, into);
    assertEquals(attribute, new String(into, 0, length, StandardCharsets.UTF_8));
    length = new CharacterReferences().decodeText(a, 0, a.length, into, 0);
    assertEquals(inText, new String(into, 0, length, StandardCharsets.UTF_8));
  }

  @Test
  void everyNamedReferenceFitsTheBound() {
    NamedReferences all = NamedReferences.ALL;
    assertEquals(2231, all.count());
    for (int i = 0; i < all.count(); i++) {
      int raw = 1 + all.name(i).length;
      assertEquals(i, all.longest(all.name(i), 0, raw - 1));
      assertEquals(true, all.text(i).length <= raw + raw / 5);
    }
  }
}
