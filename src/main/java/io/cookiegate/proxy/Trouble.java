package io.cookiegate.proxy;

import io.cookiegate.gate.BodyClosedException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.http.HttpException;

/** What went wrong with an upstream, in the words of an operator. */
final class Trouble {
  private Trouble() {}

  /** Says the kind alone: messages of Jetty's may hold a target, and that a query. */
  static String of(Throwable cause) {
    if (cause instanceof BodyClosedException closed) {
      return closed.closure().sentence();
    } else if (cause instanceof ConnectException) {
      return "it takes no connections";
    } else if (cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException) {
      return "its name leads to no address";
    } else if (cause instanceof SSLException) {
      return "its certificate or its TLS is not accepted";
    } else if (cause instanceof HttpException) {
      return "its answer is not HTTP";
    }
    return late(cause);
  }

  private static String late(Throwable cause) {
    if (cause instanceof SocketTimeoutException) {
      return "it did not take the connection in time";
    } else if (cause instanceof TimeoutException) {
      return "it did not answer in time";
    } else if (cause instanceof RejectedExecutionException) {
      return "too many requests wait for it";
    } else if (cause instanceof EOFException || cause instanceof ClosedChannelException) {
      return "the connection ended before the answer did";
    }
    return "failed with " + cause.getClass().getSimpleName().replace("Exception", "");
  }
}
