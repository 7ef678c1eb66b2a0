package io.cookiegate.proxy;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.hpack.HpackEncoder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A stream of HTTP/2 that makes room for a head before it is encoded. Jetty encodes each head into a
 * buffer of the largest size that any may have, and none beyond 64 KiB comes from its pool: with the
 * largest that an upstream's may have, each answer would allocate and clear 256 KiB. So a connection
 * begins with little room, and gets more by the first head that needs it.
 *
 * <p>A visitor's SETTINGS_MAX_HEADER_LIST_SIZE is advice (RFC 9113 section 6.5.2); a head beyond it is sent,
 * for the visitor to judge.
 */
final class HeadRoom extends HttpStream.Wrapper {
  private static final int LEAST = 8 << 10;

  /** What a field counts beside its name and value (RFC 9113 section 6.5.2): more than HPACK adds. */
  private static final int FIELD = 32;

  /** For the status and what HPACK says of its table. */
  private static final int BESIDE = 64;

  private final HpackEncoder encoder;
  private @Nullable Supplier<HttpFields> trailers;

  private HeadRoom(HttpStream stream, HpackEncoder encoder) {
    super(stream);
    this.encoder = encoder;
  }

  /** The same for requests by HTTP/2. */
  static HttpConfiguration in(HttpConfiguration http) {
    HttpConfiguration http2 = new HttpConfiguration(http);
    http2.setMaxResponseHeaderSize(LEAST);
    http2.addCustomizer((request, responseFields) -> made(request));
    return http2;
  }

  private static Request made(Request request) {
    if (request.getConnectionMetaData().getConnection() instanceof HTTP2Connection connection) {
      HpackEncoder encoder = connection.getSession().getGenerator().getHpackEncoder();
      request.addHttpStreamWrapper(stream -> new HeadRoom(stream, encoder));
    }
    return request;
  }

  @Override
  public void send(
      MetaData.Request request,
      MetaData.@Nullable Response response,
      boolean last,
      @Nullable ByteBuffer content,
      Callback callback) {
    if (response != null) {
      trailers = response.getTrailersSupplier();
      makeFor(response.getHttpFields());
    }
    if (last && trailers != null) {
      makeFor(trailers.get());
    }
    super.send(request, response, last, content, callback);
  }

  private void makeFor(@Nullable HttpFields fields) {
    int size = fields == null ? 0 : sizeOf(fields);
    if (size > encoder.getMaxHeaderListSize()) {
      encoder.setMaxHeaderListSize(size);
    }
  }

  private static int sizeOf(HttpFields fields) {
    int size = BESIDE;
    for (HttpField field : fields) {
      String value = field.getValue();
      size += field.getName().length() + (value == null ? 0 : value.length()) + FIELD;
    }
    return size;
  }
}
