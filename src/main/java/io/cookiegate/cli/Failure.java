package io.cookiegate.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked; the message is the sentence that the operator reads. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure(String sentence) {
    super(sentence);
  }

  Failure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Writes one line about what a command failed with; the exit status. */
  static int tell(Exception failure, PrintWriter err) {
    err.println("cookie-gate: " + sentence(failure));
    return ExitStatus.FAILED;
  }

  private static String sentence(Exception failure) {
    if (failure instanceof Failure) {
      return oneLine(failure.getMessage());
    }
    String message = failure.getMessage();
    return "This should not have happened: "
        + failure.getClass().getSimpleName().replace("Exception", "")
        + (message == null ? "." : ", " + oneLine(message));
  }

  static String oneLine(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
  }
}
