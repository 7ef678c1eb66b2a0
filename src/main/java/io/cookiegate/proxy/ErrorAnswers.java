package io.cookiegate.proxy;

import io.cookiegate.page.ErrorPage;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate's own error answers. The visitor reads a plain sentence and a random id; the log has the
 * reason in one line under the same id. Neither has a query or anything of a cookie.
 */
final class ErrorAnswers implements Request.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  /** Answers a request that cannot be served. */
  void answer(
      Request visitorRequest,
      Response visitorResponse,
      Callback callback,
      Fault fault,
      String why) {
    String id = log(visitorRequest, fault.status(), why);
    Outcome outcome = Arrival.outcomeOf(visitorRequest);
    outcome.fault(fault);
    visitorResponse.reset();
    HttpFields.Mutable fields = visitorResponse.getHeaders();
    if (fault == Fault.METHOD_REFUSED) {
      fields.put(HttpHeader.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    } else if (fault == Fault.OVERLOADED) {
      fields.put(HttpHeader.RETRY_AFTER, "2");
    }
    write(visitorRequest, visitorResponse, callback, fault.status(), fault.sentence(), id);
  }

  /** Notes that an answer was cut off after its head had gone out. */
  void cutOff(Request visitorRequest, Fault fault, String why) {
    Outcome outcome = Arrival.outcomeOf(visitorRequest);
    outcome.fault(fault);
    outcome.end(Answered.End.CUT_OFF);
    log(visitorRequest, 0, why);
  }

  /** Answers what Jetty itself refuses: heads that are too long, broken or unsafe. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refusal) {
      status = refusal.getCode();
    }
    Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    String id = log(request, status, "refused by the server: " + message);
    write(request, response, callback, status, HttpStatus.getMessage(status) + ".", id);
    return true;
  }

  private static void write(
      Request request,
      Response response,
      Callback callback,
      int status,
      String sentence,
      String id) {
    response.setStatus(status);
    HttpFields.Mutable fields = response.getHeaders();
    fields.put(HttpHeader.DATE, DateGenerator.formatDate(System.currentTimeMillis()));
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    RequestId.answer(request, fields);
    boolean html = request.getHeaders().contains(HttpHeader.ACCEPT, "text/html");
    ErrorPage error = new ErrorPage(status, sentence, id, html);
    fields.put(HttpHeader.CONTENT_TYPE, error.contentType());
    byte[] page = error.content();
    fields.put(HttpHeader.CONTENT_LENGTH, page.length);
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(page), callback);
  }

  private static String log(Request request, int status, String why) {
    String id = ErrorPage.newId();
    Arrival.outcomeOf(request).errorId(id);
    String line = status >= 500 || status == 0 ? "error {} {} {} {} (request {}): {}" : null;
    String what = status == 0 ? "cut off" : Integer.toString(status);
    if (line != null) {
      LOG.warn(line, id, what, request.getMethod(), place(request), requestId(request), why);
    } else {
      LOG.info(
          "refused {} {} {} {} (request {}): {}",
          id,
          what,
          request.getMethod(),
          place(request),
          requestId(request),
          why);
    }
    return id;
  }

  private static String requestId(Request request) {
    Arrival arrival = Arrival.of(request);
    return arrival == null ? "-" : arrival.id();
  }

  /** Host and path, printable and short, without the query. */
  private static String place(Request request) {
    var uri = Arrival.uriOf(request);
    String host = uri.getHost() == null ? "-" : uri.getHost();
    return ErrorPage.place(host, uri.getPath() == null ? "" : uri.getPath());
  }
}
