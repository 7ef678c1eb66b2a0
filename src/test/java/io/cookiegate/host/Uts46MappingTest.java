package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Normalizer2;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the computed mapping against ICU's table, code point by code point. */
class Uts46MappingTest {
  private static final Normalizer2 ICU =
      Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);
  private static final int SURROGATES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;

  @Test
  void everyCodePointMapsAsInIcuOrIsNewerThanTheJdk() {
    List<String> wrong = new ArrayList<>();
    int graded = 0;
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        grade(point, wrong);
        graded++;
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(Character.MAX_CODE_POINT + 1 - SURROGATES, graded);
  }

  private static void grade(int point, List<String> wrong) {
    String mapped = Uts46Mapping.map(Character.toString(point));
    String expected = Character.isDefined(point) ? mapping(point) : null;
    if (expected == null ? mapped != null : !expected.equals(composed(mapped))) {
      wrong.add(Integer.toHexString(point) + ": " + mapped + ", not " + expected);
    }
  }

  private static @Nullable String mapping(int point) {
    String mapping = ICU.normalize(Character.toString(point));
    return mapping.indexOf('\uFFFD') >= 0 ? null : mapping;
  }

  private static @Nullable String composed(@Nullable String mapped) {
    return mapped == null ? null : Normalizer.normalize(mapped, Normalizer.Form.NFC);
  }

  @Test
  void deviationCharactersStay() {
    assertEquals("straße.ς", Uts46Mapping.map("Straße.ς"));
  }

  @Test
  void aHiddenFullStopIsRefused() {
    assertNull(Uts46Mapping.map("a\u2024b"));
    assertEquals("a.b", Uts46Mapping.map("a\u3002b"));
    assertEquals("a.b", Uts46Mapping.map("a\uFF0Eb"));
  }

  @Test
  void whatMapsToItselfIsStable() {
    assertTrue(Uts46Mapping.isStable("müller"));
    assertEquals(false, Uts46Mapping.isStable("Müller"));
  }
}
