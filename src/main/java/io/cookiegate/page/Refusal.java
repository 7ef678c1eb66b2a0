package io.cookiegate.page;

/** Why a front door of the gate does not let something pass: the status and what the visitor reads. */
public enum Refusal {
  LONG_REQUEST(413, "The request is too long."),
  UNKNOWN_HOST(421, "No site of this name is served here."),
  FAILURE(500, "Something went wrong."),
  UNJUDGED(502, "This page could not be shown safely.");

  private final int status;
  private final String sentence;

  Refusal(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  public int status() {
    return status;
  }

  public String sentence() {
    return sentence;
  }
}
