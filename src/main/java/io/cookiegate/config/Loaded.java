package io.cookiegate.config;

import io.cookiegate.diagnostic.Finding;
import java.util.List;

/** The outcome of reading what somebody wrote: all of it, or everything that is wrong with it. */
public sealed interface Loaded<T> {
  /** Every file that was read or looked for. */
  FilesRead files();

  /**
   * Nothing is wrong.
   *
   * @param value what was read
   */
  record Ready<T>(T value, FilesRead files) implements Loaded<T> {}

  /**
   * Something is wrong, so nothing of it is used.
   *
   * @param findings every problem, in the order of their places; never empty
   */
  record Refused<T>(List<Finding> findings, FilesRead files) implements Loaded<T> {
    public Refused {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a refusal says why");
      }
    }
  }
}
