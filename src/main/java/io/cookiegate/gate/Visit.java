package io.cookiegate.gate;

import io.cookiegate.consent.Consent;

/** One request and its answers under one consent. Used by one thread at a time. */
public final class Visit {
  private final Gate gate;
  private final RequestHead visitorRequest;

  Visit(Gate gate, RequestHead visitorRequest) {
    this.gate = gate;
    this.visitorRequest = visitorRequest;
  }

  Gate gate() {
    return gate;
  }

  RequestHead visitorRequest() {
    return visitorRequest;
  }

  /** What the visitor said. */
  public Consent consent() {
    return Consent.UNASKED;
  }

  /** What changes in the request before the upstream sees it. */
  public HeadEdits requestEdits() {
    return HeadEdits.NONE;
  }

  /** Judges an answer that is not interim (status 200 and up, and 101). */
  public Answer answer(ResponseHead upstreamResponse) {
    return new Answer.Pass(HeadEdits.NONE, BodyPlan.VERBATIM);
  }

  /** Judges an interim answer (1xx other than 101): its {@code Set-Cookie} and {@code Link}. */
  public HeadEdits interim(ResponseHead upstreamResponse) {
    return HeadEdits.NONE;
  }

  /** Judges the trailer fields of an answer. */
  public HeadEdits trailers(Fields upstreamTrailers) {
    return HeadEdits.NONE;
  }
}
