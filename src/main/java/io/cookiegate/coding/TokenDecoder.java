package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;

/**
 * A stream undone in a way that remembers how it was coded: which of its bytes were literals and
 * which matches of bytes before them, and where its blocks are. What is said so is in {@link
 * Original}, for a {@link TokenEncoder} to use again.
 *
 * <p>Takes and refuses what zlib does.
 */
final class TokenDecoder {
  static final String BROKEN = "The deflated body is broken.";

  private enum State {
    WRAPPER,
    BLOCK_START,
    STORED_START,
    CODES,
    STORED,
    CODED,
    CHECKSUM,
    DONE
  }

  private static final int DICTIONARY = 0x20;

  private final Original original;
  private final CodedInput in;
  private final Window window;
  private final BlockReader codes;
  private boolean raw;
  private final Adler32 sum = new Adler32();
  private State state = State.DONE;
  private boolean last;
  private int storedLeft;
  private long start;

  TokenDecoder(Original original) {
    this.original = original;
    this.in = original.input;
    this.window = original.window;
    this.codes = original.reader;
  }

  /**
   * Begins with a stream, the first or one behind another.
   *
   * @param unwrapped whether it comes without zlib's wrapper
   */
  void begin(boolean unwrapped) {
    raw = unwrapped;
    start = window.place();
    sum.reset();
    state = unwrapped ? State.BLOCK_START : State.WRAPPER;
  }

  /** Decodes from {@code from} until it is used up or the stream ends, whichever comes first. */
  void inflate(ByteBuffer from, ByteSink out, Inflation.Watcher watcher) {
    while (from.hasRemaining() && state != State.DONE) {
      in.take(from, original.blocks.kept(in.place()));
      run(out, watcher);
    }
    if (state == State.DONE) {
      from.position(from.position() - in.giveBack());
    }
  }

  private void run(ByteSink out, Inflation.Watcher watcher) {
    boolean more = true;
    while (more) {
      original.makeRoom();
      int from = window.end;
      codes.beginRun(from);
      more = step(Math.min(from + Window.PIECE, window.bytes.length - Window.SLACK));
      codes.endRun(window.end);
      if (window.end > from) {
        handOn(from, out, watcher);
      }
    }
  }

  private void handOn(int from, ByteSink out, Inflation.Watcher watcher) {
    int length = window.end - from;
    watcher.saw(window.bytes, from, length);
    if (!raw) {
      sum.update(window.bytes, from, length);
    }
    out.write(ByteBuffer.wrap(window.bytes, from, length));
  }

  /** Decodes as much as there is input and room for, up to the end of a block. */
  private boolean step(int limit) {
    return switch (state) {
      case WRAPPER -> readWrapper();
      case BLOCK_START -> beginBlock();
      case STORED_START -> beginStored();
      case CODES -> readCodes();
      case STORED -> copyStored(limit);
      case CODED -> decode(limit);
      case CHECKSUM -> readChecksum();
      case DONE -> false;
    };
  }

  private boolean readWrapper() {
    if (in.available() < 16) {
      return false;
    }
    if ((in.peek() >>> 8 & DICTIONARY) != 0) {
      throw new CodingException("The deflated body asks for a dictionary that nobody has.");
    }
    in.bit += 16;
    state = State.BLOCK_START;
    return true;
  }

  private boolean beginBlock() {
    if (in.available() < 3) {
      return false;
    }
    original.blocks.begin(in.place(), window.place());
    int bits = (int) in.peek();
    last = (bits & 1) != 0;
    switch (bits >>> 1 & 3) {
      case 0 -> state = State.STORED_START;
      case 1 -> {
        codes.useFixed();
        state = State.CODED;
      }
      case 2 -> state = State.CODES;
      default -> throw new CodingException(BROKEN);
    }
    in.bit += 3;
    return true;
  }

  private boolean beginStored() {
    int gap = -in.bit & 7;
    if (in.available() < gap + 32) {
      return false;
    }
    in.align();
    long bits = in.peek();
    int length = (int) bits & 0xffff;
    if (length != (~(int) (bits >>> 16) & 0xffff)) {
      throw new CodingException(BROKEN);
    }
    in.bit += 32;
    storedLeft = length;
    state = State.STORED;
    return true;
  }

  private boolean readCodes() {
    if (!codes.readCodes(in)) {
      return false;
    }
    state = State.CODED;
    return true;
  }

  private boolean copyStored(int limit) {
    int length = Math.min(storedLeft, Math.min(limit - window.end, in.available() >>> 3));
    System.arraycopy(in.bytes, in.bit >>> 3, window.bytes, window.end, length);
    window.end += length;
    in.bit += length << 3;
    storedLeft -= length;
    if (storedLeft == 0) {
      endBlock(Blocks.STORED);
      return true;
    }
    return length > 0;
  }

  private boolean decode(int limit) {
    int low = (int) Math.max(0, start - window.base);
    switch (codes.decode(in, window, low, limit)) {
      case END -> endBlock(0);
      case FULL -> {}
      case MORE -> {
        return false;
      }
    }
    return true;
  }

  private void endBlock(int kind) {
    original.blocks.end(in.place(), window.place(), last ? kind | Blocks.LAST : kind);
    state = !last ? State.BLOCK_START : raw ? State.DONE : State.CHECKSUM;
  }

  private boolean readChecksum() {
    int gap = -in.bit & 7;
    if (in.available() < gap + 32) {
      return false;
    }
    in.align();
    if (Integer.reverseBytes((int) in.peek()) != (int) sum.getValue()) {
      throw new CodingException(BROKEN);
    }
    in.bit += 32;
    state = State.DONE;
    return true;
  }

  boolean finished() {
    return state == State.DONE;
  }

  /** How many bytes came out of this stream. */
  long written() {
    return window.place() - start;
  }
}
