package io.cookiegate.proxy;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.cookiegate.gate.Mode;
import io.cookiegate.gate.Visit;
import java.io.IOException;
import java.net.URI;
import java.util.BitSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One visitor's request on its way to the upstream, and the answer's way back. */
final class Exchange implements Response.CompleteListener {
  private final UpstreamClients clients;
  private final ErrorAnswers errors;
  private final Site site;
  private final Visit visit;
  private final Request visitorRequest;
  private final org.eclipse.jetty.server.Response visitorResponse;
  private final Callback visitorCallback;
  private volatile Stage stage = Stage.SENT;
  private volatile @Nullable UpstreamRequest upstreamRequest;
  private @Nullable VisitorBody body;
  private boolean retried;
  private String target = "";
  private final Standing standing;
  private final BitSet tried = new BitSet();
  private int address;

  private enum Stage {
    /** The upstream has not begun with its final answer. */
    SENT,
    /** It has begun. */
    BEGUN,
    /** The visitor gets an answer: the upstream's or an error. */
    ANSWERING,
    /** The visitor has all of it. */
    ANSWERED
  }

  Exchange(
      UpstreamClients clients,
      ErrorAnswers errors,
      Site site,
      Visit visit,
      Request visitorRequest,
      org.eclipse.jetty.server.Response visitorResponse,
      Callback visitorCallback) {
    this.clients = clients;
    this.errors = errors;
    this.site = site;
    this.visit = visit;
    this.visitorRequest = visitorRequest;
    this.visitorResponse = visitorResponse;
    this.visitorCallback = visitorCallback;
    this.standing = clients.standing(site.upstream());
  }

  Visit visit() {
    return visit;
  }

  Request visitorRequest() {
    return visitorRequest;
  }

  org.eclipse.jetty.server.Response visitorResponse() {
    return visitorResponse;
  }

  /** Adds the request's id to an answer's fields, unless the site must not change or has its own. */
  void identify(HttpFields.Mutable going) {
    if (site.gate().rules().mode() == Mode.ENFORCE) {
      RequestId.answerOfSite(visitorRequest, going);
    }
  }

  // The way there.

  void send(String target) {
    visitorRequest.addIdleTimeoutListener(
        timeout -> false); // the upstream's silence has its own limit
    visitorRequest.addFailureListener(this::visitorFailed);
    body = VisitorBody.of(visitorRequest, clients.pace());
    this.target = target;
    sendTo(standing.choose());
  }

  private void sendTo(int chosen) {
    address = chosen;
    RequestFields fields = new RequestFields(visitorRequest);
    send(fields);
    if (body != null && fields.expectsContinue()) {
      clients.later(1, SECONDS, this::goOnWithoutWord);
    }
  }

  private void send(RequestFields fields) {
    Destination destination =
        clients.destination(site.upstream(), address, Loops.of(visitorRequest));
    UpstreamRequest request =
        new UpstreamRequest(
            destination.getHttpClient(),
            origin(),
            this,
            visitorRequest.getMethod(),
            target,
            going(fields),
            body);
    upstreamRequest = request;
    destination.send(request, this);
    if (request.isWaiting()) {
      long most = clients.timeouts().upstreamQueue().toNanos();
      clients.later(most, NANOSECONDS, () -> giveUpWaiting(request));
    }
  }

  private HttpFields going(RequestFields fields) {
    HttpFields.Mutable going = HttpFields.build(24);
    fields.into(going, visit.requestEdits(), site.upstream());
    if (body == null) {
      going.remove(HttpHeader.EXPECT); // there is nothing to wait for
      Tunnel.ask(going, Tunnel.asked(visitorRequest));
    }
    return going;
  }

  private URI origin() {
    return site.upstream().origins().get(address);
  }

  private static void giveUpWaiting(UpstreamRequest request) {
    if (request.isWaiting()) {
      var unused = request.abort(new RejectedExecutionException("no connection became free"));
    }
  }

  /** RFC 9110 10.1.1: nobody has to wait for 100 for ever, and old upstreams never send it. */
  private void goOnWithoutWord() {
    UpstreamRequest request = upstreamRequest;
    if (request != null && stage == Stage.SENT) {
      request.proceed();
    }
  }

  private void visitorFailed(Throwable cause) {
    if (stage == Stage.ANSWERED) {
      return;
    }
    Arrival.outcomeOf(visitorRequest).end(Answered.End.VISITOR_GONE);
    abortUpstream(cause);
  }

  private void abortUpstream(Throwable cause) {
    UpstreamRequest request = upstreamRequest;
    if (request != null) {
      var unused = request.abort(cause);
    }
  }

  // The way back.

