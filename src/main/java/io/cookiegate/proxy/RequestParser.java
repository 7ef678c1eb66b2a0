package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * The parser of visitors' requests by HTTP/1, which also keeps the targets that have bytes beyond ASCII:
 * Jetty reads them as UTF-8, and old pages link in other encodings.
 */
final class RequestParser extends PlainParser {
  private static final int LF = '\n';

  private final ByteArrayOutputStream line = new ByteArrayOutputStream(0);
  private boolean reading;
  private boolean beyondAscii;
  private @Nullable String target;
  private int next;

  RequestParser(RequestHandler handler, int maxHeadBytes, HttpCompliance compliance) {
    super(handler, maxHeadBytes, compliance);
  }

  /** The last request's target, each byte as one character; null where all of it is ASCII. */
  @Nullable String target() {
    return target;
  }

  @Override
  void begin() {
    super.begin();
    next = 0;
  }

  /**
   * Tells of a field that Jetty has read, and before it of those that come before it and that Jetty does
   * not tell of, as they are known already.
   *
   * @param read null at the end of the head
   */
  void tell(@Nullable HttpField read, Consumer<HttpField> handler) {
    HttpFields known = isKnown() ? fields() : HttpFields.EMPTY;
    boolean met = false;
    while (next < known.size() && !met) {
      HttpField field = known.getField(next++);
      if (!PlainHead.isJudged(field.getHeader())) {
        handler.accept(field);
      } else {
        met = read != null && field.getHeader() == read.getHeader();
      }
    }
    if (read != null) {
      handler.accept(read);
    }
  }

  @Override
  public boolean parseNext(ByteBuffer buffer) {
    if (isState(State.START)) {
      readLine(buffer);
    } else if (reading) {
      goOn(buffer, buffer.position());
    }
    return super.parseNext(buffer);
  }

  private void readLine(ByteBuffer buffer) {
    int start = buffer.position();
    while (start < buffer.limit() && isLineEnd(buffer.get(start))) { // RFC 9112 2.2
      start++;
    }
    if (start < buffer.limit()) {
      line.reset();
      beyondAscii = false;
      target = null;
      goOn(buffer, start);
    }
  }

  private static boolean isLineEnd(byte b) {
    return b == '\r' || b == LF;
  }

  /** Looks at a line, or a piece of one, which is kept only where it has to be. */
  private void goOn(ByteBuffer buffer, int start) {
    int end = start;
    int all = 0;
    while (end < buffer.limit() && buffer.get(end) != LF) {
      all |= buffer.get(end++);
    }
    beyondAscii |= all < 0;
    reading = end == buffer.limit();
    if (reading || beyondAscii) {
      for (int i = start; i < end; i++) {
        line.write(buffer.get(i));
      }
    }
    if (!reading && beyondAscii) {
      target = second(line.toString(ISO_8859_1));
    }
  }

  private static @Nullable String second(String line) {
    int from = line.indexOf(' ') + 1;
    int to = line.lastIndexOf(' ');
    return from > 0 && to > from ? line.substring(from, to) : null;
  }
}
