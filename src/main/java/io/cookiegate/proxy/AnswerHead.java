package io.cookiegate.proxy;

import io.cookiegate.gate.Answer;
import io.cookiegate.gate.BodyPlan;
import io.cookiegate.gate.HeadEdits;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** The head of an upstream's final answer: judged, copied to the visitor's, its body set going. */
final class AnswerHead {
  private final Exchange exchange;
  private final Response upstreamResponse;
  private final org.eclipse.jetty.server.Response visitorResponse;

  AnswerHead(Exchange exchange, Response upstreamResponse) {
    this.exchange = exchange;
    this.upstreamResponse = upstreamResponse;
    this.visitorResponse = exchange.visitorResponse();
  }

  void relay(Content.Source upstreamBody) {
    Answer answer = exchange.visit().answer(UpstreamHead.of(upstreamResponse));
    if (answer instanceof Answer.Close close) {
      exchange.refused(close.reason().sentence());
    } else if (answer instanceof Answer.Pass pass) {
      write(pass.edits());
      body(pass.body(), upstreamBody).iterate();
    }
  }

  private void write(HeadEdits edits) {
    int status = upstreamResponse.getStatus();
    visitorResponse.setStatus(status);
    HttpFields came = upstreamResponse.getHeaders();
    ResponseFields.copy(came, edits, visitorResponse.getHeaders());
    exchange.identify(visitorResponse.getHeaders());
    String reason = upstreamResponse.getReason();
    if (reason != null && !reason.equals(HttpStatus.getMessage(status))) {
      exchange.visitorRequest().addHttpStreamWrapper(stream -> new ReasonPhrase(stream, reason));
    }
    if (came.contains(HttpHeader.TRANSFER_ENCODING)) {
      visitorResponse.setTrailersSupplier(this::trailers);
    }
  }

  private @Nullable HttpFields trailers() {
    HttpFields came = upstreamResponse.getTrailers();
    if (came == null || came.size() == 0) {
      return null;
    }
    HttpFields.Mutable going = HttpFields.build();
    ResponseFields.copyLines(came, exchange.visit().trailers(new FieldLines(came)), going);
    return going;
  }

  private BodyRelay body(BodyPlan plan, Content.Source upstreamBody) {
    if (HttpMethod.HEAD.is(exchange.visitorRequest().getMethod())
        || HttpStatus.hasNoBody(upstreamResponse.getStatus())) {
      return new NoBody(exchange, upstreamBody);
    } else if (plan instanceof BodyPlan.Rewrite rewrite) {
      var pool = exchange.visitorRequest().getComponents().getByteBufferPool();
      return new RewrittenBody(exchange, upstreamBody, rewrite.open(), pool);
    }
    return new VerbatimBody(exchange, upstreamBody);
  }
}
