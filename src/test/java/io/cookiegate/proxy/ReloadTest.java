package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other sites, certificates and authorities while the server runs. */
class ReloadTest {
  private static final String PAGE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: _track=1\r\n\r\n";

  @TempDir private Path folder;
  @AutoClose private final Opened opened = new Opened();

  private void copy(String from, String to) throws Exception {
    Path source = Path.of("src/test/resources/tls").resolve(from);
    Files.copy(source, folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  private ProxyServer secure(Site site) throws Exception {
    TlsFiles files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    List<Listener> listeners = List.of(new Listener("127.0.0.1", 0, files));
    return opened.add(Gates.start(ProxySettings.of(listeners, List.of(site))));
  }

  @Test
  void showsTheCertificateThatItsFilesHaveNow() throws Exception {
    RawUpstream upstream = opened.add(RawUpstream.saying("HTTP/1.1 204 No Content\r\n\r\n"));
    Site site = Gates.site(upstream.uri(), "*");
    copy("cert.pem", "cert.pem");
    copy("key.pem", "key.pem");
    ProxyServer gate = secure(site);
    assertEquals("RSA", shown(gate));
    copy("ec-cert.pem", "cert.pem");
    assertThrows(ProxyStartException.class, () -> gate.serve(List.of(site)));
    assertEquals("RSA", shown(gate)); // the key does not belong to it yet
    copy("ec-key.pem", "key.pem");
    gate.serve(List.of(site));
    assertEquals("EC", shown(gate));
  }

  private static String shown(ProxyServer gate) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new X509TrustManager[] {new Anyone()}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", gate.port())) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0].getPublicKey().getAlgorithm();
    }
  }

  private static final class Anyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @Test
  void trustsTheAuthoritiesThatTheirFileHasNow() throws Exception {
    RawUpstream origin = opened.add(RawUpstream.saying("HTTP/1.1 204 No Content\r\n\r\n"));
    copy("cert.pem", "cert.pem");
    copy("key.pem", "key.pem");
    ProxyServer tls = secure(Gates.site(origin.uri(), "*"));
    copy("ec-cert.pem", "authorities.pem");
    URI secure = URI.create("https://localhost:" + tls.port());
    Upstream vouched = new Upstream(List.of(secure), folder.resolve("authorities.pem"));
    Site site = new Site(List.of("*"), vouched, Gates.gate());
    ProxyServer gate = opened.add(Gates.start(Gates.settings(site)));
    assertEquals(502, Http.get(gate.port(), "/").status());
    copy("cert.pem", "authorities.pem");
    gate.serve(List.of(site));
    assertEquals(204, Http.get(gate.port(), "/").status());
  }

  @Test
  void refusesBrokenAuthoritiesAndServesAsBefore() throws Exception {
    RawUpstream upstream = opened.add(RawUpstream.saying("HTTP/1.1 204 No Content\r\n\r\n"));
    ProxyServer gate = opened.add(Gates.before(upstream));
    Path broken = Files.writeString(folder.resolve("broken.pem"), "rubbish");
    Upstream vouched = new Upstream(List.of(URI.create("https://localhost:1")), broken);
    Site site = new Site(List.of("*"), vouched, Gates.gate());
    assertThrows(ProxyStartException.class, () -> gate.serve(List.of(site)));
    assertEquals(204, Http.get(gate.port(), "/").status());
  }

  /** A request that began under the old classification ends under it. */
  @Test
  void finishesARequestAsItBegan() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch reloaded = new CountDownLatch(1);
    RawUpstream upstream =
        opened.add(
            new RawUpstream(
                (request, out) -> {
                  asked.countDown();
                  reloaded.await();
                  out.write(PAGE.getBytes(US_ASCII));
                  request.socket().close();
                }));
    ProxyServer gate = opened.add(Gates.before(upstream));
    try (Http first = new Http(gate.port())) {
      first.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      asked.await();
      gate.serve(
          List.of(new Site(List.of("*"), Upstream.of(upstream.uri()), Gates.unclassified())));
      reloaded.countDown();
      assertNull(first.reply().field("Set-Cookie"));
    }
    assertNotNull(Http.get(gate.port(), "/").field("Set-Cookie"));
  }
}
