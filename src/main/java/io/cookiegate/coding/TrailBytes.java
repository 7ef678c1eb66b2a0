package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which bytes under 0x80 are the second half of a character in an encoding with characters of two
 * bytes (Encoding Standard sections 10 to 14): those with which the first half makes a character. With
 * any other, the first half is an error and the second one is read again, as itself.
 */
final class TrailBytes {
  private static final int FIRST = 0x40;
  private static final int HIGH = 0x80;
  private static final Map<Encoding, TrailBytes> KNOWN = new EnumMap<>(Encoding.class);

  /** Characters of the standard's index of Big5 that the runtime's charset does not have. */
  private static final int[] MORE_BIG5 = {
    0x8862, 0x8864, 0x8e69, 0x8e6f, 0x8e7e, 0x8f57, 0x8f69, 0x8f6e,
    0x906d, 0x907a, 0x9244, 0x9447, 0x9644, 0x9b76, 0x9b78, 0x9b7b,
    0x9c42, 0x9c53, 0x9c62, 0x9c68, 0x9c6b, 0x9c77, 0x9d57, 0x9d5a,
    0x9f60, 0x9f66, 0xa063, 0xa077, 0xfa5f, 0xfa66, 0xfb48, 0xfc4f,
    0xfc6c, 0xfe52, 0xfe6f
  };

  private final boolean[] leads = new boolean[HIGH];
  private final boolean[] pairs = new boolean[HIGH * FIRST];

  private TrailBytes(Encoding encoding) {
    Charset charset = encoding.charset();
    for (int lead = HIGH; lead < 2 * HIGH; lead++) {
      leads[lead - HIGH] = isLead(encoding, lead);
      for (int trail = FIRST; trail < HIGH - 1; trail++) {
        pairs[index(lead, trail)] = isLead(encoding, lead) && isCharacter(charset, lead, trail);
      }
    }
    for (int pair : encoding == Encoding.BIG5 ? MORE_BIG5 : new int[0]) {
      pairs[index(pair >> 8, pair & 0xff)] = true;
    }
  }

  /** Those of an encoding, found out once. */
  static TrailBytes of(Encoding encoding) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(encoding, TrailBytes::new);
    }
  }

  private static boolean isLead(Encoding encoding, int b) {
    boolean single = b == 0x80 || b == 0xff;
    boolean katakana = (b >= 0xa0 && b < 0xe0) || b > 0xfc;
    return !single && !(encoding == Encoding.SHIFT_JIS && katakana);
  }

  private static boolean isCharacter(Charset charset, int lead, int trail) {
    try {
      CharBuffer read =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(new byte[] {(byte) lead, (byte) trail}));
      return read.charAt(read.length() - 1) != trail;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static int index(int lead, int trail) {
    return (lead - HIGH) * FIRST + trail - FIRST;
  }

  /** Whether a byte of 0x80 and above is the first of two, whatever the second is. */
  boolean isLead(int b) {
    return leads[b - HIGH];
  }

  /** Whether a byte under 0x80 is the second half of a character that begins with a lead. */
  boolean isTrail(int lead, int b) {
    return b >= FIRST && pairs[index(lead, b)];
  }
}
