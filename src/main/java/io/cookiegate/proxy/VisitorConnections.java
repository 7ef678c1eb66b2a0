package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's connections by HTTP/1, which keep request targets as they came and are spared work with the
 * fields of requests and answers.
 */
final class VisitorConnections extends HttpConnectionFactory {
  VisitorConnections(HttpConfiguration http) {
    super(http);
  }

  /** A request's target as it came, each byte as one character; null where all of it is ASCII. */
  static @Nullable String targetOf(Request visitorRequest) {
    return visitorRequest.getConnectionMetaData() instanceof Keeper keeper
            && keeper.getParser() instanceof RequestParser parser
        ? parser.target()
        : null;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    HttpConnection connection = new Keeper(getHttpConfiguration(), connector, endPoint);
    connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
    return configure(connection, connector, endPoint);
  }

  private static final class Keeper extends HttpConnection {
    /** Made by the constructor above this one's, which asks for the handler before the parser. */
    private @Nullable RequestHandler handler;

    Keeper(HttpConfiguration http, Connector connector, EndPoint endPoint) {
      super(http, connector, endPoint);
    }

    @Override
    protected RequestHandler newRequestHandler() {
      RequestHandler made = new Fields();
      handler = made;
      return made;
    }

    @Override
    protected HttpParser newHttpParser(HttpCompliance compliance) {
      int most = getHttpConfiguration().getRequestHeaderSize();
      return new RequestParser(requireNonNull(handler), most, compliance);
    }

    @Override
    protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
      return new Stream(method, uri, version);
    }

    /** Learns of all fields in their order, those that Jetty reads itself and the others. */
    private final class Fields extends RequestHandler {
      private final Consumer<HttpField> jettys = super::parsedHeader;

      private RequestParser parser() {
        return (RequestParser) getParser();
      }

      @Override
      public void startRequest(String method, String uri, HttpVersion version) {
        super.startRequest(method, uri, version);
        parser().begin();
      }

      @Override
      public void parsedHeader(HttpField field) {
        parser().tell(field, jettys);
      }

      @Override
      public boolean headerComplete() {
        parser().tell(null, jettys);
        parser().forget();
        return super.headerComplete();
      }
    }

    /** Shows the writer of heads an answer's fields themselves: it goes through what wraps them anew for each. */
    private final class Stream extends HttpStreamOverHTTP1 {
      Stream(String method, String uri, HttpVersion version) {
        super(method, uri, version);
      }

      @Override
      public void send(
          MetaData.Request request,
          MetaData.@Nullable Response response,
          boolean last,
          @Nullable ByteBuffer content,
          Callback callback) {
        super.send(request, response == null ? null : bare(response), last, content, callback);
      }

      private static MetaData.Response bare(MetaData.Response response) {
        return response.getHttpFields() instanceof HttpFields.Mutable.Wrapper wrapper
            ? new MetaData.Response(
                response.getStatus(),
                response.getReason(),
                response.getHttpVersion(),
                wrapper.getWrapped(),
                response.getContentLength(),
                response.getTrailersSupplier())
            : response;
      }
    }
  }
}
