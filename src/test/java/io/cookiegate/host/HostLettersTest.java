package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds what characters are to a host against ICU's table, code point by code point. */
class HostLettersTest {
  private static final Normalizer2 ICU =
      Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);

  private static int expected(int point) {
    if (!Character.isDefined(point)) {
      return HostLetters.UNKNOWN;
    }
    boolean surrogate = point <= 0xffff && Character.isSurrogate((char) point);
    String mapped = surrogate ? "\uFFFD" : ICU.normalize(Character.toString(point));
    if (mapped.isEmpty()) {
      return HostLetters.IGNORED;
    }
    if (!mapped.matches("[a-z0-9._-]+")) {
      return HostLetters.OTHER;
    }
    return mapped.length() == 1 ? mapped.charAt(0) : HostLetters.UNKNOWN;
  }

  @Test
  void everyCharacterBeyondAsciiIsWhatIcuMapsItTo() {
    List<String> wrong = new ArrayList<>();
    int letters = 0;
    for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
      int expected = expected(point);
      int found = HostLetters.of(point);
      letters += expected > 0 ? 1 : 0;
      if (found != expected && !(found == HostLetters.OTHER && !Character.isDefined(point))) {
        wrong.add(Integer.toHexString(point) + ": " + found + ", not " + expected);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(letters > 1000, "" + letters);
  }

  @Test
  void lettersOfOtherWidthsAndFacesAreThoseOfAscii() {
    assertEquals('g', HostLetters.of('\uFF47'));
    assertEquals('g', HostLetters.of(0x1D420));
    assertEquals('.', HostLetters.of('\u3002'));
    assertEquals('-', HostLetters.of('\uFF0D'));
    assertEquals(HostLetters.IGNORED, HostLetters.of('\u00AD'));
    assertEquals(HostLetters.OTHER, HostLetters.of('\u4F60'));
    assertEquals(HostLetters.OTHER, HostLetters.of('\u00DF'));
    assertEquals(HostLetters.UNKNOWN, HostLetters.of('\uFB01'));
  }
}
