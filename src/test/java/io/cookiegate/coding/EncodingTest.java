package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  @Test
  void hasTheStandardsEncodings() {
    assertEquals(40, Encoding.values().length);
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF_8",
    "UTF8, UTF_8",
    "'\t utf-8\r\n\f', UTF_8",
    "iso-8859-1, WINDOWS_1252",
    "latin1, WINDOWS_1252",
    "us-ascii, WINDOWS_1252",
    "iso-8859-9, WINDOWS_1254",
    "ms932, SHIFT_JIS",
    "gb2312, GBK",
    "utf-16, UTF_16LE",
    "unicode, UTF_16LE",
    "unicodefffe, UTF_16BE",
    "hz-gb-2312, REPLACEMENT",
    "ISO-2022-JP, ISO_2022_JP",
    "x-user-defined, X_USER_DEFINED",
  })
  void isFoundByItsLabels(String label, Encoding encoding) {
    assertEquals(encoding, Encoding.ofLabel(label));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "utf-7",
        "utf-32",
        "utf_16",
        "\u000butf-8",
        "utf-8\u00a0",
        "K",
        "\u212aoi8-r",
        "utf\u00ad8",
        "ibm037",
        "scsu",
        "iso-2022-jp-2"
      })
  void isNotFoundByAnythingElse(String label) {
    assertNull(Encoding.ofLabel(label));
  }

  /**
   * The claim that {@link Handling#ASCII_COMPATIBLE} makes, held against the JDK's encoders of the
   * same name.
   */
  @Test
  void inTheAsciiCompatibleOnesNoCharacterHasMarkupInIt() {
    int checked = 0;
    for (Encoding encoding : Encoding.values()) {
      String name = encoding.name().replace('_', '-');
      if (encoding.handling() == Handling.ASCII_COMPATIBLE && Charset.isSupported(name)) {
        checked++;
        Charset charset = Charset.forName(name);
        assertEquals("<a href='/'>", new String("<a href='/'>".getBytes(US_ASCII), charset));
        for (char c = 0x80; c < 0xd800; c++) {
          byte[] bytes = String.valueOf(c).getBytes(charset);
          for (byte b : bytes) {
            assertTrue(
                b < 0 || b == '?' || bytes.length == 1,
                () -> encoding + " has ASCII in a character");
          }
        }
      }
    }
    assertTrue(checked >= 25, "checked " + checked);
  }
}
