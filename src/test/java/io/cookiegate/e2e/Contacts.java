package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The tracker that all tricks lead to, each by a host of its own, so that it knows who came: by a
 * request, or by the name in a TLS handshake of a connection that asks nothing.
 */
final class Contacts implements SocketServer.Handler, AutoCloseable {
  private static final String DOMAIN = ".doubleclick.net";
  private static final Pattern HOST = Pattern.compile("([gp])(\\d{4})x" + Pattern.quote(DOMAIN));
  private static final Pattern HOST_FIELD = Pattern.compile("(?im)^host: *(\\S+)");
  private static final Pattern DESTINATION = Pattern.compile("(?im)^sec-fetch-dest: *(\\S+)");

  private final SocketServer plain;
  private final SocketServer secure;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  Contacts(Path keyStore) throws IOException, GeneralSecurityException {
    plain = SocketServer.start(ServerSocketFactory.getDefault(), this);
    secure = SocketServer.start(tls(keyStore).getServerSocketFactory(), this);
  }

  /** The host that a trick contacts, behind the gate or without it. */
  static String host(boolean gated, int number) {
    return (gated ? "g" : "p") + String.format("%04d", number) + "x" + DOMAIN;
  }

  /** Chromium's rules that lead every name but those of this machine here, and its errands nowhere. */
  String resolverRules() {
    return String.join(
        ",",
        Chromium.noErrands(),
        "EXCLUDE *.localhost",
        "MAP *:80 127.0.0.1:" + plain.port(),
        "MAP *:443 127.0.0.1:" + secure.port(),
        "MAP * ~NOTFOUND");
  }

  /** Whether anybody came to a trick's host. */
  boolean has(boolean gated, int number) {
    return seen.contains(host(gated, number));
  }

  /** Forgets who came. */
  void forget() {
    seen.clear();
  }

  private synchronized void met(String host) {
    Matcher trick = HOST.matcher(host.toLowerCase(Locale.ROOT));
    if (trick.find() && seen.add(trick.group())) {
      notifyAll();
    }
  }

  /** Waits until something is so, as far as it becomes so by a contact, or time is up. */
  synchronized void await(Duration patience, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (left > 0 && !done.getAsBoolean()) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Waits until nobody came for some time. */
  void awaitQuiet(Duration time) throws InterruptedException {
    int before;
    do {
      before = seen.size();
      int count = before;
      await(time, () -> seen.size() > count);
    } while (seen.size() > before);
  }

  @Override
  public void connected(Socket visitor) {
    if (visitor instanceof SSLSocket socket) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setSNIMatchers(List.of(new NameListener()));
      socket.setSSLParameters(parameters);
    }
  }

  @Override
  public void answer(Socket visitor, String head) throws IOException {
    met(group(HOST_FIELD, head));
    String type =
        switch (group(DESTINATION, head)) {
          case "script" -> "text/javascript";
          case "style" -> "text/css";
          case "document", "iframe", "frame" -> "text/html";
          default -> "image/svg+xml";
        };
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    visitor.getOutputStream().write(answer.getBytes(ISO_8859_1));
    visitor.getOutputStream().flush();
  }

  private static String group(Pattern pattern, String head) {
    Matcher found = pattern.matcher(head);
    return found.find() ? found.group(1) : "";
  }

  private static SSLContext tls(Path keyStore) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      keys.load(in, TestKeyStore.PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, TestKeyStore.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() {
    plain.close();
    secure.close();
  }

  /** Learns the name in a handshake, and takes any. */
  private final class NameListener extends SNIMatcher {
    NameListener() {
      super(0);
    }

    @Override
    public boolean matches(SNIServerName name) {
      met(new String(name.getEncoded(), ISO_8859_1));
      return true;
    }
  }
}
