package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
  @AutoClose private final Opened opened = new Opened();

  private static Path pem(String name) {
    return Path.of("src/test/resources/tls").resolve(name);
  }

  private static ProxySettings secure(TlsFiles files, Site site) {
    return new ProxySettings(
        List.of(new Listener(null, 0, files)), List.of(site), ProxyLimits.DEFAULT, Gates.ample());
  }

  private ProxyServer start(ProxySettings settings) throws ProxyStartException {
    return opened.add(Gates.start(settings));
  }

  private RawUpstream upstream() throws Exception {
    return opened.add(RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
  }

  private static HttpClient client(HttpClient.Version version, String certificate)
      throws Exception {
    KeyStore trusted = PemFiles.authorities(pem(certificate));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().version(version).sslContext(context).build();
  }

  private static HttpResponse<String> get(ProxyServer gate, HttpClient client) throws Exception {
    URI uri = URI.create("https://localhost:" + gate.port() + "/a?b");
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "cert.pem, key.pem, HTTP_2",
    "cert.pem, key.pem, HTTP_1_1",
    "cert.pem, key-pkcs1.pem, HTTP_2",
    "ec-cert.pem, ec-key.pem, HTTP_2",
    "ec-cert.pem, ec-key.pem, HTTP_1_1",
  })
  void servesByTls(String certificate, String key, HttpClient.Version version) throws Exception {
    RawUpstream upstream = upstream();
    ProxyServer gate =
        start(
            secure(
                new TlsFiles(pem(certificate), pem(key)), Gates.site(upstream.uri(), "localhost")));
    HttpResponse<String> answer = get(gate, client(version, certificate));
    assertEquals(200, answer.statusCode());
    assertEquals("ok", answer.body());
    assertEquals(version, answer.version());
    assertEquals("https", upstream.last().field("X-Forwarded-Proto"));
    assertEquals("localhost:" + gate.port(), upstream.last().field("Host"));
    assertEquals("GET /a?b HTTP/1.1", upstream.last().line());
  }

  @Test
  void reachesAnUpstreamThatItsAuthoritiesVouchFor() throws Exception {
    RawUpstream origin = upstream();
    Site behind = Gates.site(origin.uri(), "*");
    ProxyServer tls = start(secure(new TlsFiles(pem("cert.pem"), pem("key.pem")), behind));
    URI secure = URI.create("https://localhost:" + tls.port());
    Upstream vouched = new Upstream(List.of(secure), pem("cert.pem"));
    ProxyServer gate = start(Gates.settings(new Site(List.of("*"), vouched, Gates.gate())));
    assertEquals("ok", Http.get(gate.port(), "/").body());
  }

  @Test
  void doesNotTrustAnUpstreamThatNobodyVouchesFor() throws Exception {
    RawUpstream origin = upstream();
    Site behind = Gates.site(origin.uri(), "*");
    ProxyServer tls = start(secure(new TlsFiles(pem("cert.pem"), pem("key.pem")), behind));
    URI secure = URI.create("https://localhost:" + tls.port());
    ProxyServer gate = start(Gates.settings(Gates.site(secure, "*")));
    assertEquals(502, Http.get(gate.port(), "/").status());
    assertEquals(0, origin.requests.size());
  }

  @Test
  void doesNotTrustAnUpstreamOfAnotherName() throws Exception {
    RawUpstream origin = upstream();
    Site behind = Gates.site(origin.uri(), "*");
    ProxyServer tls = start(secure(new TlsFiles(pem("cert.pem"), pem("key.pem")), behind));
    URI secure = URI.create("https://127.0.0.2:" + tls.port());
    Upstream misnamed = new Upstream(List.of(secure), pem("cert.pem"));
    ProxyServer gate = start(Gates.settings(new Site(List.of("*"), misnamed, Gates.gate())));
    assertEquals(502, Http.get(gate.port(), "/").status());
    assertEquals(0, origin.requests.size());
  }

  @Test
  void saysWhatIsWrongWithTheFiles(@TempDir Path folder) throws Exception {
    Path rubbish = Files.write(folder.resolve("rubbish.pem"), "rubbish".getBytes(UTF_8));
    Path empty = Files.write(folder.resolve("empty.pem"), new byte[0]);
    Path missing = folder.resolve("missing.pem");
    Path good = pem("cert.pem");
    assertSays("does not exist.", missing, pem("key.pem"));
    assertSays("does not exist.", good, missing);
    assertSays("cannot be read.", folder, pem("key.pem"));
    assertSays("holds no certificate in PEM form.", rubbish, pem("key.pem"));
    assertSays("holds no certificate in PEM form.", empty, pem("key.pem"));
    assertSays("holds no private key in PEM form.", good, rubbish);
    assertSays("holds no private key in PEM form.", good, good);
    assertSays("fits the certificate", good, pem("ec-key.pem"));
    assertSays("openssl pkcs8", pem("ec-cert.pem"), pem("ec-key-sec1.pem"));
    assertSays("does not belong to the certificate", good, otherKey(folder));
  }

  private static Path otherKey(Path folder) throws Exception {
    var generator = java.security.KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
    String text =
        "-----BEGIN PRIVATE KEY-----\n"
            + java.util.Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END PRIVATE KEY-----\n";
    return Files.write(folder.resolve("other.pem"), text.getBytes(ISO_8859_1));
  }

  private static void assertSays(String sentence, Path certificate, Path key) {
    ProxySettings settings =
        secure(
            new TlsFiles(certificate, key),
            Gates.site(URI.create("http://127.0.0.1:1"), "localhost"));
    String message =
        assertThrows(ProxyStartException.class, () -> new ProxyServer(settings)).getMessage();
    assertTrue(message.contains(sentence), message);
    assertTrue(message.lines().count() == 1, message);
  }
}
