package io.cookiegate.gate;

import org.jspecify.annotations.Nullable;

/**
 * The judge of a text that is longer than what is held, and goes on to the visitor as it comes. It is
 * judged in parts. One that came before, behind the same text, is known by its digest and not read;
 * with that is remembered where the reading was at its end, so that a part which is new can be
 * read from there. A part that is not yet whole is kept to be read, should it turn out to be new.
 */
final class LongText {
  private static final int USUAL_PART = 16 << 10;

  /** What a digest is of: the text up to a part's end, up to a place inside of it, or all of it. */
  private enum Extent {
    PARTS(1),
    SO_FAR(2),
    ALL(3);

    private final int number;

    Extent(int number) {
      this.number = number;
    }
  }

  private final ScriptMemory memory;
  private final ScriptReading reading;
  private final ScriptDigest digest;

  /** A part ends behind the first string or tag after so many bytes: what is read is whole there. */
  private final int usual;

  /** Where it is full, it ends in any case. */
  private final byte[] part;

  private int length;

  /** How much of the part was read. */
  private int read;

  /** The digest of all before the part. */
  private long first;

  private long second;

  /** Where the part begins, if the reading is not there. */
  private ScriptReading.@Nullable Place start;

  private @Nullable TagVerdict verdict;

  /**
   * Begins with a text that a reading was begun with.
   *
   * @param digest of all else that the verdict depends on; it is used for the text from now on
   * @param held how many bytes are held of a text that is not long
   */
  LongText(ScriptMemory memory, ScriptReading reading, ScriptDigest digest, int held) {
    this.usual = Math.min(USUAL_PART, held / 2);
    this.part = new byte[usual + usual / 4];
    this.memory = memory;
    this.reading = reading;
    this.digest = digest;
    this.first = digest.first();
    this.second = digest.second();
  }

  /** Takes the next piece. */
  void read(byte[] a, int from, int to) {
    int at = from;
    while (at < to && verdict == null) {
      int more = Math.min(to - at, Math.max(1, usual - length));
      System.arraycopy(a, at, part, length, more);
      length += more;
      at += more;
      if (length == part.length || (length > usual && isBetween())) {
        endPart();
      }
    }
  }

  /** Whether the part ends behind a string, or behind a tag in one. */
  private boolean isBetween() {
    byte last = part[length - 1];
    boolean follows = ",:;)]}".indexOf(last) >= 0;
    return last == '>' || (follows && "\"'`".indexOf(part[length - 2]) >= 0);
  }

  private void endPart() {
    ScriptMemory.Known known = judged(Extent.PARTS);
    verdict = known.verdict();
    if (known.place() == null && verdict == null) {
      readPart();
    }
    start = known.place();
    first = digest.first();
    second = digest.second();
    length = 0;
    read = 0;
  }

  /** What is known of the text, of which what is new is read. */
  private ScriptMemory.Known judged(Extent extent) {
    digest(extent);
    ScriptMemory.Known known = memory.find(digest);
    if (known != null) {
      return known;
    }
    readPart();
    if (extent == Extent.ALL) {
      reading.end();
    }
    ScriptReading.Place place = extent == Extent.PARTS ? reading.place() : null;
    return memory.remember(digest, reading.verdict(), place);
  }

  private void readPart() {
    ScriptReading.Place from = start;
    if (from != null) {
      reading.goTo(from);
      start = null;
    }
    reading.read(part, read, length);
    read = length;
  }

  private void digest(Extent extent) {
    digest.begin(extent.number, Bytes.NONE);
    digest.add(first);
    digest.add(second);
    digest.read(part, 0, length);
    digest.end();
  }

  /** Why the text is gated by all that was taken; null where it is not. */
  @Nullable TagVerdict soFar() {
    if (verdict == null && length > 0) {
      verdict = judged(Extent.SO_FAR).verdict();
    }
    return verdict;
  }

  /** Why the text is gated by what was found in whole parts; null while nothing is. */
  @Nullable TagVerdict verdict() {
    return verdict;
  }

  /** Ends the text, and tells why it is gated; null where it is not. */
  @Nullable TagVerdict end() {
    if (verdict == null) {
      verdict = judged(Extent.ALL).verdict();
    }
    return verdict;
  }
}
