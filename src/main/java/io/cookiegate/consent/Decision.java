package io.cookiegate.consent;

/** What a visitor decided at one time, as it is recorded. */
public enum Decision {
  /** Everything may pass. */
  GRANTED("granted"),
  /** Nothing may pass but what was named. */
  REFUSED("refused"),
  /** What was named may pass for one view of one page; what was chosen before stays. */
  ONCE("once");

  private final String word;

  Decision(String word) {
    this.word = word;
  }

  /** The decision that leaves a consent behind. */
  public static Decision of(Consent chosen) {
    return chosen.choice() == Choice.GRANTED ? GRANTED : REFUSED;
  }

  /** The word in receipts. */
  public String word() {
    return word;
  }
}
