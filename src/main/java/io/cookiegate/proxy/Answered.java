package io.cookiegate.proxy;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A request that is over, for access logs and metrics. Valid only while it is being told. */
public interface Answered {
  /** How an answer ended. */
  enum End {
    /** All of it was written. */
    WHOLE,
    /** It broke off, on the upstream's side or in the gate. */
    CUT_OFF,
    /** The visitor did not wait for it. */
    VISITOR_GONE
  }

  /** The site's name, its first host; null where no site has the host. */
  @Nullable String site();

  /** The id by which it is found in other logs. */
  String requestId();

  /** Where the visitor is, as far as that can be believed; null where it is not known. */
  @Nullable InetAddress visitor();

  /** The method. */
  String method();

  /** The host that was asked for; null where none was. */
  @Nullable String host();

  /** The target without its query, each byte as one character. */
  String path();

  /** The version of HTTP, such as {@code HTTP/1.1}. */
  String protocol();

  /** Whether the visitor came by https. */
  boolean isSecure();

  /** A field of the request; null where it has none. */
  @Nullable String requestField(String name);

  /** The status of the answer. */
  int status();

  /** The bytes of the answer's body. */
  long bodyBytes();

  /** From the request's first byte to now. */
  long nanos();

  /** How the answer ended. */
  End end();

  /** The id of the gate's own error, which the visitor has read; null where there was none. */
  @Nullable String errorId();

  /** Why the upstream failed, in a word; null where it did not. */
  @Nullable String upstreamFailure();

  /** Whether it was sent to an upstream once more. */
  boolean wasRetried();

  /** How much of a page was read to be written anew; less than 0 where none was. */
  long pageBytesRead();

  /** How much was written of it. */
  long pageBytesWritten();
}
