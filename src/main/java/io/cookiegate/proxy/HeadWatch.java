package io.cookiegate.proxy;

import java.time.Duration;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/** Since when a connection owes a request, as far as repeated looks at it can tell. */
final class HeadWatch {
  /** What a visitor has begun and not ended. */
  enum Owing {
    /** Nothing: a request is being answered, or the visitor is silent, which has its own timeout. */
    NOTHING,
    /** The head of a request, or what has to come before the first one. */
    HEAD,
    /** Another request on a connection of HTTP/2, on which only other frames come. */
    REQUEST
  }

  private Owing owing = Owing.HEAD;
  private long since;
  private long requests;

  /** What had come when it was first seen at rest after its last request. */
  private long bytesAtRest;

  private long requestsAtRest;

  HeadWatch(long now) {
    this.since = now;
  }

  /** Whether it owes what it owed last for longer than that. */
  boolean isOver(Duration most, long now) {
    return now - since > most.toNanos();
  }

  /** Looks at a connection once more. */
  Owing look(@Nullable Connection connection, long now) {
    long seen = connection == null ? 0 : innermost(connection).getMessagesIn();
    Owing found = connection == null ? Owing.NOTHING : owing(innermost(connection), seen);
    if (found != owing || seen != requests) {
      since = now;
    }
    owing = found;
    requests = seen;
    return found;
  }

  private static Connection innermost(Connection connection) {
    Connection inner =
        connection instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : null;
    return inner == null ? connection : inner;
  }

  private Owing owing(Connection connection, long seen) {
    if (connection instanceof HttpConnection http) {
      return owesHead(http, seen) ? Owing.HEAD : Owing.NOTHING;
    } else if (connection instanceof HTTP2Connection http2) {
      boolean busy = !http2.getSession().getStreams().isEmpty();
      return busy ? Owing.NOTHING : Owing.REQUEST;
    }
    // a tunnel owes nothing; a handshake of TLS or a line of PROXY protocol goes before a head
    return connection instanceof TunnelConnection ? Owing.NOTHING : Owing.HEAD;
  }

  /** Empty lines before a request count as its beginning, silence does not. */
  private boolean owesHead(HttpConnection http, long seen) {
    HttpParser parser = http.getParser();
    if (parser.isState(HttpParser.State.START)) {
      if (seen != requestsAtRest) {
        requestsAtRest = seen;
        bytesAtRest = http.getBytesIn();
      }
      return http.getBytesIn() != bytesAtRest;
    }
    return parser.inHeaderState();
  }
}
