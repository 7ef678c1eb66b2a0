package io.cookiegate.gate;

import java.nio.ByteBuffer;

/** A page that is rewritten, in pieces of 8 KB. */
final class PageLoad implements Runnable, BodySink {
  private static final int PIECE = 8192;

  private final ByteBuffer[] pieces;
  private final BodyPlan.Rewrite plan;
  private int length;

  PageLoad(BodyPlan.Rewrite plan, byte[] bytes) {
    this.plan = plan;
    pieces = new ByteBuffer[(bytes.length + PIECE - 1) / PIECE];
    for (int i = 0; i < pieces.length; i++) {
      int at = i * PIECE;
      pieces[i] = ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)).slice();
    }
  }

  @Override
  public void run() {
    length = 0;
    try (BodyRewriter rewriter = plan.open()) {
      for (ByteBuffer piece : pieces) {
        rewriter.write(piece.duplicate(), this);
      }
      rewriter.end(this);
    }
    if (length == 0) {
      throw new IllegalStateException("nothing came");
    }
  }

  @Override
  public void write(ByteBuffer kept) {
    length += kept.remaining();
  }
}
