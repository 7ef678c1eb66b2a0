package io.cookiegate.gate;

/** What happens to an answer's body. */
public sealed interface BodyPlan {
  /** The upstream's bytes go on as they are, in the same buffers. */
  BodyPlan VERBATIM = new Verbatim();

  /** The upstream's bytes go on as they are. */
  record Verbatim() implements BodyPlan {}

  /** The body is read and written anew; its length is not known beforehand. */
  non-sealed interface Rewrite extends BodyPlan {
    /** Begins with a body; each call is for one body. */
    BodyRewriter open();
  }
}
