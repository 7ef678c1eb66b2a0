package io.cookiegate.diagnostic;

import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * Why something failed, in the words of an operator: what the innermost cause says, on one line,
 * without a full stop. Where Java says a name alone, the words say what is the matter with it.
 */
public final class Reason {
  private Reason() {}

  /** The words, as the end of a sentence that has the name already. */
  public static String of(Throwable failure) {
    Throwable root = failure;
    while (!(root instanceof ConnectException) && root.getCause() != null) {
      root = root.getCause();
    }
    String said = said(root);
    String words = said == null ? root.getClass().getSimpleName() : said;
    return words.replaceAll("\\s+", " ").strip();
  }

  private static @Nullable String said(Throwable root) {
    if (root instanceof FileSystemException refusal) {
      return ofFile(refusal);
    } else if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
      return "its name leads to no address";
    } else if (root instanceof ConnectException) {
      return "it takes no connections";
    }
    return root instanceof BindException ? ofBinding(root) : root.getMessage();
  }

  private static @Nullable String ofBinding(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("in use")) {
      return "another program listens there already";
    }
    return message.contains("assign") ? "it is no address of this machine" : failure.getMessage();
  }

  private static @Nullable String ofFile(FileSystemException refusal) {
    if (refusal instanceof NoSuchFileException) {
      return "there is no such file or folder";
    } else if (refusal instanceof AccessDeniedException) {
      return "this user may not use it";
    } else if (refusal instanceof FileAlreadyExistsException
        || refusal instanceof NotDirectoryException) {
      return "a file stands in its place";
    } else if (refusal instanceof DirectoryNotEmptyException) {
      return "there are files in it";
    }
    return refusal.getReason();
  }
}