  /** An interim answer: 100, 102, 103 and others. */
  void interim(int status, HttpFields came) {
    boolean understood =
        visitorRequest.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_0;
    if (status != HttpStatus.CONTINUE_100 && understood) { // 100 goes out when the body is read
      HttpFields.Mutable going = HttpFields.build();
      ResponseFields.copyLines(
          came, visit.interim(new UpstreamHead(status, new FieldLines(came))), going);
      var unused = visitorResponse.writeInterim(status, going);
    }
  }

  /** The upstream begins with its final answer. */
  void begun() {
    stage = Stage.BEGUN;
    standing.answered(address);
  }

  /** The head of the final answer is there. */
  void answer(UpstreamCall call) {
    stage = Stage.ANSWERING;
    try {
      new AnswerHead(this, call).relay();
    } catch (Throwable failure) {
      broken(failure);
    }
  }

  /** The upstream changes the protocol. */
  void changed(UpstreamCall call) {
    stage = Stage.ANSWERING;
    try {
      Tunnel.open(this, call, visitorCallback);
    } catch (Throwable failure) {
      broken(failure);
    }
  }

  /** No connection was there for the request. */
  @Override
  public void onComplete(Result result) {
    if (result.getFailure() != null) {
      failed(result.getFailure());
    }
  }

  /** The request ended without an answer. */
  void failed(Throwable cause) {
    if (stage == Stage.SENT || stage == Stage.BEGUN) {
      upstreamFailed(cause);
    }
  }

  /** The upstream failed before there was an answer. */
  private void upstreamFailed(Throwable cause) {
    if (stage == Stage.SENT && (retries(cause) || goesElsewhere(cause))) {
      return;
    }
    if (body != null) {
      body.drop();
    }
    if (body != null && body.failure() != null) {
      stage = Stage.ANSWERING;
      bodyFailed(body.failure());
    } else {
      stage = Stage.ANSWERING;
      close(Fault.of(cause), "upstream " + origin() + ": " + Trouble.of(cause));
    }
  }

  private void bodyFailed(Throwable cause) {
    if (cause instanceof TimeoutException) {
      close(Fault.SLOW_REQUEST, "the visitor's body came too slowly");
    } else {
      close(Fault.BROKEN_REQUEST, "the visitor's body broke off");
    }
  }

  private boolean retries(Throwable cause) {
    if (!mayRetry(cause)) {
      return false;
    }
    retried = true;
    Arrival.outcomeOf(visitorRequest).retried();
    sendTo(address);
    return true;
  }

  /** What no address has taken can go to another one, whatever it is. */
  private boolean goesElsewhere(Throwable cause) {
    if (Fault.of(cause) != Fault.UNREACHABLE) {
      return false;
    }
    standing.failed(address, Trouble.of(cause));
    tried.set(address);
    int other = standing.chooseBeside(tried);
    if (other < 0 || (body != null && !body.isWhole())) {
      return false;
    }
    Arrival.outcomeOf(visitorRequest).retried();
    sendTo(other);
    return true;
  }

  /**
   * A kept connection may be closed by the upstream just when a request is sent on it. Only what may
   * be done twice is sent again (RFC 9110 9.2.2), and once.
   */
  private boolean mayRetry(Throwable cause) {
    return !retried
        && Arrival.outcomeOf(visitorRequest).end() != Answered.End.VISITOR_GONE
        && body == null
        && cause instanceof IOException
        && Fault.of(cause) == Fault.BROKEN_ANSWER
        && isIdempotent(visitorRequest.getMethod());
  }

  private static boolean isIdempotent(String method) {
    HttpMethod known = HttpMethod.fromString(method);
    return known != null && known.isIdempotent();
  }

  /** The gate does not let the answer through. */
  void refused(String why) {
    abortUpstream(new IOException(why));
    close(Fault.UNJUDGED, why);
  }

  /** The answer broke on the upstream's side or in the gate, perhaps with a part of it sent. */
  void broken(Throwable cause) {
    abortUpstream(cause);
    close(Fault.of(cause), Trouble.of(cause));
  }

  private void close(Fault fault, String why) {
    if (visitorResponse.isCommitted()) {
      errors.cutOff(visitorRequest, fault, why);
      visitorCallback.failed(new Request.Handler.AbortException("cut off"));
    } else {
      errors.answer(visitorRequest, visitorResponse, visitorCallback, fault, why);
    }
  }

  /** The visitor does not take the answer any more. */
  void visitorGone(Throwable cause) {
    Arrival.outcomeOf(visitorRequest).end(Answered.End.VISITOR_GONE);
    abortUpstream(cause);
    visitorCallback.failed(cause);
  }

  /** The visitor has the whole answer. */
  void answered() {
    UpstreamRequest request = upstreamRequest;
    stage = Stage.ANSWERED;
    if (body != null && request != null) {
      var unused = request.abort(new IOException("answered before the end of the request"));
    }
    visitorCallback.succeeded();
  }
}
