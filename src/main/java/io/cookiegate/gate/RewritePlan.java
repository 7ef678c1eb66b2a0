package io.cookiegate.gate;

/**
 * A page's body read tag by tag.
 *
 * @param gating what the visitor's consent holds back
 * @param page the page as its request and head tell
 */
record RewritePlan(SiteRules rules, GateObserver observer, Gating gating, PageContext page)
    implements BodyPlan.Rewrite {
  /** A plan for one answer. */
  static BodyPlan.Rewrite of(
      SiteRules rules, GateObserver observer, Gating gating, PageContext page) {
    return new RewritePlan(rules, observer, gating, page);
  }

  @Override
  public BodyRewriter open() {
    return new PageRewriter(this);
  }
}
