package io.cookiegate.proxy;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A stream whose final answer keeps the upstream's reason phrase, which Jetty has no field for. */
final class ReasonPhrase extends HttpStream.Wrapper {
  private final String reason;

  ReasonPhrase(HttpStream stream, String reason) {
    super(stream);
    this.reason = reason;
  }

  @Override
  public void send(
      MetaData.Request request,
      MetaData.@Nullable Response response,
      boolean last,
      ByteBuffer content,
      Callback callback) {
    super.send(request, response == null ? null : with(response), last, content, callback);
  }

  private MetaData.Response with(MetaData.Response response) {
    return new MetaData.Response(
        response.getStatus(),
        reason,
        response.getHttpVersion(),
        response.getHttpFields(),
        response.getContentLength(),
        response.getTrailersSupplier());
  }
}
