package io.cookiegate.diagnostic;

import static java.util.Objects.requireNonNull;

/**
 * One problem in a text that somebody wrote, with its place and its remedy.
 *
 * @param position where it stands
 * @param code the kind of problem
 * @param path the place in the document's own terms, for instance {@code sites[0].upstream}
 * @param given what was found, in the writer's words
 * @param allowed what would have been right
 */
public record Finding(
    Position position, FindingCode code, String path, String given, String allowed) {
  public Finding {
    requireNonNull(position, "position");
    requireNonNull(code, "code");
    requireNonNull(path, "path");
    requireNonNull(given, "given");
    requireNonNull(allowed, "allowed");
  }

  /** The line an operator reads: {@code file:line:column code path: given; allowed}. */
  @Override
  public String toString() {
    return position + " " + code.code() + " " + path + ": " + given + "; " + allowed;
  }
}
