package io.cookiegate.gate;

import io.cookiegate.classification.ScriptLiterals;

/**
 * The speculation rules that a script makes, as far as its words tell. Those about the links of a page
 * have the browser fetch what a link leads to before a visitor follows it; so each of their conditions
 * has to be a path of the site's own, or be negated beside one ({@link SpeculationRules} has the same
 * of rules in a page).
 */
final class MadeRules {
  private boolean makes;
  private boolean aboutLinks;
  private boolean negates;
  private boolean isNegated;
  private int own;
  private int others;

  /** What was found up to a place. */
  record Place(
      boolean makes, boolean aboutLinks, boolean negates, boolean isNegated, int own, int others) {
    static final Place START = new Place(false, false, false, false, 0, 0);
  }

  Place place() {
    return new Place(makes, aboutLinks, negates, isNegated, own, others);
  }

  void goTo(Place place) {
    makes = place.makes;
    aboutLinks = place.aboutLinks;
    negates = place.negates;
    isNegated = place.isNegated;
    own = place.own;
    others = place.others;
  }

  /** Takes a meaning of {@link ScriptLiterals}. */
  void found(int meaning) {
    switch (meaning) {
      case ScriptLiterals.MAKES_RULES -> makes = true;
      case ScriptLiterals.ABOUT_ALL_LINKS -> aboutLinks = true;
      case ScriptLiterals.NOT_ABOUT -> negates = true;
      case ScriptLiterals.ABOUT_LINKS -> condition();
      case ScriptLiterals.ABOUT_OWN_LINKS -> shift(1);
      case ScriptLiterals.ABOUT_OTHER_LINKS -> shift(-1);
      default -> {}
    }
  }

  private void condition() {
    aboutLinks = true;
    isNegated = negates;
    negates = false;
    others += isNegated ? 0 : 1;
  }

  private void shift(int more) {
    if (!isNegated) {
      own += more;
      others -= more;
    }
  }

  /** Whether they may be about links to any host. */
  boolean leadAnywhere() {
    return makes && aboutLinks && (own == 0 || others > 0);
  }
}
