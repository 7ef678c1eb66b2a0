package io.cookiegate.html;

import io.cookiegate.html.TextHandler.Reading;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The element whose text is being judged: its bytes as far as they had to be carried over from
 * earlier chunks, and where the judging stands.
 *
 * <p>A text too long to hold may be streamed while it is still judged. A browser compiles a whole
 * script before it runs any of it, so one that turns out to be unwanted after its beginning was sent
 * is made a syntax error by what is put before its end tag, whatever state the script was left in: a
 * line break ends strings, regular expressions and line comments; the star and slash end a block
 * comment and are an error anywhere else; a template literal stays open; and the last operator has no
 * operand.
 */
final class Held implements HeldText {
  /** How far the judging is. */
  enum Stage {
    NONE,
    /** Everything from the start tag on is held. */
    HOLDING,
    /** The text was condemned or too long while held: the element is removed as it comes. */
    REMOVING,
    /** The text was too long: it is emitted as it comes, and still judged. */
    STREAMING,
    /** The text was condemned while it was streamed. */
    POISONED
  }

  static final byte[] POISON = "\n*/\n!".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] NOTHING = {};

  private final int most;
  private final TagHandler pageHandler;
  private final Emitter emitter;
  private final Carry carry;
  private Stage stage = Stage.NONE;
  private @Nullable TextHandler handler;
  private int length;
  private int tagLength;
  private boolean streamable;

  /** Whether the beginning was emitted, so that the element stays. */
  private boolean parted;

  /** How much of the poison the text that was sent last ends with. */
  private byte poisoned;

  private boolean cut;
  private int cutAt;
  private byte[] shown = NOTHING;
  private int shownFrom;
  private int shownTo;

  Held(HtmlLimits limits, TagHandler pageHandler, Emitter emitter) {
    this.emitter = emitter;
    this.most = limits.maxHeldText();
    this.carry = new Carry(most);
    this.pageHandler = pageHandler;
  }

  /** Begins with a start tag of some length; only text that ends at its end tag can be streamed. */
  void begin(TextHandler textHandler, int startTagLength, boolean canStream) {
    streamable = canStream;
    cut = false;
    parted = false;
    poisoned = 0;
    stage = Stage.HOLDING;
    handler = textHandler;
    length = startTagLength;
    tagLength = startTagLength;
    carry.clear();
    textHandler.begin(this);
  }

  @Override
  public void read(Reader reader) {
    reader.read(carry.array(), Math.min(tagLength, carry.length()), carry.length());
    reader.read(shown, shownFrom, shownTo);
  }

  /** Lets go of what only the range at hand needed. */
  void rest() {
    carry.rest();
    shown = NOTHING;
    shownFrom = 0;
    shownTo = 0;
  }

  Stage stage() {
    return stage;
  }

  boolean active() {
    return stage != Stage.NONE;
  }

  /** The bytes held from earlier chunks. */
  Carry carry() {
    return carry;
  }

  /** The length of the start tag, with which the held bytes begin. */
  int tagLength() {
    return tagLength;
  }

  /**
   * Shows the next text, of an element of which everything before a mark is carried; returns the mark.
   * The limit falls on the same byte however the text is cut.
   */
  int show(byte[] a, int mark, int from, int to) {
    int carriedTo = mark;
    int at = from;
    shown = a;
    shownFrom = from;
    while (at < to && (stage == Stage.HOLDING || stage == Stage.STREAMING)) {
      int room = stage == Stage.HOLDING ? Math.min(Math.max(0, most - length), to - at) : to - at;
      shownTo = at;
      if (room == 0) {
        carriedTo = overflow(a, carriedTo, at);
      } else {
        read(a, at, at + room);
        at += room;
      }
    }
    shownTo = at;
    return carriedTo;
  }

  private void read(byte[] a, int from, int to) {
    length += stage == Stage.HOLDING ? to - from : 0;
    if (judge().text(a, from, to) == Reading.CONDEMN) {
      stage = stage == Stage.HOLDING ? Stage.REMOVING : Stage.POISONED;
      cutAt = judge().condemnedAt();
      cut = cutAt >= 0;
    }
  }

  /** How far a range that was just shown, or is beyond what is shown, may be emitted. */
  int liveTo(int from, int to) {
    if (!cut || stage != Stage.POISONED) {
      return to;
    }
    int live = Math.max(from, cutAt);
    cutAt = -1;
    return live;
  }

  private int overflow(byte[] a, int mark, int at) {
    boolean whole = streamable && judge().judgesWhole();
    if (whole) {
      carry.append(a, mark, at);
      shownFrom = at;
    }
    switch (streamable ? overflow(whole) : TextHandler.Overflow.REMOVE) {
      case STREAM -> stage = Stage.STREAMING;
      case PART -> emitPart();
      case REMOVE -> condemn(CloseReason.TEXT_TOO_LONG);
    }
    return whole ? at : mark;
  }

  /** Emits what is settled of a text that is judged whole, and holds on from there. */
  private void emitPart() {
    int to = judge().settledTo();
    byte[] instead = judge().settled();
    emitter.keep(carry.array(), 0, instead == null ? to : tagLength);
    if (instead != null) {
      emitter.make(instead);
    }
    carry.drop(to);
    parted = true;
    tagLength = 0;
    length = carry.length();
  }

  private TextHandler.Overflow overflow(boolean whole) {
    return whole ? judge().overflow(carry.array(), tagLength, carry.length()) : judge().overflow();
  }

  /** Takes notice of text that is sent. */
  void sent(byte[] a, int from, int to) {
    if (to - from >= POISON.length) {
      poisoned = 0;
    }
    for (int i = Math.max(from, to - POISON.length); i < to; i++) {
      poisoned = afterPoison(a[i]);
    }
  }

  // The poison has its first byte in it once more, behind which it may begin anew.
  private byte afterPoison(byte b) {
    int length = poisoned == POISON.length ? 0 : poisoned;
    if (b == POISON[length]) {
      return (byte) (length + 1);
    }
    return (byte) (length == 4 && b == POISON[1] ? 2 : b == POISON[0] ? 1 : 0);
  }

  /** Whether the text that was sent ends with the poison, from another time. */
  boolean isPoisoned() {
    return poisoned == POISON.length;
  }

  /** Closes: the element goes without being judged further. */
  void condemn(CloseReason reason) {
    boolean held = stage == Stage.HOLDING || stage == Stage.REMOVING;
    if (held && parted) {
      forget();
    }
    stage = held && !parted ? Stage.REMOVING : Stage.POISONED;
    pageHandler.closed(reason);
  }

  /** Nothing more of the text is emitted. */
  private void forget() {
    carry.clear();
    cut = true;
    cutAt = -1;
  }

  /** Carries the rest of a text that is judged whole and was begun to be carried; returns the mark. */
  int gather(byte[] a, int mark, int to) {
    boolean gathers = stage == Stage.HOLDING && !carry.isEmpty() && judge().judgesWhole();
    if (gathers) {
      carry.append(a, mark, to);
      shownFrom = shownTo;
    }
    return gathers ? to : mark;
  }

  /** The verdict at the end of the text, and the end of holding. */
  TextVerdict end(byte[] a, int mark, int to) {
    TextVerdict verdict =
        switch (stage) {
          case HOLDING -> verdict(a, mark, to);
          case STREAMING -> judge().end() == TextVerdict.KEEP ? TextVerdict.KEEP : POISONING;
          case POISONED -> POISONING;
          case NONE, REMOVING -> TextVerdict.REMOVE;
        };
    stage = Stage.NONE;
    handler = null;
    return verdict;
  }

  private TextVerdict verdict(byte[] a, int mark, int to) {
    if (!judge().judgesWhole()) {
      return judge().end();
    }
    TextVerdict verdict =
        carry.isEmpty()
            ? judge().end(a, mark + tagLength, to)
            : judge().end(carry.array(), tagLength, carry.length());
    if (parted && !verdict.keepsTags()) {
      throw new IllegalStateException("an element of which a part was settled stays");
    }
    return verdict;
  }

  /** Not a verdict a handler can give: poison before the end tag. */
  static final TextVerdict POISONING = TextVerdict.replaceText(POISON);

  private TextHandler judge() {
    TextHandler judge = handler;
    if (judge == null) {
      throw new IllegalStateException("no text is being held");
    }
    return judge;
  }
}
