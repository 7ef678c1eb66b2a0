package io.cookiegate.coding;

import java.io.Serial;

/**
 * Bytes that are not what their content coding or charset promises, told in one sentence without
 * any of the bytes.
 */
public final class CodingException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With the sentence to log. */
  public CodingException(String sentence) {
    super(sentence);
  }

  /** With the sentence to log, and what the codec said. */
  public CodingException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
