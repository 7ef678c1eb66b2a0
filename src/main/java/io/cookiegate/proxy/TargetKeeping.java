package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/** Connections by HTTP/1 that keep request targets as they came. */
final class TargetKeeping extends HttpConnectionFactory {
  TargetKeeping(HttpConfiguration http) {
    super(http);
  }

  /** A request's target as it came, each byte as one character; null where all of it is ASCII. */
  static @Nullable String targetOf(Request visitorRequest) {
    return visitorRequest.getConnectionMetaData() instanceof Keeper keeper
            && keeper.getParser() instanceof TargetParser parser
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
      RequestHandler made = super.newRequestHandler();
      handler = made;
      return made;
    }

    @Override
    protected HttpParser newHttpParser(HttpCompliance compliance) {
      HttpConfiguration http = getHttpConfiguration();
      HttpParser parser =
          new TargetParser(requireNonNull(handler), http.getRequestHeaderSize(), compliance);
      parser.setHeaderCacheSize(http.getHeaderCacheSize());
      parser.setHeaderCacheCaseSensitive(http.isHeaderCacheCaseSensitive());
      return parser;
    }
  }
}
