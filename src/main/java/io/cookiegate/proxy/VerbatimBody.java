package io.cookiegate.proxy;

import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** A body whose bytes go on as they are, in the buffers they were read into. */
final class VerbatimBody extends BodyRelay {
  private Content.@Nullable Chunk writing;

  VerbatimBody(Exchange exchange, Content.Source upstreamBody) {
    super(exchange, upstreamBody);
  }

  @Override
  Action step() throws Throwable {
    release();
    Content.Chunk chunk = read();
    if (chunk == null) {
      return await();
    }
    writing = chunk;
    return write(chunk.isLast(), chunk.getByteBuffer());
  }

  @Override
  void release() {
    if (writing != null) {
      writing.release();
      writing = null;
    }
  }
}
