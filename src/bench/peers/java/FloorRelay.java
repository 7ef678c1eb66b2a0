package peers;

import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.util.*;

/**
 * The floor for any Java proxy here: one selector thread, each client socket tied to one upstream socket,
 * bytes moved blindly (no HTTP at all) through a 64 KB direct buffer.
 */
public class FloorRelay
{
    public static void main(String[] a) throws Exception
    {
        int port = Integer.parseInt(a[0]);
        Selector sel = Selector.open();
        ServerSocketChannel ss = ServerSocketChannel.open();
        ss.bind(new InetSocketAddress("127.0.0.1", port), 4096).configureBlocking(false);
        ss.register(sel, SelectionKey.OP_ACCEPT);
        ByteBuffer buf = ByteBuffer.allocateDirect(65536);
        while (true)
        {
            sel.select(k ->
            {
                try
                {
                    if (k.isAcceptable())
                    {
                        SocketChannel c = ss.accept();
                        if (c == null) return;
                        SocketChannel u = SocketChannel.open(new InetSocketAddress("127.0.0.1", 19000));
                        for (SocketChannel x : new SocketChannel[] { c, u }) { x.configureBlocking(false); x.setOption(StandardSocketOptions.TCP_NODELAY, true); }
                        End ce = new End(c), ue = new End(u);
                        ce.peer = ue; ue.peer = ce;
                        ce.key = c.register(sel, SelectionKey.OP_READ, ce);
                        ue.key = u.register(sel, SelectionKey.OP_READ, ue);
                        return;
                    }
                    End e = (End)k.attachment();
                    if (k.isWritable() && e.pending != null)
                    {
                        e.ch.write(e.pending);
                        if (!e.pending.hasRemaining()) { e.pending = null; k.interestOps(SelectionKey.OP_READ); e.peer.key.interestOps(SelectionKey.OP_READ); }
                        return;
                    }
                    if (!k.isReadable()) return;
                    buf.clear();
                    int n = e.ch.read(buf);
                    if (n < 0) { e.close(); return; }
                    buf.flip();
                    e.peer.ch.write(buf);
                    if (buf.hasRemaining())
                    {
                        e.peer.pending = ByteBuffer.allocateDirect(buf.remaining()).put(buf).flip();
                        e.peer.key.interestOps(SelectionKey.OP_WRITE);
                        k.interestOps(0);
                    }
                }
                catch (Exception x) { if (k.attachment() instanceof End e) e.close(); }
            });
        }
    }
    static class End
    {
        final SocketChannel ch; End peer; SelectionKey key; ByteBuffer pending;
        End(SocketChannel c) { ch = c; }
        void close() { try { ch.close(); peer.ch.close(); } catch (Exception x) { } }
    }
}
