package io.cookiegate.classification;

import java.util.List;

/**
 * What a script says that makes speculation rules (WHATWG HTML 7.6.1), in its code or in a text of
 * JSON.
 */
final class RuleWords {
  /** The type of the element in which they are made. */
  static final String TYPE = "speculationrules";

  /** Rules about the links of a page. */
  static final List<String> ABOUT_LINKS = List.of("href_matches", "selector_matches");

  /** Rules about all links of a page, unless it says about which. */
  static final List<String> ABOUT_ALL = List.of("source:'document", "source':'document");

  /** Rules about links that are to a path of the site, as far as their first character tells. */
  static final List<String> ABOUT_OWN =
      List.of("href_matches:'/", "href_matches':'/", "href_matches:['/", "href_matches':['/");

  /** Those that are to another host all the same. */
  static final List<String> ABOUT_OTHERS = ABOUT_OWN.stream().map(own -> own + "/").toList();

  /** What follows is about the links that stay away. */
  static final List<String> NEGATION = List.of("not:{", "not':{");

  private RuleWords() {}
}
