package io.cookiegate.proxy;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpParser;

/**
 * Jetty's parser of answers by HTTP/1, which is spared the fields of a plain head ({@link PlainHead}): it
 * reads one byte after the other, eight {@code Set-Cookie} for longer than the gate judges them. What a
 * status line, a body's length and its end are is Jetty's word alone, and a head of other shape is read
 * by Jetty whole.
 */
final class AnswerParser extends HttpParser {
  private final PlainHead plain;
  private HttpFields.Mutable fields = HttpFields.build(0);
  private boolean fresh;
  private boolean known;

  AnswerParser(ResponseHandler handler, int maxHeadBytes, HttpCompliance compliance) {
    super(handler, maxHeadBytes, compliance);
    plain = new PlainHead(maxHeadBytes);
    setHeaderCacheCaseSensitive(true);
    setHeaderCacheSize(0); // filling and searching it costs more than reading a field again
  }

  /** A status line is read; its fields come. */
  void begin() {
    fresh = true;
    known = false;
    fields = HttpFields.build(16);
  }

  /** A field that Jetty's parser has read. */
  void add(HttpField field) {
    if (!known) {
      fields.add(field);
    }
  }

  /** The fields since {@link #begin}. */
  HttpFields fields() {
    return fields;
  }

  @Override
  public void reset() {
    super.reset();
    fields = HttpFields.build(0);
  }

  @Override
  protected boolean parseFields(ByteBuffer buffer) {
    if (!fresh || !isState(State.HEADER)) {
      return super.parseFields(buffer);
    }
    fresh = false;
    if (plain.read(buffer, fields)) {
      known = true;
      return super.parseFields(plain.framing());
    }
    fields.clear();
    return super.parseFields(buffer);
  }
}
