package io.cookiegate.config;

import io.cookiegate.diagnostic.Finding;
import java.nio.file.Path;
import java.util.List;

/** The outcome of reading what somebody wrote: all of it, or everything that is wrong with it. */
public sealed interface Loaded<T> {
  /** Every file that was read or looked for: when one of them changes, the outcome may too. */
  List<Path> files();

  /**
   * Nothing is wrong.
   *
   * @param value what was read
   */
  record Ready<T>(T value, List<Path> files) implements Loaded<T> {
    public Ready {
      files = List.copyOf(files);
    }
  }

  /**
   * Something is wrong, so nothing of it is used.
   *
   * @param findings every problem, in the order of their places; never empty
   */
  record Refused<T>(List<Finding> findings, List<Path> files) implements Loaded<T> {
    public Refused {
      findings = List.copyOf(findings);
      files = List.copyOf(files);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a refusal says why");
      }
    }
  }
}
