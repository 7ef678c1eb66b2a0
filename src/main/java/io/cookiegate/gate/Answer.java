package io.cookiegate.gate;

/** What the gate makes of an upstream's answer. */
public sealed interface Answer {
  /**
   * The answer goes on.
   *
   * @param edits to its header fields
   * @param body what happens to its body; for an answer without one, what the edits assume
   */
  record Pass(HeadEdits edits, BodyPlan body) implements Answer {}

  /** The answer cannot be judged and must not go on: the front door answers 502 with an error id. */
  record Close(Closure reason) implements Answer {}
}
