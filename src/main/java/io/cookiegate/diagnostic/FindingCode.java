package io.cookiegate.diagnostic;

/** The stable word for a kind of problem; it stays the same when the sentence around it changes. */
public enum FindingCode {
  UNREADABLE_FILE("unreadable-file"),
  EMPTY_FILE("empty-file"),
  SYNTAX("syntax"),
  UNKNOWN_KEY("unknown-key"),
  DUPLICATE_KEY("duplicate-key"),
  MISSING_KEY("missing-key"),
  WRONG_TYPE("wrong-type"),
  BAD_VALUE("bad-value"),
  OUT_OF_RANGE("out-of-range"),
  DUPLICATE_HOST("duplicate-host"),
  DUPLICATE_RULE("duplicate-rule"),
  UNKNOWN_REFERENCE("unknown-reference"),
  MISSING_FILE("missing-file"),
  CONFLICT("conflict");

  private final String code;

  FindingCode(String code) {
    this.code = code;
  }

  /** The word as operators see it, in kebab case. */
  public String code() {
    return code;
  }
}
