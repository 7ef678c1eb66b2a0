package io.cookiegate.receipt;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What a failure says, for one line of a log: its innermost cause's message without line ends. */
final class Words {
  private Words() {}

  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    @Nullable String message =
        root instanceof FileSystemException refusal ? ofFile(refusal) : root.getMessage();
    String words = message == null ? root.getClass().getSimpleName() : message;
    return words.replaceAll("\\s+", " ").strip();
  }

  /** The message of these is the name of the file, which a sentence has already. */
  private static String ofFile(FileSystemException refusal) {
    if (refusal instanceof NoSuchFileException) {
      return "there is no such folder";
    } else if (refusal instanceof AccessDeniedException) {
      return "it may not be written";
    } else if (refusal instanceof FileAlreadyExistsException) {
      return "a file stands in its place";
    }
    String reason = refusal.getReason();
    return reason == null ? refusal.getClass().getSimpleName() : reason;
  }
}
