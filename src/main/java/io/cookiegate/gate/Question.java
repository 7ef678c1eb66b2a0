package io.cookiegate.gate;

import io.cookiegate.html.StartTag;

/**
 * The place of the banner in a page: right after the body's start tag, and where none is written,
 * before the first tag that makes a browser begin the body. A frameset has no body and is not asked.
 */
final class Question {
  private final PageScope scope;
  private boolean waits;

  private Question(PageScope scope) {
    this.scope = scope;
    this.waits = scope.asks();
  }

  static Question of(PageScope scope) {
    return new Question(scope);
  }

  /** Whether the place was not met yet. */
  boolean waits() {
    return waits;
  }

  void meet(StartTag tag) {
    switch (tag.element()) {
      case HTML,
          HEAD,
          TITLE,
          BASE,
          BASEFONT,
          BGSOUND,
          LINK,
          META,
          NOFRAMES,
          SCRIPT,
          STYLE,
          TEMPLATE,
          NOSCRIPT -> {}
      case FRAMESET -> waits = false;
      case BODY -> {
        tag.insertAfter(scope.banner());
        waits = false;
      }
      default -> {
        if (scope.takesMarkup(tag.namespace())) {
          tag.insertBefore(scope.banner());
          waits = false;
        }
      }
    }
  }

  /** The banner of a page of text alone. */
  byte[] atEnd() {
    return waits ? scope.banner() : Bytes.NONE;
  }
}
