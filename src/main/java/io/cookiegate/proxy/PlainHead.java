package io.cookiegate.proxy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.jspecify.annotations.Nullable;

/**
 * The field lines of a head of which all has come and all is plain: names of tokens, values of visible
 * ASCII, blanks and tabs, every line ended by CRLF and none folded (RFC 9112 5). Anything else is not
 * read here. The lines that say where the body ends or whom a request is for are
 * kept, for Jetty to judge.
 */
final class PlainHead {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final int FIRST = 1024;
  private static final int NOT_PLAIN = -1;

  private int most;
  private byte[] bytes = new byte[FIRST + Long.BYTES];
  private int end;
  private int hash;
  private byte[] framing = new byte[128];
  private int framed;

  /**
   * Adds the fields of a head that goes on at a buffer's position, which is then after the head. Where it
   * is not plain, the buffer is as it was and the fields are to be thrown away.
   *
   * @param most how many bytes it may have
   * @param parser makes the fields
   */
  boolean read(ByteBuffer buffer, int most, HttpParser parser, HttpFields.Mutable fields) {
    this.most = most;
    end = 0;
    framed = 0;
    int at = 0;
    while (true) {
      while (end - at < 2) {
        if (!more(buffer)) {
          return false;
        }
      }
      if (bytes[at] == '\r') {
        return bytes[at + 1] == '\n' && over(buffer, at + 2);
      }
      at = line(buffer, at, parser, fields);
      if (at == NOT_PLAIN) {
        return false;
      }
    }
  }

  private boolean over(ByteBuffer buffer, int length) {
    buffer.position(buffer.position() + length);
    frame(length - 2, length);
    return true;
  }

  /** The lines about the body or the host, and the empty one at the end. */
  ByteBuffer framing() {
    return ByteBuffer.wrap(framing, 0, framed);
  }

  /** Has more of the head at hand, unless there is none or it would be too long. */
  private boolean more(ByteBuffer buffer) {
    int wanted = Math.min(buffer.remaining(), end == 0 ? FIRST : 2 * end);
    if (wanted <= end || wanted > most) {
      return false;
    }
    if (bytes.length < wanted + Long.BYTES) {
      bytes = Arrays.copyOf(bytes, wanted + Long.BYTES);
    }
    buffer.get(buffer.position() + end, bytes, end, wanted - end);
    end = wanted;
    return true;
  }

  /** Reads one line; where the next begins. */
  private int line(ByteBuffer buffer, int from, HttpParser parser, HttpFields.Mutable fields) {
    int colon = nameEnd(buffer, from);
    int close = colon == NOT_PLAIN ? NOT_PLAIN : valueEnd(buffer, colon + 1);
    if (close == NOT_PLAIN) {
      return NOT_PLAIN;
    }
    HttpHeader header = FieldNames.known(bytes, from, colon, hash);
    String name = header == null ? null : FieldNames.spelled(header, bytes, from);
    fields.add(
        parser.newHttpField(
            header, name == null ? text(from, colon) : name, value(colon + 1, close)));
    if (isJudged(header)) {
      frame(from, close + 2);
    }
    return close + 2;
  }

  /** Where a name's colon is; its hash is known then. */
  private int nameEnd(ByteBuffer buffer, int from) {
    int sofar = 0;
    int at = from;
    while (at < end || more(buffer)) {
      byte lower = FieldNames.lower(bytes[at]);
      if (lower == 0) {
        hash = sofar;
        return at > from && bytes[at] == ':' ? at : NOT_PLAIN;
      }
      sofar = FieldNames.mix(sofar, lower);
      at++;
    }
    return NOT_PLAIN;
  }

  /** Whether a field says where the body ends or whom the request is for. */
  static boolean isJudged(@Nullable HttpHeader header) {
    return header == HttpHeader.CONTENT_LENGTH
        || header == HttpHeader.TRANSFER_ENCODING
        || header == HttpHeader.HOST;
  }

  /** Where a value's CR is, after which LF comes. */
  private int valueEnd(ByteBuffer buffer, int from) {
    int at = from;
    while (true) {
      at = special(at);
      if (at + 1 >= end) {
        if (!more(buffer)) {
          return NOT_PLAIN;
        }
      } else if (bytes[at] == '\t') {
        at++;
      } else {
        return bytes[at] == '\r' && bytes[at + 1] == '\n' ? at : NOT_PLAIN;
      }
    }
  }

  /** The first byte that is neither visible ASCII nor a blank, or the end of what is at hand. */
  private int special(int from) {
    for (int at = from; at < end; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      long found = (((word - ' ' * ONES) & ~word) | (word + ONES) | word) & TOPS;
      if (found != 0) {
        return Math.min(end, at + Long.numberOfTrailingZeros(found) / Byte.SIZE);
      }
    }
    return end;
  }

  private String value(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && isBlank(bytes[first])) {
      first++;
    }
    while (first < last && isBlank(bytes[last - 1])) {
      last--;
    }
    return text(first, last);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  @SuppressWarnings("deprecation") // the quickest way for ASCII
  private String text(int from, int to) {
    return new String(bytes, 0, from, to - from);
  }

  private void frame(int start, int stop) {
    int length = stop - start;
    if (framing.length - framed < length) {
      framing = Arrays.copyOf(framing, Math.max(2 * framing.length, framed + length));
    }
    System.arraycopy(bytes, start, framing, framed, length);
    framed += length;
  }
}
