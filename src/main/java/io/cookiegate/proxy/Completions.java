package io.cookiegate.proxy;

import java.net.InetAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of every request when Jetty is done with it, also of those that it refused itself. */
final class Completions implements RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

  private final List<ProxyObserver> observers;

  Completions(List<ProxyObserver> observers) {
    this.observers = List.copyOf(observers);
  }

  @Override
  public void log(Request request, Response response) {
    Completed completed = new Completed(request, response);
    for (ProxyObserver observer : observers) {
      try {
        observer.answered(completed);
      } catch (RuntimeException e) {
        LOG.warn("a request could not be told of: {}", e.toString());
      }
    }
  }

  private static final class Completed implements Answered {
    private final Request request;
    private final Response response;
    private final @Nullable Arrival arrival;
    private final Outcome outcome;

    Completed(Request request, Response response) {
      this.request = request;
      this.response = response;
      this.arrival = Arrival.of(request);
      this.outcome = Arrival.outcomeOf(request);
    }

    @Override
    public @Nullable String site() {
      Site site = outcome.site();
      return site == null ? null : site.name();
    }

    @Override
    public String requestId() {
      return arrival == null ? "-" : arrival.id();
    }

    @Override
    public @Nullable InetAddress visitor() {
      return arrival == null ? Arrival.peer(request) : arrival.visitor();
    }

    @Override
    public String method() {
      return request.getMethod();
    }

    private HttpURI uri() {
      return Arrival.uriOf(request);
    }

    @Override
    public @Nullable String host() {
      return uri().getHost();
    }

    @Override
    public String path() {
      String target = uri().getPath() == null ? "" : Target.of(request);
      int query = target.indexOf('?');
      return query < 0 ? target : target.substring(0, query);
    }

    @Override
    public String protocol() {
      return request.getConnectionMetaData().getHttpVersion().asString();
    }

    @Override
    public boolean isSecure() {
      return request.isSecure();
    }

    @Override
    public @Nullable String requestField(String name) {
      return request.getHeaders().get(name);
    }

    @Override
    public int status() {
      return response.getStatus();
    }

    @Override
    public long bodyBytes() {
      return Response.getContentBytesWritten(response);
    }

    @Override
    public long nanos() {
      return NanoTime.since(request.getBeginNanoTime());
    }

    @Override
    public End end() {
      return outcome.end();
    }

    @Override
    public @Nullable String errorId() {
      return outcome.errorId();
    }

    @Override
    public @Nullable String upstreamFailure() {
      Fault fault = outcome.fault();
      return fault == null ? null : fault.upstreamFailure();
    }

    @Override
    public boolean wasRetried() {
      return outcome.wasRetried();
    }

    @Override
    public long pageBytesRead() {
      return outcome.pageBytesRead();
    }

    @Override
    public long pageBytesWritten() {
      return outcome.pageBytesWritten();
    }
  }
}
