package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.host.HostLetters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SieveSpellingTest {
  @Test
  void everyCharacterThatIsAnotherToAHostIsFound() {
    List<String> missed = new ArrayList<>();
    int others = 0;
    for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
      boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      boolean counts = !surrogate && Character.isDefined(point);
      if (counts && HostLetters.of(point) != HostLetters.OTHER) {
        others++;
        byte[] text = ("abcdefghijk" + Character.toString(point) + "lmn").getBytes(UTF_8);
        if (!SieveSpelling.mayBegin(text, 0, 11, text.length)) {
          missed.add(Integer.toHexString(point));
        }
      }
    }
    assertEquals(List.of(), missed);
    assertTrue(others > 1400, "" + others);
  }

  @Test
  void ordinaryTextIsPassedOver() {
    for (String text :
        List.of(
            "Größe, naïve, Ærø: été — “quoted” … ’s",
            "Ελληνικά, Русский язык",
            "日本語のテキスト、カタカナ「引用」ー。次の文。\"\"ー",
            "中文文章、內容「引文」",
            "한국어 텍스트",
            "a && b; x = c&1 | d",
            "smile \uD83D\uDE00")) {
      byte[] bytes = text.getBytes(UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        assertFalse(SieveSpelling.mayBegin(bytes, 0, i, bytes.length), text + " at " + i);
      }
    }
  }
}
