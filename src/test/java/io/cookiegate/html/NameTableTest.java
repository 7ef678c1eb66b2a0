package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are found whatever their case, and no other name is taken for one of them. */
class NameTableTest {
  @ParameterizedTest
  @EnumSource
  void findsEachElement(Element element) {
    assertEquals(element, element(element.lowerCaseName()));
    assertEquals(element, element(element.lowerCaseName().toUpperCase(Locale.ROOT)));
    assertEquals(Element.UNKNOWN, element(element.lowerCaseName() + "x1"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HANDLER")
  void findsEachAttribute(Attribute attribute) {
    assertEquals(attribute, attribute(attribute.lowerCaseName()));
    assertEquals(attribute, attribute(attribute.lowerCaseName().toUpperCase(Locale.ROOT)));
    assertEquals(Attribute.UNKNOWN, attribute(attribute.lowerCaseName() + "-"));
  }

  /** Bytes that differ from those of a name in the bit that tells case, or by what fills a word. */
  @ParameterizedTest
  @ValueSource(strings = {"h\u0011", "a\0", "\0", " ", "amp\rpixel", "\u0001", ""})
  void knowsNoNameWithControls(String name) {
    assertEquals(Element.UNKNOWN, element(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlink\u001Ahref", "data\rsrc", "src\0", "http\requiv"})
  void knowsNoAttributeWithControls(String name) {
    assertEquals(Attribute.UNKNOWN, attribute(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"onx", "ONLOAD", "onpointerrawupdate", "on-x", "onanythingelseoflength"})
  void takesWhatBeginsWithOnForHandlers(String name) {
    assertEquals(Attribute.HANDLER, attribute(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "o", "xon", "o\u000En", "no"})
  void takesNothingElseForHandlers(String name) {
    assertEquals(Attribute.UNKNOWN, attribute(name));
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThrows(
        IllegalArgumentException.class,
        () -> NameTable.of(Syntax.values(), syntax -> syntax + " of seventeen bytes"));
  }

  private static Element element(String name) {
    byte[] a = ("<" + name + ">").getBytes(StandardCharsets.US_ASCII);
    return Element.of(a, 1, 1 + name.length());
  }

  /** Names that share with one of the table all that is looked at but a byte, or the length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "data-lazysrcset",
        "data-lazy-srcsex",
        "xata-lazy-srcset",
        "data-originax",
        "datetimf"
      })
  void knowsNoAttributeByItsEndsAlone(String name) {
    assertEquals(Attribute.UNKNOWN, attribute(name));
  }

  private static Attribute attribute(String name) {
    byte[] a = (" " + name + "=").getBytes(StandardCharsets.US_ASCII);
    Attribute attribute = Attribute.of(a, 1, 1 + name.length());
    if (name.length() >= 8 && name.length() <= 16 && name.chars().allMatch(c -> c > ' ')) {
      long first = Swar.read(a, 1);
      long last = Swar.read(a, name.length() - 7);
      assertEquals(attribute, Attribute.of(Attribute.ordinalOf(first, last, name.length())));
    }
    return attribute;
  }
}
