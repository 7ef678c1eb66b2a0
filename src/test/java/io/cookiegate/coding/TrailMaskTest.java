package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrailMaskTest {
  /** How many such characters Chromium reads in each encoding. */
  private static final Map<String, Integer> CHARACTERS =
      Map.of("GBK", 7938, "GB18030", 7938, "BIG5", 7542, "SHIFT_JIS", 3288, "EUC_KR", 3606);

  private static byte[] read(String label, byte[] page, List<Integer> cuts) {
    return Bytes.through(PageCharset.of("text/html; charset=" + label).reader(), page, cuts);
  }

  @ParameterizedTest
  @CsvSource({
    "shift_jis, \u0081\\, \u0081\u00ff\u00dc",
    "shift_jis, \u00b1\\, \u00b1\\",
    "shift_jis, \u00fd\\, \u00fd\\",
    "shift_jis, \u0081\u0081\\, \u0081\u0081\\",
    "shift_jis, \u0085\\, \u0085\\",
    "gbk, \u0081\\\\, \u0081\u00ff\u00dc\\",
    "gb18030, \u0081`, \u0081\u00ff\u00e0",
    "gb18030, \u00810\u00810\\, \u00810\u00810\\",
    "big5, \u00a4\\, \u00a4\u00ff\u00dc",
    "euc-kr, \u0081A, \u0081\u00ff\u00c1",
    "euc-kr, \u0081\\, \u0081\\",
    "euc-jp, \u00a4\\, \u00a4\\",
    "gbk, <\u0081<\u0081, <\u0081<\u0081",
    "gbk, \u00ff\\, \u00ff\u00ff\\"
  })
  void masksWhatIsTheSecondHalfOfACharacter(String label, String page, String masked) {
    byte[] bytes = page.getBytes(ISO_8859_1);
    assertEquals(masked, new String(read(label, bytes, List.of()), ISO_8859_1));
    assertEquals(masked, new String(read(label, bytes, List.of(1, 2, 3)), ISO_8859_1));
  }

  @Test
  void knowsTheEncodingThatThePageNamesItself() {
    PageCharset charset = PageCharset.of("text/html");
    byte[] page = "<meta charset=gbk>\u0081\\".getBytes(ISO_8859_1);
    byte[] read = Bytes.through(charset.reader(), page, List.of());
    assertEquals("<meta charset=gbk>\u0081\u00ff\u00dc", new String(read, ISO_8859_1));
    assertArrayEquals(page, Bytes.through(charset.writer(), read, List.of(20)));
  }

  @Test
  void tellsWhatATextMeans() {
    PageCharset charset = PageCharset.of("text/html; charset=shift_jis");
    byte[] read = Bytes.through(charset.reader(), "//\u0083\\".getBytes(ISO_8859_1), List.of());
    assertEquals(
        "//\u30bd",
        new String(charset.inUtf8(read, 0, read.length), java.nio.charset.StandardCharsets.UTF_8));
  }

  /** What the masks say of every pair, held against the JDK's own decoders. */
  @ParameterizedTest
  @EnumSource(names = {"GBK", "GB18030", "BIG5", "SHIFT_JIS", "EUC_KR"})
  void afterMaskingAllAsciiIsText(Encoding encoding) {
    TrailBytes trails = TrailBytes.of(encoding);
    int halves = 0;
    for (int lead = 0x80; lead < 0x100; lead++) {
      for (int trail = 0; trail < 0x80; trail++) {
        String text = new String(new byte[] {(byte) lead, (byte) trail}, encoding.charset());
        boolean isHalf = trails.isLead(lead) && trails.isTrail(lead, trail);
        halves += isHalf ? 1 : 0;
        int pair = lead << 8 | trail;
        boolean isWrong = isHalf && text.indexOf(trail) >= 0 && !text.contains("\ufffd");
        assertEquals(false, isWrong, () -> encoding + " " + Integer.toHexString(pair));
      }
    }
    assertEquals(CHARACTERS.get(encoding.name()), halves);
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.of(0x81, 0x5c, 0xff, 0x80, 0x40, 0x30, 0xa4, 0xe0, 0xfe, 0x3c, 0x22, 0x61)
        .list()
        .ofMaxSize(40)
        .map(TrailMaskTest::bytes);
  }

  private static byte[] bytes(List<Integer> values) {
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values.get(i).byteValue();
    }
    return bytes;
  }

  @Property
  void everyPageComesBack(@ForAll("bytes") byte[] page, @ForAll byte[] any, @ForAll int seed) {
    for (String label : List.of("gbk", "big5", "shift_jis", "euc-kr", "gb18030")) {
      for (byte[] bytes : List.of(page, any)) {
        PageCharset charset = PageCharset.of("text/html; charset=" + label);
        List<Integer> cuts = new ArrayList<>();
        for (int i = Math.floorMod(seed, 3) + 1; i < 2 * bytes.length; i += 1 + i % 3) {
          cuts.add(i);
        }
        byte[] read = Bytes.through(charset.reader(), bytes, cuts);
        assertArrayEquals(bytes, Bytes.through(charset.writer(), read, cuts));
      }
    }
  }
}
