package io.cookiegate.proxy;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;

/**
 * The empty body of an answer to HEAD, or of a 204 or 304. The head is written by itself: with a
 * last write Jetty would add {@code Content-Length: 0}, which is not what GET would say.
 */
final class NoBody extends BodyRelay {
  private boolean headWritten;

  NoBody(Exchange exchange, Content.Source upstreamBody) {
    super(exchange, upstreamBody);
  }

  @Override
  Action step() throws Throwable {
    if (!headWritten) {
      headWritten = true;
      return write(false, ByteBuffer.allocate(0));
    }
    Content.Chunk chunk = read();
    if (chunk == null) {
      return await();
    }
    chunk.release();
    return chunk.isLast() ? Action.SUCCEEDED : step();
  }

  @Override
  void release() {}
}
