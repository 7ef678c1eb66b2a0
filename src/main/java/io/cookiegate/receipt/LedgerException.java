package io.cookiegate.receipt;

/** The ledger cannot be used; the message is a sentence that an operator can act on. */
public final class LedgerException extends Exception {
  private static final long serialVersionUID = 1L;

  LedgerException(String sentence) {
    super(sentence);
  }

  LedgerException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
