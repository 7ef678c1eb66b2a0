package io.cookiegate.proxy;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A stream of HTTP/2 whose trailers go when its content is gone. Jetty takes an answer that is
 * written as a whole for three frames, of which the last needs no window (RFC 9113 section 5.2.1)
 * and overtakes content that waits for one: the visitor would lose the rest of it.
 */
final class LateTrailers extends HttpStream.Wrapper {
  LateTrailers(HttpStream stream) {
    super(stream);
  }

  @Override
  public void send(
      MetaData.Request request,
      MetaData.@Nullable Response response,
      boolean last,
      @Nullable ByteBuffer content,
      Callback callback) {
    boolean whole = last && content != null && content.hasRemaining();
    if (whole && response != null && hasTrailers(response)) {
      super.send(request, response, false, content, new Then(request, callback));
    } else {
      super.send(request, response, last, content, callback);
    }
  }

  private static boolean hasTrailers(MetaData.Response response) {
    Supplier<HttpFields> trailers = response.getTrailersSupplier();
    return trailers != null && trailers.get() != null;
  }

  private final class Then extends Callback.Nested {
    private final MetaData.Request request;

    Then(MetaData.Request request, Callback callback) {
      super(callback);
      this.request = request;
    }

    @Override
    public void succeeded() {
      LateTrailers.super.send(request, null, true, null, getCallback());
    }
  }
}
