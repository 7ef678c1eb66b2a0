package io.cookiegate.host;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** Why an address cannot be listened on, in the words of an operator. */
public final class ListenFailure {
  private ListenFailure() {}

  /** What an exception of a server's socket comes to, as the end of a sentence. */
  public static String of(IOException failure) {
    Throwable root = failure.getCause() == null ? failure : failure.getCause();
    String message = String.valueOf(root.getMessage());
    if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
      return "its name leads to no address";
    } else if (root instanceof BindException && message.contains("in use")) {
      return "another program listens there already";
    } else if (root instanceof BindException && message.contains("assign")) {
      return "it is no address of this machine";
    }
    return message;
  }
}
