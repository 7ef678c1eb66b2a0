package io.cookiegate.proxy;

import io.cookiegate.gate.Visit;
import java.net.URI;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Takes a visitor's request, finds its site, lets the gate judge it and sends it to the upstream.
 *
 * <p>This is an own use of Jetty's {@code HttpClient} (see {@link UpstreamConnection}) and not a subclass
 * of its {@code ProxyHandler}. That one passes the target through {@link URI}, so that a query with {@code |} or
 * a bad percent sequence fails and raw UTF-8 is altered; it drops bodies that come by HTTP/2 without
 * a length, trailers, reason phrases and upgrades; it keeps no {@code Connection}-named answer
 * fields back; it tells of chunks but neither of the upstream's pauses, at which a rewritten page
 * must be flushed, nor of the body's end together with its last bytes; and all of it is spread over
 * private methods. What is left of it once those are replaced is a dozen lines.
 */
final class GateHandler extends Handler.Abstract.NonBlocking {
  private static final String ODD_LINE =
      "its method or target has characters that no request line can carry";

  private final UpstreamClients clients;
  private final ErrorAnswers errors;
  private volatile SiteTable sites;

  GateHandler(SiteTable sites, UpstreamClients clients, ErrorAnswers errors) {
    this.sites = sites;
    this.clients = clients;
    this.errors = errors;
  }

  /** Serves other sites from the next request on. */
  void serve(SiteTable sites) {
    this.sites = sites;
  }

  @Override
  public boolean handle(Request visitorRequest, Response visitorResponse, Callback callback) {
    if (visitorRequest.getLength() == 0) {
      answer(visitorRequest, visitorResponse, callback);
    } else {
      Leftovers withBody = new Leftovers(visitorRequest, callback, clients);
      answer(withBody, visitorResponse, withBody);
    }
    return true;
  }

  private void answer(Request visitorRequest, Response visitorResponse, Callback callback) {
    String method = visitorRequest.getMethod();
    if (HttpMethod.TRACE.is(method) || HttpMethod.CONNECT.is(method)) {
      errors.answer(visitorRequest, visitorResponse, callback, Fault.METHOD_REFUSED, "method");
      return;
    }
    if (ForwardingLoop.isIn(visitorRequest.getHeaders())) {
      String why = "it came through the gate before: an upstream leads back to it";
      errors.answer(visitorRequest, visitorResponse, callback, Fault.LOOP, why);
      return;
    }
    String target = Target.of(visitorRequest);
    if (!RequestLine.takes(method, target)) {
      errors.answer(visitorRequest, visitorResponse, callback, Fault.BROKEN_REQUEST, ODD_LINE);
      return;
    }
    if (visitorRequest.getLength() < 0 && isCoded(visitorRequest)) {
      errors.answer(
          visitorRequest, visitorResponse, callback, Fault.UNKNOWN_CODING, "transfer coding");
      return;
    }
    SiteTable.Match match = match(visitorRequest);
    if (match == null) {
      errors.answer(visitorRequest, visitorResponse, callback, Fault.UNKNOWN_HOST, "no such site");
      return;
    }
    forward(match, target, visitorRequest, visitorResponse, callback);
  }

  /** RFC 9112 6.1: the gate undoes chunks, and would lose the word of what else is to be undone. */
  private static boolean isCoded(Request visitorRequest) {
    String coding = visitorRequest.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
    return coding != null && !coding.equalsIgnoreCase("chunked");
  }

  private SiteTable.@Nullable Match match(Request visitorRequest) {
    String host = Arrival.uriOf(visitorRequest).getHost();
    return host == null ? null : sites.find(host);
  }

  private void forward(
      SiteTable.Match match,
      String target,
      Request visitorRequest,
      Response visitorResponse,
      Callback callback) {
    Site site = match.site();
    Arrival arrival = Arrival.of(visitorRequest);
    if (arrival != null) {
      arrival.outcome().site(site);
    }
    VisitorHead head = VisitorHead.of(visitorRequest, match.host(), target);
    if (site.pages().owns(target)) {
      new OwnPage(site.pages(), head, errors, visitorRequest, visitorResponse, callback).answer();
      return;
    }
    Visit visit = site.gate().arrive(head);
    new Exchange(clients, errors, site, visit, visitorRequest, visitorResponse, callback)
        .send(target);
  }
}
