package io.cookiegate.gate;

import io.cookiegate.html.CharacterReferences;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A character reference in a string that a script may make markup of, read byte by byte. Reusable.
 */
final class ScriptReference {
  private static final int LONGEST = 40;

  private static final int ROOM = LONGEST + 1;

  private @Nullable CharacterReferences references;
  private byte[] text = Bytes.NONE;
  private byte[] meant = Bytes.NONE;
  private int length;
  private int meantLength;

  /** Begins with an ampersand. */
  void begin() {
    if (text.length == 0) {
      text = new byte[ROOM];
      meant = new byte[CharacterReferences.bound(ROOM)];
    }
    text[0] = '&';
    length = 1;
  }

  /** Takes the next byte; false where it is not of the reference, which ends before it. */
  boolean takes(int c) {
    boolean of = length < LONGEST && (c == '#' || (c < 0x80 && Character.isLetterOrDigit(c)));
    if (of) {
      text[length++] = (byte) c;
    }
    return of;
  }

  /**
   * Ends at a byte that it did not take; {@link #meant} is what it stands for, with that byte. False
   * where it is no reference.
   */
  boolean end(int c) {
    text[length++] = (byte) c;
    CharacterReferences reader = references == null ? new CharacterReferences() : references;
    references = reader;
    meantLength = reader.decodeAttribute(text, 0, length, meant);
    boolean resolved = !Arrays.equals(text, 0, length, meant, 0, meantLength);
    length = 0;
    return resolved;
  }

  /** Leaves what is open. */
  void clear() {
    length = 0;
  }

  /** What was read, with its reference resolved. */
  byte[] meant() {
    return meant;
  }

  int meantLength() {
    return meantLength;
  }
}
