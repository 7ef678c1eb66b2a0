package io.cookiegate.proxy;

import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * A body whose bytes go on as they are, in the buffers they were read into. It looks one chunk ahead,
 * so that the end of the body goes out with the last bytes and not in a write of its own.
 */
final class VerbatimBody extends BodyRelay {
  private Content.@Nullable Chunk writing;
  private Content.@Nullable Chunk ahead;

  VerbatimBody(Exchange exchange, Content.Source upstreamBody) {
    super(exchange, upstreamBody);
  }

  @Override
  Action step() throws Throwable {
    release(writing);
    writing = null;
    Content.Chunk chunk = next();
    if (chunk == null) {
      return await();
    }
    writing = chunk;
    return write(chunk.isLast() || endsNext(), chunk.getByteBuffer());
  }

  private Content.@Nullable Chunk next() throws Throwable {
    Content.Chunk chunk = ahead;
    ahead = null;
    if (chunk == null) {
      return read();
    } else if (Content.Chunk.isFailure(chunk)) {
      throw chunk.getFailure();
    }
    return chunk;
  }

  private boolean endsNext() {
    ahead = peek();
    return ahead == null ? isAtEnd() : isEnd(ahead);
  }

  private static boolean isEnd(Content.Chunk chunk) {
    return chunk.isLast() && !chunk.hasRemaining() && !Content.Chunk.isFailure(chunk);
  }

  @Override
  void release() {
    release(writing);
    writing = null;
    release(ahead);
    ahead = null;
  }

  private static void release(Content.@Nullable Chunk chunk) {
    if (chunk != null) {
      chunk.release();
    }
  }
}
