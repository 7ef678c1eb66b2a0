package io.cookiegate.gate;

import io.cookiegate.classification.Service;
import org.jspecify.annotations.Nullable;

/**
 * The markup that the gate puts into a visitor's page in place of something removed. It is ASCII
 * (character references for everything else), so that it fits every page's character encoding.
 */
public interface PageMarkup {
  /**
   * The language of the markup for a visitor: a lower-case primary subtag.
   *
   * @param acceptLanguage the value of {@code Accept-Language}; null where there is none
   */
  default String language(@Nullable String acceptLanguage) {
    return "en";
  }

  /** The path of the folder that own scripts come from; empty where there are none. */
  default String folder() {
    return "";
  }

  /**
   * The question to a visitor who has not been asked, as it stands at the beginning of a page.
   */
  default byte[] banner(Invitation invitation) {
    return Bytes.NONE;
  }

  /**
   * Whether a page has places for the declaration, which are filled for every visitor, also for one
   * who consented.
   *
   * @param target the page's path and query
   */
  default boolean declaresOn(String target) {
    return false;
  }

  /** The declaration as it stands in a page of the site; well formed as HTML and as XML. */
  default byte[] declaration(SiteRules rules, String language) {
    return Bytes.NONE;
  }

  /** What stands where an embed was; well formed as HTML and as XML. */
  byte[] placeholder(Embed embed);

  /**
   * What keeps page scripts working that call a removed library, well formed as HTML and as XML;
   * empty where the service has no stand-in.
   */
  byte[] standIn(Service service, Place place);
}
