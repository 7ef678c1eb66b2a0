package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers on one connection to an upstream, one step at a time: Jetty's parser over the bytes
 * that have come. Not safe for several threads at once.
 */
final class AnswerReader implements HttpParser.ResponseHandler {
  /** What was read last. */
  enum Event {
    /** Nothing more before other bytes come. */
    NOTHING,
    /** All of an interim answer, but for 101. */
    INTERIM,
    /** The head of the final answer. */
    HEAD,
    /** Bytes of its body. */
    CONTENT,
    /** Its end. */
    END
  }

  /** Room for a page in one read (measured: large pages get dearer with 16 KiB). */
  private static final int READ = 64 << 10;

  private final EndPoint endPoint;
  private final ByteBufferPool pool;
  private final AnswerParser parser;
  private @Nullable RetainableByteBuffer input;
  private boolean toHead;
  private boolean ended;

  private Event event = Event.NOTHING;
  private @Nullable IOException early;
  private @Nullable RuntimeException bad;
  private HttpVersion version = HttpVersion.HTTP_1_1;
  private int status;
  private @Nullable String reason;
  private HttpFields.@Nullable Mutable trailers;
  private ByteBuffer content = BufferUtil.EMPTY_BUFFER;

  AnswerReader(
      EndPoint endPoint, ByteBufferPool pool, int maxHeadBytes, HttpCompliance compliance) {
    this.endPoint = endPoint;
    this.pool = pool;
    this.parser = new AnswerParser(this, maxHeadBytes, compliance);
  }

  /** Makes ready for the answer to the next request. */
  void expect(boolean toHead) {
    this.toHead = toHead;
    trailers = null;
  }

  int status() {
    return status;
  }

  @Nullable String reason() {
    return reason;
  }

  HttpFields fields() {
    return parser.fields();
  }

  @Nullable HttpFields trailers() {
    return trailers;
  }

  /** Goes on with what has come, and what the socket has. */
  Event next() throws IOException {
    while (true) {
      Event found = known();
      if (found != Event.NOTHING) {
        return found;
      }
      int filled = ended ? -1 : fill();
      if (filled == 0) {
        release();
        return found;
      } else if (filled < 0) {
        end();
      }
    }
  }

  /** Goes on with what has come already. */
  Event known() throws IOException {
    event = Event.NOTHING;
    parser.parseNext(input().getByteBuffer());
    if (bad != null) {
      throw bad;
    } else if (early != null) {
      throw early;
    }
    return event;
  }

  private int fill() throws IOException {
    RetainableByteBuffer buffer = input();
    if (buffer.isRetained()) { // a part of it is on its way to the visitor
      release();
      buffer = input();
    }
    return endPoint.fill(buffer.getByteBuffer());
  }

  private void end() throws IOException {
    if (ended) {
      throw new EOFException("ended within an answer");
    }
    ended = true;
    parser.atEOF();
  }

  private RetainableByteBuffer input() {
    RetainableByteBuffer buffer = input;
    if (buffer == null) {
      buffer = pool.acquire(READ, true);
      input = buffer;
    }
    return buffer;
  }

  /** The bytes of the last {@link Event#CONTENT}, of which nothing is copied. */
  ByteBuffer content() {
    return content;
  }

  /** Bytes of a body that was read, still in the buffer they were read into. */
  Content.Chunk chunk(ByteBuffer bytes, boolean last) {
    RetainableByteBuffer buffer = requireNonNull(input, "read already");
    buffer.retain();
    return Content.Chunk.asChunk(bytes, last, buffer);
  }

  /** Makes ready for what follows an interim answer. */
  void goOn() {
    parser.reset();
  }

  /** Whether another request can follow an answer that was read to its end (RFC 9112 9.3). */
  boolean isReusable() {
    boolean clean = !ended && (input == null || !input.hasRemaining());
    if (version.compareTo(HttpVersion.HTTP_1_1) < 0) {
      return clean
          && fields().contains(HttpHeader.CONNECTION, HttpHeaderValue.KEEP_ALIVE.asString());
    }
    return clean && !fields().contains(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
  }

  /** Makes ready for another request. */
  void reset() {
    release();
    parser.reset();
  }

  /** Gives the buffer back. */
  void release() {
    if (input != null) {
      input.release();
      input = null;
    }
  }

  /** What was read beyond the answer, which belongs to another protocol. */
  ByteBuffer rest() {
    ByteBuffer rest = BufferUtil.EMPTY_BUFFER;
    if (input != null) {
      rest = BufferUtil.copy(input.getByteBuffer());
      release();
    }
    return rest;
  }

  // What the parser tells.

  @Override
  public void startResponse(HttpVersion version, int status, @Nullable String reason) {
    this.version = version;
    this.status = status;
    this.reason = reason;
    parser.begin();
    parser.setHeadResponse(toHead);
  }

  @Override
  public void parsedHeader(HttpField field) {
    parser.add(field);
  }

  private boolean isInterim() {
    return HttpStatus.isInterim(status) && status != HttpStatus.SWITCHING_PROTOCOLS_101;
  }

  @Override
  public boolean headerComplete() {
    if (isInterim()) {
      return false;
    }
    event = Event.HEAD;
    return true;
  }

  @Override
  public boolean content(ByteBuffer bytes) {
    content = bytes;
    event = Event.CONTENT;
    return true;
  }

  @Override
  public boolean contentComplete() {
    return false;
  }

  @Override
  public void parsedTrailer(HttpField field) {
    HttpFields.Mutable known = trailers == null ? HttpFields.build() : trailers;
    trailers = known.add(field);
  }

  @Override
  public boolean messageComplete() {
    event = isInterim() ? Event.INTERIM : Event.END;
    return true;
  }

  @Override
  public void earlyEOF() {
    early = new EOFException("ended within an answer");
  }

  @Override
  public void badMessage(HttpException failure) {
    bad = new HttpException.RuntimeException(failure.getCode(), failure.getReason());
  }
}
