package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The header of a gzip member (RFC 1952 section 2.3), read byte by byte and kept nowhere. */
final class GzipHeader {
  enum Verdict {
    MORE,
    COMPLETE,
    /** The first bytes are not gzip's. */
    FOREIGN
  }

  private enum Part {
    MAGIC_1,
    MAGIC_2,
    METHOD,
    FLAGS,
    FIXED,
    EXTRA_LENGTH_LOW,
    EXTRA_LENGTH_HIGH,
    EXTRA,
    NAME,
    COMMENT,
    CHECK_LOW,
    CHECK_HIGH,
    DONE
  }

  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int DEFLATE = 8;

  private final CRC32 crc = new CRC32();
  private Part part = Part.MAGIC_1;
  private int flags;
  private int left;
  private int check;

  void reset() {
    crc.reset();
    part = Part.MAGIC_1;
  }

  /** Whether no byte, or only one that need not begin a header, has been read. */
  boolean unbegun() {
    return part == Part.MAGIC_1 || part == Part.MAGIC_2;
  }

  Verdict read(ByteBuffer in) {
    while (part != Part.DONE) {
      if (!in.hasRemaining()) {
        return Verdict.MORE;
      }
      if (!take(in.get() & 0xff)) {
        return Verdict.FOREIGN;
      }
    }
    return Verdict.COMPLETE;
  }

  private boolean take(int b) {
    Part at = part;
    boolean known = at.compareTo(Part.FIXED) < 0 ? takeStart(b) : takeRest(b);
    if (at != Part.CHECK_LOW && at != Part.CHECK_HIGH) {
      crc.update(b);
    } else if (part == Part.DONE && check != (crc.getValue() & 0xffff)) {
      throw new CodingException("The header of the gzip body does not match its checksum.");
    }
    return known;
  }

  private boolean takeStart(int b) {
    switch (part) {
      case MAGIC_1 -> part = Part.MAGIC_2;
      case MAGIC_2 -> part = Part.METHOD;
      case METHOD -> require(b == DEFLATE, Part.FLAGS);
      default -> {
        require((b & RESERVED) == 0, Part.FIXED);
        flags = b;
        left = 6;
      }
    }
    return (part != Part.MAGIC_2 || b == 0x1f) && (part != Part.METHOD || b == 0x8b);
  }

  private boolean takeRest(int b) {
    switch (part) {
      case FIXED -> countTo(Part.FIXED);
      case EXTRA_LENGTH_LOW -> {
        left = b;
        part = Part.EXTRA_LENGTH_HIGH;
      }
      case EXTRA_LENGTH_HIGH -> {
        left |= b << 8;
        part = left == 0 ? after(Part.EXTRA) : Part.EXTRA;
      }
      case EXTRA -> countTo(Part.EXTRA);
      case NAME, COMMENT -> part = b == 0 ? after(part) : part;
      case CHECK_LOW -> {
        check = b;
        part = Part.CHECK_HIGH;
      }
      default -> {
        check |= b << 8;
        part = Part.DONE;
      }
    }
    return true;
  }

  private void countTo(Part counted) {
    if (--left == 0) {
      part = after(counted);
    }
  }

  /** The next part that the flags announce. */
  private Part after(Part done) {
    if (done == Part.FIXED && (flags & FEXTRA) != 0) {
      return Part.EXTRA_LENGTH_LOW;
    }
    if (done.compareTo(Part.NAME) < 0 && (flags & FNAME) != 0) {
      return Part.NAME;
    }
    if (done.compareTo(Part.COMMENT) < 0 && (flags & FCOMMENT) != 0) {
      return Part.COMMENT;
    }
    return (flags & FHCRC) != 0 ? Part.CHECK_LOW : Part.DONE;
  }

  private void require(boolean known, Part next) {
    if (!known) {
      throw new CodingException("The header of the gzip body is not one of gzip's.");
    }
    part = next;
  }
}
