package io.cookiegate.gate;

import java.nio.ByteBuffer;

/**
 * The rewriting of a body whose beginning is like a version's that was recalled so far: it reads
 * that beginning, and does not send again what has gone out. What it observes it tells only once it
 * is what the visitor gets.
 */
final class CatchUp implements BodyRewriter {
  private final Observations seen = Observations.silent();
  private final NotedBody rewriter;
  private int read;
  private long made;
  private int sent;

  CatchUp(RecallPlan plan) {
    this.rewriter = new NotedBody(plan, seen);
  }

  /**
   * Reads a version up to a place, and sends what is made of that.
   *
   * @param alreadySent how much of it has gone out
   * @return how much has gone out now
   */
  int follow(PageVersion version, int upTo, int alreadySent, BodySink sink) {
    sent = alreadySent;
    ByteBuffer more = version.source(read, upTo);
    read = upTo;
    write(more, sink);
    return (int) Math.max(made, sent);
  }

  /** From now on the visitor gets this. */
  void takeOver(GateObserver observer) {
    seen.tellFromNowOn(observer);
  }

  @Override
  public void write(ByteBuffer upstreamBytes, BodySink sink) {
    rewriter.write(upstreamBytes, bytes -> send(bytes, sink));
  }

  private void send(ByteBuffer bytes, BodySink sink) {
    int again = (int) Math.min(Math.max(0, sent - made), bytes.remaining());
    made += bytes.remaining();
    bytes.position(bytes.position() + again);
    if (bytes.hasRemaining()) {
      sink.write(bytes);
    }
  }

  @Override
  public void flush(BodySink sink) {
    rewriter.flush(bytes -> send(bytes, sink));
  }

  @Override
  public void end(BodySink sink) {
    rewriter.end(bytes -> send(bytes, sink));
  }

  @Override
  public void close() {
    rewriter.close();
  }
}
