package io.cookiegate.proxy;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;

/** The parser of upstreams' answers, which keeps their fields. */
final class AnswerParser extends PlainParser {
  AnswerParser(ResponseHandler handler, int maxHeadBytes, HttpCompliance compliance) {
    super(handler, maxHeadBytes, compliance);
  }

  /** A field that Jetty's parser has read. */
  void add(HttpField field) {
    if (!isKnown()) {
      fields().add(field);
    }
  }

  @Override
  public void reset() {
    super.reset();
    forget();
  }
}
