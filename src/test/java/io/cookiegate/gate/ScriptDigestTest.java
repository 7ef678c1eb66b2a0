package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptDigestTest {
  private static final int LONG = 3 * BlockHash.BLOCK;

  private final ScriptDigest digest = new ScriptDigest();
  private final Random random = new Random(3);

  private String of(int reading, String site, byte[] text, int to, int piece) {
    digest.begin(reading, site.getBytes(US_ASCII));
    for (int at = 0; at < to; at += piece) {
      digest.read(text, at, Math.min(to, at + piece));
    }
    digest.end();
    return digest.first() + "," + digest.second();
  }

  private String of(byte[] text, int to) {
    return of(0, "", text, to, LONG);
  }

  private byte[] text() {
    byte[] text = new byte[LONG];
    random.nextBytes(text);
    return text;
  }

  @Test
  void itMakesNoDifferenceHowAScriptIsCut() {
    byte[] text = text();
    for (int to = 0; to <= LONG; to += to < 130 ? 1 : 1 + random.nextInt(200)) {
      String whole = of(text, to);
      for (int piece : new int[] {1, 7, 63, 64, 65, 1000, 2048, 1 + random.nextInt(LONG)}) {
        assertEquals(whole, of(0, "", text, to, piece), to + " by " + piece);
      }
    }
  }

  @Test
  void everyBitCounts() {
    byte[] text = text();
    Set<String> all = new HashSet<>();
    all.add(of(text, LONG));
    for (int i = 0; i < LONG; i++) {
      int bit = 1 << random.nextInt(Byte.SIZE);
      text[i] ^= (byte) bit;
      all.add(of(text, LONG));
      text[i] ^= (byte) bit;
    }
    assertEquals(LONG + 1, all.size());
  }

  @Test
  void soDoesTheLength() {
    Set<String> all = new HashSet<>();
    for (int length = 0; length <= LONG; length++) {
      all.add(of(new byte[LONG], length));
    }
    assertEquals(LONG + 1, all.size());
  }

  @Test
  void soDoesTheOrderOfBlocksAndWords() {
    byte[] text = text();
    Set<String> all = new HashSet<>();
    for (int size : new int[] {Long.BYTES, BlockHash.GROUP, 256, BlockHash.BLOCK}) {
      byte[] swapped = text.clone();
      System.arraycopy(text, 0, swapped, size, size);
      System.arraycopy(text, size, swapped, 0, size);
      all.add(of(swapped, LONG));
    }
    all.add(of(text, LONG));
    assertEquals(5, all.size());
  }

  @Test
  void soDoWhatItIsReadAsAndTheSite() {
    byte[] text = text();
    Set<String> all = new HashSet<>();
    for (int reading = 0; reading < 8; reading++) {
      for (String site : new String[] {"", "a.test", "b.test", "longer.test", "a.longer.test"}) {
        all.add(of(reading, site, text, 100, LONG));
      }
    }
    assertEquals(40, all.size());
    assertTrue(all.contains(of(0, "", text, 100, 3)));
  }
}
