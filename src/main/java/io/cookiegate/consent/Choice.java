package io.cookiegate.consent;

/** What a visitor said about cookies as a whole. */
public enum Choice {
  GRANTED("granted"),
  REFUSED("refused"),
  UNASKED("unasked");

  private final String word;

  Choice(String word) {
    this.word = word;
  }

  /** The word in metrics, receipts and pages. */
  public String word() {
    return word;
  }
}
