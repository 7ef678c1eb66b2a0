package io.cookiegate.classification;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a piece of a script: 64 bytes at a time, of which a bit each says where words begin,
 * and another where eight bytes may not stand for themselves. Reusable.
 */
final class SievePass {
  private static final byte[] NOTHING = {};

  /** How many bytes a mask tells of. */
  static final int BLOCK = Long.SIZE;

  /** How many bytes around a block are read, too. */
  private static final int AROUND = Long.BYTES;

  /** Within how many bytes of its beginning a word is told. */
  private static final int LAG = 4;

  private final SieveGrams table;
  private final boolean readsBeyondAscii;
  private final SieveJoint joint = new SieveJoint();

  /** The last bytes of a piece, between blanks. */
  private final byte[] end = new byte[AROUND + 2 * BLOCK + 2 * AROUND];

  private final AtomicReference<@Nullable SieveText> room;

  private byte[] a = NOTHING;
  private int at;
  private int from;
  private int to;
  private boolean open;

  /** From where on what is found counts, and from where on it is in doubt. */
  private int least;

  private int doubtful;
  private boolean doubt;

  /** Which bytes of the block before are letters. */
  private long before;

  /**
   * A pass.
   *
   * @param room what is used for long scripts, when nobody else does
   * @param readsBeyondAscii whether whatever has a byte beyond ASCII may matter
   */
  SievePass(SieveGrams table, boolean readsBeyondAscii, AtomicReference<@Nullable SieveText> room) {
    this.room = room;
    this.table = table;
    this.readsBeyondAscii = readsBeyondAscii;
  }

  /**
   * Whether a piece of a script may matter by what stands between two places; where it is not the
   * first, bytes come before it.
   */
  boolean mayMatter(byte[] text, int begin, int last, boolean goesOn, int first, int end) {
    least = first;
    doubtful = end;
    doubt = false;
    a = text;
    from = begin;
    at = begin;
    to = last;
    open = goesOn;
    before = 0;
    boolean matters = mayMatter();
    a = NOTHING;
    return matters;
  }

  /** Whether the last piece may matter by what stands behind these places, if nothing follows it. */
  boolean isInDoubt() {
    return doubt;
  }

  private boolean mayMatter() {
    return longMayMatter() || shortMayMatter();
  }

  /** Whether what was found at a position counts. */
  private boolean counts(int position) {
    doubt |= position >= doubtful;
    return position >= least && position < doubtful;
  }

  private boolean longMayMatter() {
    if (to - at < SieveText.LEAST) {
      return false;
    }
    SieveText text = room.getAndSet(null);
    SieveText stretch = text == null ? new SieveText() : text;
    boolean matters = false;
    while (!matters && to - at >= SieveText.LEAST) {
      matters = mayMatter(stretch, stretch.take(a, from, at, to - AROUND));
    }
    room.set(stretch);
    return matters;
  }

  private boolean mayMatter(SieveText stretch, int length) {
    int begin = at;
    at += length;
    for (int i = 0; i < length; i += BLOCK) {
      if (startsMayMatter(a, begin + i, begin + i, stretch.letters(i))
          || (stretch.isOdd(i) && oddMayMatter(stretch, i, begin + i))) {
        return true;
      }
    }
    return false;
  }

  private boolean shortMayMatter() {
    for (int last = to - BLOCK - AROUND; at <= last; at += BLOCK) {
      if (mayMatter(a, at, at)) {
        return true;
      }
    }
    return at < to && endMayMatter();
  }

  private boolean endMayMatter() {
    int lead = Math.min(AROUND, at - from);
    int rest = to - at;
    Arrays.fill(end, 0, AROUND - lead, (byte) ' ');
    System.arraycopy(a, at - lead, end, AROUND - lead, lead + rest);
    Arrays.fill(end, AROUND + rest, end.length, (byte) ' ');
    return mayMatter(end, AROUND, at)
        || (rest + LAG >= BLOCK && mayMatter(end, AROUND + BLOCK, at + BLOCK));
  }

  /** Whether the next block may matter, which stands at a position and may be read at another. */
  private boolean mayMatter(byte[] text, int at, int position) {
    return startsMayMatter(text, at, position, letters(text, at))
        || oddMayMatter(text, at, position);
  }

  private static long letters(byte[] text, int at) {
    long letters = 0;
    for (int i = 0; i < BLOCK; i += Long.BYTES) {
      letters |= SieveBytes.letters(SieveBytes.read(text, at + i)) << i;
    }
    return letters;
  }

  /** In which of the eight words of a block a byte may not stand for itself. */
  private static int odd(byte[] text, int at) {
    int odd = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      if (SieveBytes.special(SieveBytes.read(text, at + i * Long.BYTES)) != 0) {
        odd |= 1 << i;
      }
    }
    return odd;
  }

  /**
   * Where words begin that are looked up: a bit each, four bytes on. They have three letters or more;
   * or it is a label of two, since hosts are as short as that.
   */
  private long starts(long letters, long last) {
    long first = letters << 1 | last >>> 63;
    long second = letters << 2 | last >>> 62;
    long third = letters << 3 | last >>> 61;
    long fourth = letters << 4 | last >>> 60;
    long fifth = letters << 5 | last >>> 59;
    long sixth = letters << 6 | last >>> 58;
    long isLong = third & fourth & ~fifth;
    long isShort = ~third & first & ~letters & ((fourth & ~(fifth & sixth)) | table.pairs());
    return second & (isLong | isShort);
  }

  private boolean startsMayMatter(byte[] text, int at, int position, long letters) {
    long starts = starts(letters, before);
    before = letters;
    for (long rest = starts; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest) - LAG;
      if (table.mayMatch(SieveBytes.read(text, at + i), a, from, to, position + i, open)
          && counts(position + i)) {
        return true;
      }
    }
    return false;
  }

  private boolean oddMayMatter(SieveText stretch, int block, int at) {
    for (int i = 0; i < BLOCK; i += Long.BYTES) {
      long odd = stretch.odd(block + i);
      if (odd != 0 && wordMayMatter(a, at + i, at + i, odd)) {
        return true;
      }
    }
    return false;
  }

  private boolean oddMayMatter(byte[] text, int at, int position) {
    for (int rest = odd(text, at); rest != 0; rest &= rest - 1) {
      int i = Integer.numberOfTrailingZeros(rest) * Long.BYTES;
      if (wordMayMatter(text, at + i, position + i, -1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word may matter by those of its bytes that may not stand for themselves. */
  private boolean wordMayMatter(byte[] text, int at, int position, long odd) {
    long word = SieveBytes.read(text, at);
    if (readsBeyondAscii && SieveBytes.isBeyondAscii(word)) {
      return true;
    }
    long last = at == 0 ? word << Byte.SIZE : SieveBytes.read(text, at - 1);
    long special = odd & SieveBytes.joints(word, last, SieveBytes.read(text, at + 1));
    for (long rest = special; rest != 0; rest &= rest - 1) {
      int i = position + (Long.numberOfTrailingZeros(rest) >>> 3);
      if (i < to && joint.mayMatter(table, a, from, to, i) && counts(i)) {
        return true;
      }
    }
    return false;
  }
}
