package peers;
import io.undertow.*;
import io.undertow.server.handlers.proxy.*;
import java.net.URI;
/** Undertow ProxyHandler, one io thread, no gate. */
public class UndertowPeer
{
    public static void main(String[] a)
    {
        LoadBalancingProxyClient c = new LoadBalancingProxyClient().addHost(URI.create("http://127.0.0.1:19000"))
            .setConnectionsPerThread(128).setSoftMaxConnectionsPerThread(128).setTtl(600_000).setMaxQueueSize(1000);
        Undertow.builder().setIoThreads(1).setWorkerThreads(4).setBufferSize(16384).setDirectBuffers(true)
            .addHttpListener(Integer.parseInt(a[0]), "127.0.0.1")
            .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false).setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 3600_000)
            .setSocketOption(org.xnio.Options.BACKLOG, 4096)
            .setHandler(ProxyHandler.builder().setProxyClient(c).setMaxRequestTime(60_000).setReuseXForwarded(false).build()).build().start();
    }
}
