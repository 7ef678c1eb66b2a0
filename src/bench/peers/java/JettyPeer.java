package peers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.*;
import org.eclipse.jetty.io.*;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.*;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.*;
import org.jsoup.Jsoup;

/**
 * The Jetty peers. mode = plain (ProxyHandler.Reverse, no gate) | header (Set-Cookie gate only) |
 * jsoup (buffer the page, rewrite through jsoup) | regex (buffer, one java.util.regex pass).
 * Levers are system properties; without any, Jetty's defaults rule. -Dtuned=true turns on the set that won.
 */
public class JettyPeer
{
    static final boolean TUNED = Boolean.getBoolean("tuned");
    static boolean flag(String n) { String v = System.getProperty(n); return v == null ? TUNED : Boolean.parseBoolean(v); }
    static int num(String n, int dft) { return Integer.getInteger(n, dft); }

    static final int UP_PORT = num("up", 19000);
    static final Set<String> DROP = Set.of("_ga", "_gid", "_mkto_trk", "s_cc", "IDE");
    static final Pattern HOSTS = Pattern.compile("googletagmanager\\.com|google-analytics\\.com|connect\\.facebook\\.net|facebook\\.com/tr\\b|doubleclick\\.net|snap\\.licdn\\.com|px\\.ads\\.linkedin\\.com|munchkin\\.marketo\\.net|static\\.hotjar\\.com|\\bgtag\\(", Pattern.CASE_INSENSITIVE);
    static final Pattern ELEM = Pattern.compile("<(script|noscript|iframe)\\b[^>]*>.*?</\\1\\s*>|<img\\b[^>]*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static boolean consented(Request r)
    {
        for (HttpField f : r.getHeaders())
            if (f.getHeader() == HttpHeader.COOKIE && f.getValue().contains("acceptcookies=true"))
                return true;
        return false;
    }

    static class Proxy extends ProxyHandler.Reverse
    {
        final String mode;
        final boolean gated;
        final Server server;
        final ServerConnector connector;
        final boolean fastUri = flag("fasturi"), noFwd = flag("nofwd"), nb = flag("nb"), cnb = flag("cnb"), share = flag("share"), oneSel = flag("onesel");

        Proxy(String mode, Server server, ServerConnector connector)
        {
            super(r -> HttpURI.build(r.getHttpURI()).scheme("http").host("127.0.0.1").port(UP_PORT));
            gated = mode.equals("jsoup") || mode.equals("regex") || mode.equals("scan"); this.mode = mode; this.server = server; this.connector = connector;
        }
        @Override public InvocationType getInvocationType() { return nb ? InvocationType.NON_BLOCKING : super.getInvocationType(); }
        @Override protected HttpClient newHttpClient()
        {
            if (!Boolean.getBoolean("tuned") && System.getProperty("csel") == null && !share && !cnb && !oneSel)
                return super.newHttpClient();
            ClientConnector cc = oneSel ? new OneSelector.Client(connector) : new ClientConnector();
            if (share)
            {
                cc.setExecutor(server.getThreadPool()); cc.setScheduler(server.getScheduler()); cc.setByteBufferPool(server.getByteBufferPool());
            }
            else
            {
                QueuedThreadPool q = new QueuedThreadPool(); q.setName("proxy-client"); cc.setExecutor(q);
            }
            cc.setSelectors(num("csel", 1));
            HttpClientTransportOverHTTP t = new HttpClientTransportOverHTTP(cc);
            if (cnb) t.setInvocationType(InvocationType.NON_BLOCKING);
            return new HttpClient(t);
        }
        @Override protected void configureHttpClient(HttpClient c)
        {
            super.configureHttpClient(c);
            c.setMaxConnectionsPerDestination(num("maxconn", 128));
            c.setUserAgentField(null);
            if (Boolean.getBoolean("lenient")) { c.setMaxResponseHeadersSize(65536); c.setMaxRequestHeadersSize(65536); c.setHttpCompliance(HttpCompliance.RFC2616_LEGACY); }
            if (System.getProperty("respbuf") != null || TUNED) c.setResponseBufferSize(num("respbuf", 65536));
            if (Boolean.getBoolean("heapbuf")) { c.setUseInputDirectByteBuffers(false); c.setUseOutputDirectByteBuffers(false); }
        }
        @Override protected org.eclipse.jetty.client.Request newProxyToServerRequest(Request in, HttpURI uri)
        {
            if (!fastUri) return super.newProxyToServerRequest(in, uri);
            return getHttpClient().newRequest("127.0.0.1", UP_PORT).method(in.getMethod()).path(in.getHttpURI().getPathQuery());
        }
        @Override protected HttpURI rewriteHttpURI(Request r) { return fastUri ? r.getHttpURI() : super.rewriteHttpURI(r); }
        @Override protected void addProxyHeaders(Request in, org.eclipse.jetty.client.Request out) { if (!noFwd) super.addProxyHeaders(in, out); }
        @Override protected void copyRequestHeaders(Request in, org.eclipse.jetty.client.Request out)
        {
            super.copyRequestHeaders(in, out);
            if (gated && !consented(in))
                out.headers(h -> h.remove(HttpHeader.ACCEPT_ENCODING)); // ask for identity, compress towards the client
        }
        @Override protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(Request in, org.eclipse.jetty.client.Request out, Response resp, Callback cb)
        {
            if (mode.equals("plain") || consented(in)) return super.newServerToProxyResponseListener(in, out, resp, cb);
            return mode.equals("scan") ? new ScanGate(in, out, resp, cb) : new Gate(in, out, resp, cb);
        }

        /** The prototype's gate: streaming, no buffering of the page. */
        class ScanGate extends Gate
        {
            Scan scan;
            ScanGate(Request in, org.eclipse.jetty.client.Request out, Response resp, Callback cb) { super(in, out, resp, cb); }
            @Override public void onHeaders(org.eclipse.jetty.client.Response r)
            {
                super.onHeaders(r);
                if (buf != null) { buf = null; scan = new Scan(); }
            }
            @Override public void onContent(org.eclipse.jetty.client.Response r, Content.Chunk chunk, Runnable demander)
            {
                if (scan == null) { super.onContent(r, chunk, demander); return; }
                ByteBuffer o = scan.filter(chunk.getByteBuffer(), false);
                if (!o.hasRemaining()) { demander.run(); return; }
                chunk.retain();
                resp.write(false, o, new Callback()
                {
                    @Override public void succeeded() { chunk.release(); demander.run(); }
                    @Override public void failed(Throwable x) { chunk.release(); r.abort(x); }
                    @Override public InvocationType getInvocationType() { return InvocationType.NON_BLOCKING; }
                });
            }
            @Override public void onSuccess(org.eclipse.jetty.client.Response r)
            {
                if (scan == null || scan.carry == null) { super.onSuccess(r); return; }
                ByteBuffer rest = scan.carry; scan.carry = null;
                resp.write(true, scan.filter(rest, true), this);
            }
        }

        class Gate extends ProxyResponseListener
        {
            final Request in; final Response resp;
            ByteArrayOutputStream buf;
            Gate(Request in, org.eclipse.jetty.client.Request out, Response resp, Callback cb) { super(in, out, resp, cb); this.in = in; this.resp = resp; }
            @Override public void onHeaders(org.eclipse.jetty.client.Response r)
            {
                super.onHeaders(r);
                HttpFields.Mutable h = resp.getHeaders();
                for (Iterator<HttpField> i = h.iterator(); i.hasNext();)
                {
                    HttpField f = i.next();
                    if (f.getHeader() != HttpHeader.SET_COOKIE) continue;
                    String v = f.getValue();
                    int eq = v.indexOf('=');
                    if (eq > 0 && DROP.contains(v.substring(0, eq).trim())) i.remove();
                }
                if (mode.equals("header")) return;
                String ct = h.get(HttpHeader.CONTENT_TYPE);
                if (ct != null && ct.startsWith("text/html") && h.get(HttpHeader.CONTENT_ENCODING) == null && !"HEAD".equals(in.getMethod()))
                {
                    h.remove(HttpHeader.CONTENT_LENGTH); h.remove(HttpHeader.ETAG);
                    buf = new ByteArrayOutputStream(65536);
                }
            }
            @Override public void onContent(org.eclipse.jetty.client.Response r, Content.Chunk chunk, Runnable demander)
            {
                if (buf == null) { super.onContent(r, chunk, demander); return; }
                ByteBuffer b = chunk.getByteBuffer();
                byte[] a = new byte[b.remaining()];
                b.get(a);
                buf.write(a, 0, a.length);
                demander.run();
            }
            @Override public void onSuccess(org.eclipse.jetty.client.Response r)
            {
                if (buf == null) { super.onSuccess(r); return; }
                String s = buf.toString(StandardCharsets.UTF_8);
                String out = mode.equals("jsoup") ? jsoup(s) : regex(s);
                byte[] bytes = out.getBytes(StandardCharsets.UTF_8);
                resp.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
                resp.write(true, ByteBuffer.wrap(bytes), this);
            }
        }
        static String jsoup(String s)
        {
            org.jsoup.nodes.Document d = Jsoup.parse(s);
            d.outputSettings().prettyPrint(false);
            for (org.jsoup.nodes.Element e : d.select("script,noscript,iframe,img"))
                if (HOSTS.matcher(e.outerHtml()).find()) e.remove();
            return d.outerHtml();
        }
        static String regex(String s)
        {
            Matcher m = ELEM.matcher(s);
            StringBuilder o = new StringBuilder(s.length());
            int last = 0;
            while (m.find())
                if (HOSTS.matcher(m.group()).find()) { o.append(s, last, m.start()); last = m.end(); }
            return o.append(s, last, s.length()).toString();
        }
    }

    public static void main(String[] a) throws Exception
    {
        String mode = a[0];
        int port = Integer.parseInt(a[1]);
        Server server;
        if (System.getProperty("qtp") != null || System.getProperty("reserved") != null || Boolean.getBoolean("vt") || TUNED)
        {
            QueuedThreadPool q = new QueuedThreadPool(num("qtp", 200));
            q.setReservedThreads(num("reserved", TUNED ? 0 : -1));
            if (Boolean.getBoolean("vt")) q.setVirtualThreadsExecutor((Executor)Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
            server = new Server(q);
        }
        else server = new Server();
        HttpConfiguration hc = new HttpConfiguration();
        if (flag("nodate")) { hc.setSendDateHeader(false); hc.setSendServerVersion(false); }
        if (System.getProperty("aggr") != null) hc.setOutputAggregationSize(num("aggr", 32768));
        if (Boolean.getBoolean("lenient"))
        {
            hc.setUriCompliance(UriCompliance.UNSAFE); hc.setHttpCompliance(HttpCompliance.RFC2616_LEGACY);
            hc.setRequestHeaderSize(65536); hc.setResponseHeaderSize(65536); hc.setMaxResponseHeaderSize(65536);
        }
        HttpConnectionFactory h1 = new HttpConnectionFactory(hc);
        boolean oneSel = flag("onesel");
        int acc = num("acc", TUNED ? (oneSel ? 0 : 1) : -1), sel = num("sel", TUNED ? 1 : -1);
        Executor ex = flag("loop") ? new LoopExecutor(server.getThreadPool()) : null;
        ServerConnector c = oneSel ? new OneSelector(server, ex, acc, 1, h1) : new ServerConnector(server, ex, null, null, acc, sel, h1);
        c.setHost("127.0.0.1"); c.setPort(port); c.setAcceptQueueSize(4096); c.setIdleTimeout(3600_000);
        server.addConnector(c);
        Proxy p = new Proxy(mode, server, c);
        if (p.gated && !Boolean.getBoolean("nocomp"))
        {
            CompressionHandler ch = new CompressionHandler(p);
            org.eclipse.jetty.compression.gzip.GzipCompression gz = new org.eclipse.jetty.compression.gzip.GzipCompression();
            org.eclipse.jetty.compression.gzip.GzipEncoderConfig ec = new org.eclipse.jetty.compression.gzip.GzipEncoderConfig();
            ec.setCompressionLevel(num("level", 1)); // as the other peers do
            gz.setDefaultEncoderConfig(ec);
            ch.putCompression(gz);
            server.setHandler(ch);
        }
        else server.setHandler(p);
        server.start();
        System.out.println("jetty " + mode + " on " + port + " java " + System.getProperty("java.version"));
        server.join();
    }
}
