package io.cookiegate.html;

import org.jspecify.annotations.Nullable;

/**
 * The judge of the text of one raw-text element, asked for by {@link StartTag#captureText}.
 *
 * <p>The rewriter holds the element from its start tag on and shows the text as it comes. At the
 * end tag {@link #end()} decides. An element longer than {@link HtmlLimits#maxHeldText()} asks {@link
 * #overflow()}.
 */
public interface TextHandler {
  /** What goes on after a piece of text. */
  enum Reading {
    /** Go on reading. */
    GO_ON,
    /**
     * Enough was seen: this text must not take effect. While it is held the element is removed;
     * while it is streamed it is poisoned. No more text is shown, and {@link #end()} is not asked.
     */
    CONDEMN
  }

  /** What becomes of a text too long to hold. */
  enum Overflow {
    /** The element is removed with its text. */
    REMOVE,
    /** What is held is emitted, and the rest is emitted as it comes, still being shown. */
    STREAM,
    /**
     * Of what is held the beginning is emitted, with its start tag, as {@link #settled} says; the rest is
     * held on, and is judged as if the text began there. Only of a text that is judged whole.
     */
    PART
  }

  /**
   * The text of an element begins. What was shown of it can be read again during {@link #text},
   * {@link #overflow} and {@link #end()}, as long as it is held.
   */
  default void begin(HeldText held) {}

  /** The next piece of the text: raw bytes in source order, cut anywhere. */
  Reading text(byte[] array, int from, int to);

  /**
   * The verdict at the end of the text, at its end tag or the end of the page. Once streaming,
   * everything but {@link TextVerdict#KEEP} poisons.
   */
  TextVerdict end();

  /**
   * After {@link Reading#CONDEMN} of a streamed text, the position in the array just shown from which
   * on nothing is emitted; -1 where the rest may go on before the poison, as for a script, of which
   * nothing runs.
   */
  default int condemnedAt() {
    return -1;
  }

  /** The text is longer than can be held. */
  default Overflow overflow() {
    return Overflow.REMOVE;
  }

  /**
   * Whether the text is judged whole: then the two calls below are made in place of those without a
   * range, and nobody need keep a copy of what was shown.
   */
  default boolean judgesWhole() {
    return false;
  }

  /** The verdict about a whole text that was held up to its end. */
  default TextVerdict end(byte[] array, int from, int to) {
    return end();
  }

  /** After {@link Overflow#PART}, the position in the array just shown up to which it is settled. */
  default int settledTo() {
    throw new IllegalStateException("the text is not settled in parts");
  }

  /** What goes in place of what is settled, asked for once; null where it stays as it is. */
  default byte @Nullable [] settled() {
    throw new IllegalStateException("the text is not settled in parts");
  }

  /** The text is longer than can be held, and this is its beginning. */
  default Overflow overflow(byte[] array, int from, int to) {
    return overflow();
  }
}
