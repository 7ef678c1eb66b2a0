package io.cookiegate.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far, so that all are reported at once. Not safe for use by many threads. */
public final class Findings {
  private final List<Finding> found = new ArrayList<>();

  /** Records a problem. */
  public void add(Position position, FindingCode code, String path, String given, String allowed) {
    add(new Finding(position, code, path, given, allowed));
  }

  /** Records a problem. */
  public void add(Finding finding) {
    found.add(finding);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The problems in the order of their places; a copy. */
  public List<Finding> inOrder() {
    return found.stream().sorted(byPlace()).toList();
  }

  private static Comparator<Finding> byPlace() {
    return Comparator.comparing((Finding finding) -> finding.position().file())
        .thenComparingInt(finding -> finding.position().line())
        .thenComparingInt(finding -> finding.position().column());
  }
}
