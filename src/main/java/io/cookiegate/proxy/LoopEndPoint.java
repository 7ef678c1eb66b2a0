package io.cookiegate.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * An end of a connection on one of the {@link Loops} that spares system calls of which the answer is
 * known: a read right after one that did not fill its buffer, and taking a key out of the selector
 * that is put back with the next request.
 */
class LoopEndPoint extends SocketChannelEndPoint {
  private LazyKey key;
  private boolean drained;

  LoopEndPoint(SocketChannel channel, ManagedSelector loop, SelectionKey key, Scheduler scheduler) {
    this(channel, loop, new LazyKey(key), scheduler);
  }

  private LoopEndPoint(
      SocketChannel channel, ManagedSelector loop, LazyKey key, Scheduler scheduler) {
    super(channel, loop, key, scheduler);
    this.key = key;
  }

  /** What is not read now is told by the selector, which looks for what there is and not for news. */
  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    if (drained) {
      return 0;
    }
    int space = BufferUtil.space(buffer);
    int filled = super.fill(buffer);
    drained = filled > 0 && filled < space;
    return filled;
  }

  /** A head and a small body go out in one piece: handing over two costs more than copying them. */
  @Override
  public boolean flush(ByteBuffer... buffers) throws IOException {
    if (!Gathered.fits(buffers)) {
      return super.flush(buffers);
    }
    Gathered all = new Gathered(buffers);
    if (all.taken(write(all.bytes())) > 0) {
      notIdle();
    }
    return !all.hasRemaining();
  }

  private int write(ByteBuffer bytes) throws IOException {
    try {
      return getChannel().write(bytes);
    } catch (IOException broken) {
      throw new EofException(broken);
    }
  }

  @Override
  public @Nullable Runnable onSelected() {
    drained = false;
    if (key.isUnwanted()) {
      key.settle();
      return null;
    }
    return super.onSelected();
  }

  @Override
  public void replaceKey(SelectionKey newKey) {
    key = new LazyKey(newKey);
    super.replaceKey(key);
  }
}
