package io.cookiegate.cli;

/** A command cannot do what it was asked; the message is the sentence that the operator reads. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure(String sentence) {
    super(sentence);
  }

  Failure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
