package io.cookiegate.html;

/** Why the rewriter took something out by itself, without a handler asking for it. */
public enum CloseReason {
  /** A tag passed {@link HtmlLimits#maxTag()}: it was removed, a raw-text element with its text. */
  TAG_TOO_LONG,
  /** A held text passed {@link HtmlLimits#maxHeldText()} and its handler did not want it streamed. */
  TEXT_TOO_LONG,
  /** Elements inside svg or math passed {@link HtmlLimits#maxNesting()}: the start tag was removed. */
  NESTING_TOO_DEEP,
  /** The page ended inside a tag: the unfinished tag was removed. */
  TAG_UNFINISHED,
  /** Browsers may disagree about what the bytes are: they were removed, or a missing end was added. */
  AMBIGUOUS
}
