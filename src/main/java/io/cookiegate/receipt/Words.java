package io.cookiegate.receipt;

import org.jspecify.annotations.Nullable;

/** What a failure says, for one line of a log: its innermost cause's message without line ends. */
final class Words {
  private Words() {}

  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    @Nullable String message = root.getMessage();
    String words = message == null ? root.getClass().getSimpleName() : message;
    return words.replaceAll("\\s+", " ").strip();
  }
}
