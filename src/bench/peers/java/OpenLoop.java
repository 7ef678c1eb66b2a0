package peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * An open-loop load: requests arrive as in a Poisson process, whether or not earlier ones were answered, and go out on
 * whichever of the connections is free. A request's time counts from when it was due, so that one which has to wait
 * for a connection, or for this generator itself, is as slow as its visitor would find it. Every target meets the
 * same arrivals, in rounds: A B C, A B C.
 *
 * <p>One thread sends what is due and one receives; neither allocates while it measures. Prints a line for each target
 * and round: port, answers, then in microseconds the 50th, 90th, 99th and 99.9th percentile, the longest, and the 99th
 * percentile of how late requests were sent.
 *
 * <p>Usage: RATE SECONDS ROUNDS CONNECTIONS PATH PORT,PORT,... [FIELD...]. A round before the first is not printed.
 */
public final class OpenLoop
{
    static final byte[] LENGTH = "\ncontent-length:".getBytes(StandardCharsets.ISO_8859_1);
    static final byte[] CHUNKED = "\ntransfer-encoding: chunked\r".getBytes(StandardCharsets.ISO_8859_1);
    static final byte[] END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    final int port;
    final byte[] request;
    final long[] due, took, late;
    final Link[] links;
    final ArrayDeque<Link> free = new ArrayDeque<>();
    final Selector selector = Selector.open();
    int next, answered;
    volatile String failure;

    OpenLoop(int port, byte[] request, int connections, long[] due) throws IOException
    {
        this.port = port;
        this.request = request;
        this.due = due;
        this.took = new long[due.length];
        this.late = new long[due.length];
        this.links = new Link[connections];
        for (int i = 0; i < connections; i++)
            free.add(links[i] = new Link());
    }

    /** One kept connection, with at most one request under way. */
    final class Link
    {
        final SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        final ByteBuffer out = ByteBuffer.allocateDirect(request.length).put(request);
        final byte[] head = new byte[16384];
        final byte[] last = new byte[END.length];
        int number, filled;
        long left;
        boolean chunked;

        Link() throws IOException
        {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send(int which, long now) throws IOException
        {
            number = which;
            filled = 0;
            left = -1;
            chunked = false;
            late[which] = now - due[which];
            channel.write(out.clear());
            if (out.hasRemaining())
                throw new IOException("a request was not taken whole");
        }

        /** Whether the answer is complete. */
        boolean receive(ByteBuffer in) throws IOException
        {
            in.clear();
            int count = channel.read(in);
            if (count < 0)
                throw new IOException("closed before its answer's end");
            keepLast(in.flip());
            if (chunked)
                return Arrays.equals(last, END);
            if (left >= 0)
                left -= count;
            else
            {
                int taken = Math.min(in.remaining(), head.length - filled);
                in.get(head, filled, taken);
                filled += taken;
                int end = headEnd();
                if (end < 0)
                    return false;
                if (chunked = field(end, CHUNKED) >= 0)
                    return Arrays.equals(last, END);
                left = length(end) - (filled - end) - in.remaining();
            }
            if (left < 0)
                throw new IOException("more than the answer came");
            return left == 0;
        }

        int headEnd()
        {
            for (int i = 3; i < filled; i++)
                if (head[i] == '\n' && head[i - 1] == '\r' && head[i - 2] == '\n')
                    return i + 1;
            return -1;
        }

        /** Keeps the last bytes that came: those of the last chunk end an answer of unknown length. */
        void keepLast(ByteBuffer in)
        {
            int count = Math.min(last.length, in.remaining());
            System.arraycopy(last, count, last, 0, last.length - count);
            for (int i = 0; i < count; i++)
                last[last.length - count + i] = in.get(in.limit() - count + i);
        }

        long length(int end) throws IOException
        {
            int at = field(end, LENGTH);
            if (at < 0 || head[9] != '2' || head[10] != '0' || head[11] != '0')
                throw new IOException("not to be measured: " + new String(head, 0, end, StandardCharsets.ISO_8859_1));
            long value = 0;
            for (; head[at] != '\r'; at++)
                if (head[at] != ' ')
                    value = value * 10 + head[at] - '0';
            return value;
        }

        /** Where what follows these words in the head begins, in either case of letters; -1 where they are not in it. */
        int field(int end, byte[] words)
        {
            for (int i = 0; i < end - words.length; i++)
            {
                int same = 0;
                while (same < words.length && (head[i + same] | 32) == (words[same] | 32))
                    same++;
                if (same == words.length)
                    return i + same;
            }
            return -1;
        }
    }

