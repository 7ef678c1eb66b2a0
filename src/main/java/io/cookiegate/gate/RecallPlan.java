package io.cookiegate.gate;

/**
 * A compressed page's body that may have come before.
 *
 * @param length its length as the head tells it; negative where it does not
 */
record RecallPlan(RewritePlan rewriting, PageMemory memory, long length)
    implements BodyPlan.Rewrite {
  /** The longest body that is held to see whether it is known. */
  static final int LONGEST = 64 << 10;

  /** The plan for a body: one that remembers where it may. */
  static BodyPlan.Rewrite of(RewritePlan rewriting, PageMemory memory, long length) {
    boolean compressed = rewriting.page().contentEncoding() != null;
    return compressed && length <= LONGEST && memory.isWorthwhile(rewriting.page())
        ? new RecallPlan(rewriting, memory, length)
        : rewriting;
  }

  @Override
  public BodyRewriter open() {
    return new RecalledBody(this);
  }
}
