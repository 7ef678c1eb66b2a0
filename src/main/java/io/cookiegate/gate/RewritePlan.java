package io.cookiegate.gate;

/**
 * A page's body read tag by tag, or a file of speculation rules.
 *
 * @param gating what the visitor's consent holds back
 * @param page the page as its request and head tell
 */
record RewritePlan(SiteRules rules, GateObserver observer, Gating gating, PageContext page)
    implements BodyPlan.Rewrite {
  /** The same, told to another observer. */
  RewritePlan toldTo(GateObserver other) {
    return new RewritePlan(rules, other, gating, page);
  }

  @Override
  public BodyRewriter open() {
    return PageType.of(page.contentType()) == PageType.SPECULATION_RULES
        ? new RulesBody(this)
        : new PageRewriter(this);
  }
}