    /** Sends what is due, on this thread; another receives. */
    void run(double seconds) throws Exception
    {
        Thread receiver = new Thread(this::receive, "receiver");
        long start = System.nanoTime() + 20_000_000;
        for (int i = 0; i < due.length; i++)
            due[i] += start;
        receiver.start();
        for (int i = 0; i < due.length && failure == null; i++)
        {
            for (long wait = due[i] - System.nanoTime(); wait > 0; wait = due[i] - System.nanoTime())
                LockSupport.parkNanos(wait);
            sendDue(i + 1);
        }
        receiver.join((long)(seconds * 1000) + 20_000);
        for (Link link : links)
            link.channel.close();
        selector.close();
        if (failure != null || answered < due.length)
            throw new IOException("port " + port + ": " + (failure == null ? answered + " of " + due.length + " answered" : failure));
    }

    /** Sends the requests before this one that wait, as far as connections are free. */
    synchronized void sendDue(int until)
    {
        try
        {
            while (next < until && !free.isEmpty())
                free.poll().send(next++, System.nanoTime());
        }
        catch (IOException e)
        {
            failure = e.getMessage();
        }
    }

    synchronized void freed(Link link)
    {
        free.add(link);
        long now = System.nanoTime();
        int until = next;
        while (until < due.length && due[until] <= now)
            until++;
        sendDue(until);
    }

    void receive()
    {
        ByteBuffer in = ByteBuffer.allocateDirect(1 << 18);
        try
        {
            while (answered < due.length && failure == null)
                selector.select(key -> received((Link)key.attachment(), in), 1000);
        }
        catch (IOException e)
        {
            failure = e.getMessage();
        }
    }

    void received(Link link, ByteBuffer in)
    {
        try
        {
            if (link.receive(in))
            {
                took[link.number] = System.nanoTime() - due[link.number];
                answered++;
                freed(link);
            }
        }
        catch (IOException e)
        {
            failure = e.getMessage();
        }
    }

    static double at(long[] sorted, double share)
    {
        return sorted[(int)Math.min(sorted.length - 1, sorted.length * share)] / 1e3;
    }

    void print()
    {
        long[] times = took.clone();
        Arrays.sort(times);
        Arrays.sort(late);
        System.out.printf("%d %d %.0f %.0f %.0f %.0f %.0f %.0f%n", port, times.length, at(times, 0.5), at(times, 0.9),
            at(times, 0.99), at(times, 0.999), at(times, 1), at(late, 0.99));
        System.out.flush();
    }

    static long[] arrivals(double rate, double seconds, long seed)
    {
        Random random = new Random(seed);
        long[] due = new long[(int)(rate * seconds)];
        double at = 0;
        for (int i = 0; i < due.length; i++)
            due[i] = (long)(1e9 * (at -= Math.log(1 - random.nextDouble()) / rate));
        return due;
    }

    public static void main(String[] a) throws Exception
    {
        double rate = Double.parseDouble(a[0]), seconds = Double.parseDouble(a[1]);
        int rounds = Integer.parseInt(a[2]), connections = Integer.parseInt(a[3]);
        StringBuilder text = new StringBuilder("GET " + a[4] + " HTTP/1.1\r\nHost: 127.0.0.1:19000\r\n");
        for (int i = 6; i < a.length; i++)
            text.append(a[i]).append("\r\n");
        byte[] request = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        for (int round = 0; round <= rounds; round++)
            for (String port : a[5].split(","))
            {
                OpenLoop load = new OpenLoop(Integer.parseInt(port), request, connections, arrivals(rate, seconds, round));
                load.run(seconds);
                if (round > 0)
                    load.print();
            }
    }
}
