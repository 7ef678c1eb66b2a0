package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SipHashTest {
  private static final long FIRST_KEY = 0x0706050403020100L;
  private static final long SECOND_KEY = 0x0f0e0d0c0b0a0908L;

  /**
   * The tags of 0, 1, 2… up to a length, by OpenSSL 3 ({@code openssl mac -macopt
   * hexkey:000102030405060708090a0b0c0d0e0f -macopt size:16 -in TEXT SIPHASH}); the first 64 are those
   * that its authors publish.
   */
  private static List<String[]> cases() {
    return TestResources.text("siphash-2-4-128.txt").lines().map(line -> line.split(" ")).toList();
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) i;
    }
    return text;
  }

  /** The tag, from its lowest byte on. */
  private static String tag(SipHash hash) {
    return HexFormat.of().toHexDigits(Long.reverseBytes(hash.end()))
        + HexFormat.of().toHexDigits(Long.reverseBytes(hash.endAgain()));
  }

  @Test
  void tagsAreThoseOfOtherPrograms() {
    SipHash hash = new SipHash(FIRST_KEY, SECOND_KEY);
    for (String[] each : cases()) {
      byte[] text = text(Integer.parseInt(each[0]));
      hash.begin();
      hash.update(text, 0, text.length);
      assertEquals(each[1], tag(hash), each[0]);
    }
    assertEquals(69, cases().size());
  }

  @Test
  void itMakesNoDifferenceHowATextIsCut() {
    SipHash hash = new SipHash(FIRST_KEY, SECOND_KEY);
    for (String[] each : cases()) {
      byte[] text = text(Integer.parseInt(each[0]));
      for (int piece = 1; piece < 20; piece++) {
        hash.begin();
        for (int at = 0; at < text.length; at += piece) {
          hash.update(text, at, Math.min(text.length, at + piece));
        }
        assertEquals(each[1], tag(hash), each[0] + " by " + piece);
      }
    }
  }

  @Test
  void wordsAreTakenLikeTheirBytes() {
    SipHash hash = new SipHash(FIRST_KEY, SECOND_KEY);
    for (String[] each : cases()) {
      ByteBuffer text =
          ByteBuffer.wrap(text(Integer.parseInt(each[0]))).order(ByteOrder.LITTLE_ENDIAN);
      hash.begin();
      while (text.remaining() >= Long.BYTES) {
        hash.word(text.getLong());
      }
      hash.update(text.array(), text.position(), text.limit());
      assertEquals(each[1], tag(hash), each[0]);
    }
  }
}
