package io.cookiegate.gate;

import org.jspecify.annotations.Nullable;

/**
 * A page's body that may have come before.
 *
 * @param length its length as the head tells it; negative where it does not
 */
record RecallPlan(RewritePlan rewriting, PageMemory memory, PageMemory.Key key, long length)
    implements BodyPlan.Rewrite {
  /** The longest compressed body that is held to see whether it is known. */
  private static final int LONGEST_HELD = 64 << 10;

  /** The plan for a body: one that remembers where it may. */
  static BodyPlan.Rewrite of(RewritePlan rewriting, PageMemory memory, long length) {
    if (length > longest(rewriting) || !memory.isWorthwhile(rewriting.page())) {
      return rewriting;
    }
    PageMemory.Key key = new PageMemory.Key(rewriting.rules(), rewriting.page());
    return new RecallPlan(rewriting, memory, key, length);
  }

  private static int longest(RewritePlan rewriting) {
    return rewriting.page().contentEncoding() == null ? NotedBody.LONGEST : LONGEST_HELD;
  }

  /** The longest body that is remembered. */
  int longest() {
    return longest(rewriting);
  }

  /**
   * Whether what is made of the first bytes can go out before the others have come. An encoder may
   * make other bytes of the same text the next time, so a compressed page goes out as a whole.
   */
  boolean streams() {
    return rewriting.page().contentEncoding() == null;
  }

  @Override
  public BodyRewriter open() {
    @Nullable PageVersions known = memory.find(key);
    return known == null
        ? new NotedBody(this, Observations.toldTo(rewriting.observer()))
        : new RecalledBody(this, known);
  }
}
