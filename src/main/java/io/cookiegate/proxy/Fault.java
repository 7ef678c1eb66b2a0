package io.cookiegate.proxy;

import io.cookiegate.gate.BodyClosedException;
import io.cookiegate.page.Refusal;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why the gate answers with an error of its own: the status and what the visitor reads. */
enum Fault {
  BROKEN_REQUEST(400, "The request could not be read."),
  METHOD_REFUSED(405, "This method is not allowed here."),
  SLOW_REQUEST(408, "The request took too long to arrive."),
  LONG_REQUEST(Refusal.LONG_REQUEST),
  UNKNOWN_HOST(Refusal.UNKNOWN_HOST),
  FAILURE(Refusal.FAILURE),
  UNKNOWN_CODING(501, "The request is coded in a way that is not known here."),
  UNREACHABLE(502, "The site cannot be reached at the moment."),
  BROKEN_ANSWER(502, "The site's answer could not be read."),
  UNJUDGED(Refusal.UNJUDGED),
  OVERLOADED(503, "The site is busy at the moment. Please try again shortly."),
  SILENT(504, "The site took too long to answer."),
  LOOP(508, "The site leads back to itself.");

  private final int status;
  private final String sentence;

  Fault(Refusal same) {
    this(same.status(), same.sentence());
  }

  Fault(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  /** What a failure on the upstream's side comes to. */
  static Fault of(Throwable cause) {
    if (cause instanceof BodyClosedException) {
      return UNJUDGED;
    } else if (isUnreachable(cause)) {
      return UNREACHABLE;
    } else if (cause instanceof TimeoutException) {
      return SILENT;
    } else if (cause instanceof RejectedExecutionException) {
      return OVERLOADED;
    }
    return BROKEN_ANSWER;
  }

  private static boolean isUnreachable(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof SocketTimeoutException // while connecting, in Jetty's client
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnresolvedAddressException
        || cause instanceof SSLException;
  }

  /** The word for metrics where it is the upstream's; null where it is not. */
  @Nullable String upstreamFailure() {
    return switch (this) {
      case UNREACHABLE -> "unreachable";
      case BROKEN_ANSWER -> "broken-answer";
      case OVERLOADED -> "overloaded";
      case SILENT -> "silent";
      default -> null;
    };
  }

  int status() {
    return status;
  }

  String sentence() {
    return sentence;
  }
}
