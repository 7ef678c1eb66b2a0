package io.cookiegate.proxy;

import org.eclipse.jetty.client.ProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;

/** Takes the upstream's interim answers (1xx, RFC 9110 15.2) out of the way of the final one. */
final class InterimAnswers implements ProtocolHandler {
  @Override
  public String getName() {
    return "interim";
  }

  @Override
  public boolean accept(Request upstreamRequest, Response upstreamResponse) {
    int status = upstreamResponse.getStatus();
    return HttpStatus.isInterim(status) && status != HttpStatus.SWITCHING_PROTOCOLS_101;
  }

  @Override
  public Response.Listener getResponseListener() {
    return new Listener();
  }

  private static final class Listener implements Response.Listener {
    @Override
    public void onSuccess(Response upstreamResponse) {
      UpstreamRequest upstreamRequest = (UpstreamRequest) upstreamResponse.getRequest();
      int status = upstreamResponse.getStatus();
      HttpFields fields = HttpFields.build(upstreamResponse.getHeaders());
      HttpExchange exchange = next(upstreamRequest);
      upstreamRequest.exchange().interim(status, fields);
      if (status == HttpStatus.CONTINUE_100) {
        exchange.proceed(null, null);
      }
    }

    /** Makes ready for the next answer to the same request. */
    private static HttpExchange next(UpstreamRequest upstreamRequest) {
      HttpConversation conversation = upstreamRequest.getConversation();
      conversation.updateResponseListeners(null);
      HttpExchange exchange = conversation.getExchanges().peekLast();
      exchange.resetResponse();
      return exchange;
    }

    @Override
    public void onFailure(Response upstreamResponse, Throwable failure) {
      ((UpstreamRequest) upstreamResponse.getRequest()).exchange().upstreamFailed(failure);
    }
  }
}
