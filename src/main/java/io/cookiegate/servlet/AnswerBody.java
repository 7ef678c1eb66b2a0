package io.cookiegate.servlet;

import io.cookiegate.gate.BodyClosedException;
import io.cookiegate.gate.BodyPlan;
import io.cookiegate.gate.BodyRewriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The body of one answer. Its first bytes are held, as many as the container would hold: for so long
 * the application may change its mind about the head. When they are too many, or are to be sent, the
 * head is judged; from then on the application's own arrays go on to the container, or through the
 * gate's rewriter.
 */
final class AnswerBody {
  private static final byte[] NOTHING = {};
  private static final int FIRST = 512;
  private static final int MOST = 1 << 20;

  private final Head head;
  private byte[] held = NOTHING;
  private int size;
  private int limit;
  private Stage stage = Stage.HELD;
  private @Nullable BodyRewriter rewriter;

  /** What the body is of. */
  interface Head {
    /** Judges and writes the head; null where something else was answered instead. */
    @Nullable BodyPlan commit() throws IOException;

    /** Whether the head can be written now. */
    boolean takesHead();

    /** The way out. */
    Outlet outlet() throws IOException;

    /** The rest of the body cannot be judged. */
    IOException broken(BodyClosedException cause) throws IOException;
  }

  private enum Stage {
    /** Nothing has gone out, and everything can be taken back. */
    HELD,
    /** Bytes go on as they are. */
    VERBATIM,
    /** Bytes go through the rewriter. */
    REWRITTEN,
    /** Nothing more goes out. */
    ENDED
  }

  AnswerBody(Head head, int limit) {
    this.head = head;
    this.limit = limit;
  }

  boolean isHeld() {
    return stage == Stage.HELD;
  }

  boolean hasEnded() {
    return stage == Stage.ENDED;
  }

  /** Whether something was written that can still be taken back. */
  boolean holdsBytes() {
    return size > 0;
  }

  void limit(int bytes) {
    limit = bytes;
  }

  int limit() {
    return limit;
  }

  /** Forgets what is held. */
  void reset() {
    size = 0;
  }

  /** Nothing goes out any more, and nothing that is held. */
  void drop() {
    size = 0;
    held = NOTHING;
    stage = Stage.ENDED;
    close();
  }

  void write(byte[] bytes, int from, int length) throws IOException {
    if (stage == Stage.HELD && (length <= limit - size || mustWait(length))) {
      hold(bytes, from, length);
      return;
    }
    commit();
    pass(bytes, from, length);
  }

  /** While the head cannot be written, more is held than usual, but not everything. */
  private boolean mustWait(int length) {
    return size + length <= MOST && !head.takesHead();
  }

  private void hold(byte[] bytes, int from, int length) {
    if (held.length - size < length) {
      held = Arrays.copyOf(held, room(length));
    }
    System.arraycopy(bytes, from, held, size, length);
    size += length;
  }

  /** What is written at once is often all; of the rest, twice as much is expected. */
  private int room(int length) {
    int most = Math.max(limit, size + length);
    return size == 0 ? Math.max(FIRST, length) : Math.min(most, 2 * (size + length));
  }

  /** Judges the head if that has not been done, and sends what was held on its way. */
  void commit() throws IOException {
    if (stage != Stage.HELD) {
      return;
    }
    BodyPlan plan = head.commit();
    if (plan == null) {
      drop();
    } else if (stage == Stage.HELD) {
      begin(plan);
    }
  }

  private void begin(BodyPlan plan) throws IOException {
    if (plan instanceof BodyPlan.Rewrite rewrite) {
      stage = Stage.REWRITTEN;
      rewriter = rewrite.open();
    } else {
      stage = Stage.VERBATIM;
    }
    byte[] first = held;
    int length = size;
    held = NOTHING;
    size = 0;
    if (length > 0) {
      pass(first, 0, length);
    }
  }

  private void pass(byte[] bytes, int from, int length) throws IOException {
    if (stage == Stage.VERBATIM) {
      head.outlet().write(bytes, from, length);
    } else if (stage == Stage.REWRITTEN) {
      rewrite(
          (rewriter, gathered) -> rewriter.write(ByteBuffer.wrap(bytes, from, length), gathered));
    }
  }

  private interface Step {
    void run(BodyRewriter rewriter, Gathered gathered);
  }

  /** What the rewriter puts out is gathered for one write, so that the container copies it once. */
  private void rewrite(Step step) throws IOException {
    BodyRewriter open = rewriter;
    if (open == null) {
      return;
    }
    Gathered gathered = new Gathered();
    try {
      step.run(open, gathered);
    } catch (BodyClosedException e) {
      IOException broken = head.broken(e);
      drop();
      throw broken;
    }
    if (gathered.size() > 0) {
      head.outlet().write(gathered.array(), 0, gathered.size());
    }
  }

  void flush() throws IOException {
    if (stage == Stage.HELD && mustWait(0)) {
      return;
    }
    commit();
    rewrite(BodyRewriter::flush);
    if (stage != Stage.ENDED) {
      head.outlet().flush();
    }
  }

  /** Ends the body; what comes after is not sent. */
  void end() throws IOException {
    commit();
    rewrite(BodyRewriter::end);
    stage = Stage.ENDED;
    close();
  }

  private void close() {
    BodyRewriter open = rewriter;
    rewriter = null;
    if (open != null) {
      open.close();
    }
  }
}
