package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.diagnostic.Position;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A place where the gate waits for visitors.
 *
 * @param host the address or host name it binds to; null for every address of the machine
 * @param port 1 to 65535, or 0 for a free one that the system chooses
 * @param tls how it proves who it is; null for plain HTTP
 * @param proxyProtocol whether trusted proxies say there whom they come for
 * @param position where it is written
 */
public record Listener(
    @Nullable String host, int port, @Nullable Tls tls, boolean proxyProtocol, Position position) {
  public Listener {
    requireNonNull(position, "position");
  }

  /**
   * A certificate and its key; both existed when the file was read.
   *
   * @param certificate a PEM file: the certificate and the chain after it
   * @param key a PEM file with the PKCS #8 private key
   */
  public record Tls(Path certificate, Path key) {
    public Tls {
      requireNonNull(certificate, "certificate");
      requireNonNull(key, "key");
    }
  }
}
