package io.cookiegate.gate;

/** Why the gate did not send something it could not judge. */
public enum Closure {
  UNKNOWN_CODING("unknown-coding", "the content coding of a page is not one the gate can undo"),
  BROKEN_CODING("broken-coding", "the content coding of a page is broken or cut off"),
  PARTIAL_PAGE("partial-page", "a part of a page came where the whole was asked for"),
  UNREADABLE_CHARSET("unreadable-charset", "the character encoding of a page cannot be read"),
  LONG_TAG("long-tag", "a tag is longer than the limit"),
  LONG_SCRIPT("long-script", "an inline script is longer than the limit and names a gated service"),
  AMBIGUOUS_MARKUP("ambiguous-markup", "markup that browsers read in two ways"),
  FAILURE("failure", "the gate failed while judging a page");

  private final String code;
  private final String sentence;

  Closure(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The word in metrics and logs. */
  public String code() {
    return code;
  }

  /** What happened, for an operator. */
  public String sentence() {
    return sentence;
  }
}
