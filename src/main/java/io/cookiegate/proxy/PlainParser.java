package io.cookiegate.proxy;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpParser;

/**
 * Jetty's parser of HTTP/1, which is spared the fields of a plain head ({@link PlainHead}): it reads one
 * byte after the other, a browser's request or eight {@code Set-Cookie} for longer than the gate judges
 * them. What a first line, a host, a body's length and its end are is Jetty's word alone, and a head of
 * other shape is read by Jetty whole.
 */
class PlainParser extends HttpParser {
  /** For the time of one call; a connection that waits has none. */
  private static final ThreadLocal<PlainHead> PLAIN = ThreadLocal.withInitial(PlainHead::new);

  /** Fewer bytes than these Jetty reads sooner itself (measured). */
  private static final int FEW = 64;

  private final int maxHeadBytes;
  private HttpFields.Mutable fields = HttpFields.build(0);
  private boolean fresh;
  private boolean known;

  PlainParser(ResponseHandler handler, int maxHeadBytes, HttpCompliance compliance) {
    super(handler, maxHeadBytes, compliance);
    this.maxHeadBytes = maxHeadBytes;
    cacheNothing();
  }

  PlainParser(RequestHandler handler, int maxHeadBytes, HttpCompliance compliance) {
    super(handler, maxHeadBytes, compliance);
    this.maxHeadBytes = maxHeadBytes;
    cacheNothing();
  }

  /** Filling and searching a cache of fields costs more than reading a field again. */
  private void cacheNothing() {
    setHeaderCacheCaseSensitive(true);
    setHeaderCacheSize(0);
  }

  /** A first line is read; its fields come. */
  void begin() {
    fresh = true;
    known = false;
    fields = HttpFields.build(16);
  }

  /** Whether all fields since {@link #begin} are known, of which Jetty tells some again. */
  final boolean isKnown() {
    return known;
  }

  /** The fields since {@link #begin}. */
  final HttpFields.Mutable fields() {
    return fields;
  }

  /** Keeps no fields any more. */
  final void forget() {
    fields = HttpFields.build(0);
  }

  @Override
  protected boolean parseFields(ByteBuffer buffer) {
    boolean first = fresh && isState(State.HEADER);
    fresh = false;
    if (!first || buffer.remaining() < FEW) {
      return super.parseFields(buffer);
    }
    PlainHead plain = PLAIN.get();
    if (plain.read(buffer, maxHeadBytes - getHeaderLength(), this, fields)) {
      known = true;
      return super.parseFields(plain.framing());
    }
    fields.clear();
    return super.parseFields(buffer);
  }
}
