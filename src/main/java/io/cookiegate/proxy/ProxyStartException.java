package io.cookiegate.proxy;

/** The server cannot start; the message is one sentence for the operator. */
public final class ProxyStartException extends Exception {
  private static final long serialVersionUID = 1L;

  ProxyStartException(String sentence) {
    super(sentence);
  }

  ProxyStartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
