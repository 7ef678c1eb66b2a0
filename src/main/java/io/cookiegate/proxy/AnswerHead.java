package io.cookiegate.proxy;

import io.cookiegate.gate.Answer;
import io.cookiegate.gate.BodyPlan;
import io.cookiegate.gate.HeadEdits;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** The head of an upstream's final answer: judged, copied to the visitor's, its body set going. */
final class AnswerHead {
  private final Exchange exchange;
  private final UpstreamCall call;
  private final Response visitorResponse;
  private @Nullable HttpFields trailers;

  AnswerHead(Exchange exchange, UpstreamCall call) {
    this.exchange = exchange;
    this.call = call;
    this.visitorResponse = exchange.visitorResponse();
  }

  void relay() {
    Answer answer = exchange.visit().answer(UpstreamHead.of(call));
    if (answer instanceof Answer.Close close) {
      exchange.refused(close.reason().sentence());
    } else if (answer instanceof Answer.Pass pass) {
      write(pass.edits());
      body(pass.body()).iterate();
    }
  }

  private void write(HeadEdits edits) {
    int status = call.status();
    visitorResponse.setStatus(status);
    HttpFields came = call.fields();
    ResponseFields.copy(came, edits, visitorResponse.getHeaders());
    exchange.identify(visitorResponse.getHeaders());
    String reason = call.reason();
    if (reason != null && !reason.equals(HttpStatus.getMessage(status))) {
      exchange.visitorRequest().addHttpStreamWrapper(stream -> new ReasonPhrase(stream, reason));
    }
    if (came.contains(HttpHeader.TRANSFER_ENCODING)) {
      visitorResponse.setTrailersSupplier(this::trailers);
      if (exchange.visitorRequest().getConnectionMetaData().getHttpVersion()
          == HttpVersion.HTTP_2) {
        exchange.visitorRequest().addHttpStreamWrapper(LateTrailers::new);
      }
    }
  }

  /** Jetty asks more than once; they are judged once. */
  private @Nullable HttpFields trailers() {
    if (trailers == null) {
      trailers = judgedTrailers();
    }
    return trailers;
  }

  private @Nullable HttpFields judgedTrailers() {
    HttpFields came = call.trailers();
    if (came == null || came.size() == 0) {
      return null;
    }
    HttpFields.Mutable going = HttpFields.build();
    ResponseFields.copyLines(came, exchange.visit().trailers(new FieldLines(came)), going);
    return going;
  }

  private BodyRelay body(BodyPlan plan) {
    if (HttpMethod.HEAD.is(exchange.visitorRequest().getMethod())
        || HttpStatus.hasNoBody(call.status())) {
      return new NoBody(exchange, call);
    } else if (plan instanceof BodyPlan.Rewrite rewrite) {
      var pool = exchange.visitorRequest().getComponents().getByteBufferPool();
      return new RewrittenBody(exchange, call, rewrite.open(), pool);
    }
    return new VerbatimBody(exchange, call);
  }
}
