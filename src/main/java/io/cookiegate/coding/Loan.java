package io.cookiegate.coding;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A {@link Recoder} as one body has it: until both of its ends are closed, and never after that. */
final class Loan {
  private @Nullable Recoder recoder;
  private boolean inflationClosed;
  private boolean deflationClosed;

  Loan(Recoder recoder) {
    this.recoder = recoder;
  }

  private Recoder open() {
    if (recoder == null) {
      throw new IllegalStateException("the body is closed");
    }
    return recoder;
  }

  private void giveBack() {
    if (recoder != null && inflationClosed && deflationClosed) {
      recoder.giveBack();
      recoder = null;
    }
  }

  Inflation inflation(boolean raw) {
    open().decoder.begin(raw);
    return new Undoing(raw);
  }

  Deflation deflation(boolean raw) {
    open().encoder.begin(raw);
    return new Redoing();
  }

  /** For a body that is closed before it is known how to undo it. */
  void closeInflation() {
    inflationClosed = true;
    giveBack();
  }

  private final class Undoing implements Inflation {
    private final boolean raw;

    Undoing(boolean raw) {
      this.raw = raw;
    }

    private TokenDecoder decoder() {
      if (inflationClosed) {
        throw new IllegalStateException("the decoder is closed");
      }
      return open().decoder;
    }

    @Override
    public void inflate(ByteBuffer in, ByteSink out, Watcher watcher) {
      decoder().inflate(in, out, watcher);
    }

    @Override
    public boolean finished() {
      return decoder().finished();
    }

    @Override
    public long written() {
      return decoder().written();
    }

    @Override
    public void reset() {
      decoder().begin(raw);
    }

    @Override
    public void close() {
      closeInflation();
    }
  }

  private final class Redoing implements Deflation {
    private TokenEncoder encoder() {
      if (deflationClosed) {
        throw new IllegalStateException("the encoder is closed");
      }
      return open().encoder;
    }

    @Override
    public void deflate(ByteBuffer in, ByteSink out) {
      encoder().deflate(in, out);
    }

    @Override
    public void flush(ByteSink out) {
      encoder().flush(out);
    }

    @Override
    public void finish(ByteSink out) {
      encoder().finish(out);
    }

    @Override
    public void close() {
      deflationClosed = true;
      giveBack();
    }
  }
}
