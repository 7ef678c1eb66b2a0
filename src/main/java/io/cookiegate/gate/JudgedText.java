package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element on its way to the judge of scripts: judged whole at its end, or read as it comes
 * where it is too long to be held.
 */
final class JudgedText {
  private final ScriptJudge judge;
  private @Nullable HeldText held;

  /** Whether it is read, and goes on to the visitor. */
  private boolean streamed;

  JudgedText(ScriptJudge judge) {
    this.judge = judge;
  }

  /** Begins with a text of a kind. */
  void begin(ScriptKind kind) {
    streamed = false;
    judge.begin(kind);
  }

  /** What is held of it. */
  void begin(HeldText text) {
    held = text;
  }

  /** Takes the next piece. Tells why the text is gated; null where it is not so far, or is held. */
  @Nullable TagVerdict read(byte[] a, int from, int to) {
    if (!streamed) {
      return null;
    }
    judge.read(a, from, to);
    return judge.verdict();
  }

  /** Reads what is held, and from now on what comes. Tells why the text is gated, so far. */
  @Nullable TagVerdict stream() {
    streamed = true;
    return judge.readBeginning(held());
  }

  /** Ends the text, and tells why it is gated; null where it is not. */
  @Nullable TagVerdict end() {
    return streamed ? judge.end() : judge.judge(held());
  }

  private HeldText held() {
    HeldText text = held;
    if (text == null) {
      throw new IllegalStateException("no text has begun");
    }
    return text;
  }
}
