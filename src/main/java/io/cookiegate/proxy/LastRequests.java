package io.cookiegate.proxy;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What a server that is told to stop still does: it finishes the requests that are under way, and answers
 * those that come on kept connections meanwhile, each with the word that it is the connection's last. A
 * balancer has sent them before it could know; Jetty's own 503 would be a failure for a visitor.
 */
final class LastRequests extends GracefulHandler {
  LastRequests(Handler handler) {
    super(handler);
  }

  @Override
  protected void handleShutdownRejection(Request request, Response response, Callback callback) {
    try {
      if (!getHandler().handle(request, response, callback)) {
        super.handleShutdownRejection(request, response, callback);
      }
    } catch (Exception e) {
      Response.writeError(
          request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, null, e);
    }
  }
}
