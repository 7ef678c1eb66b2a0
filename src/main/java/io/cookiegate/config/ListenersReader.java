package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads where the gate waits, for visitors and for operators: no place twice. */
final class ListenersReader {
  private final FileReference files;
  private final List<Listener> taken = new ArrayList<>();
  private boolean trustsSomebody;

  ListenersReader(FileReference files) {
    this.files = files;
  }

  List<Listener> listeners(Fields top, Forwarding forwarding) {
    trustsSomebody = !forwarding.trusted().isEmpty();
    List<Listener> listeners = new ArrayList<>();
    for (Kind.Item<Node.Mapping> item : top.items(GateKeys.LISTEN)) {
      Listener listener = listener(Fields.of(GateKeys.LISTENER, item.value(), top.findings()));
      if (listener != null) {
        listeners.add(listener);
      }
    }
    return listeners;
  }

  private @Nullable Listener listener(Fields fields) {
    String host = fields.get(GateKeys.LISTEN_HOST);
    Integer port = fields.get(GateKeys.LISTEN_PORT);
    Listener.Tls tls = fields.has(GateKeys.TLS) ? tls(fields) : null;
    if (port == null) {
      return null;
    }
    boolean proxyProtocol = proxyProtocol(fields);
    Listener listener = new Listener(host, port, tls, proxyProtocol, fields.position());
    take(listener, fields, GateKeys.LISTEN_PORT);
    return listener;
  }

  /** Whoever may speak PROXY protocol can be anybody, so it takes a list of those who may. */
  private boolean proxyProtocol(Fields fields) {
    boolean spoken = fields.orDefault(GateKeys.PROXY_PROTOCOL);
    if (spoken && !trustsSomebody) {
      fields.refuse(
          GateKeys.PROXY_PROTOCOL,
          FindingCode.CONFLICT,
          "PROXY protocol is given, and forwarding.trusted is not",
          "allowed beside those who may speak it");
    }
    return spoken;
  }

  private Listener.@Nullable Tls tls(Fields listener) {
    Fields fields = listener.open(GateKeys.TLS, GateKeys.TLS_FILES);
    Path certificate = files.get(fields, GateKeys.CERTIFICATE, Pem.CERTIFICATE);
    Path key = files.get(fields, GateKeys.KEY, Pem.KEY);
    return certificate == null || key == null ? null : new Listener.Tls(certificate, key);
  }

  @Nullable Admin admin(Fields top) {
    if (!top.has(GateKeys.ADMIN)) {
      return null;
    }
    Fields fields = top.open(GateKeys.ADMIN, GateKeys.ADMIN_PLACE);
    String host = fields.orDefault(GateKeys.ADMIN_HOST);
    Integer port = fields.get(GateKeys.ADMIN_PORT);
    if (port == null) {
      return null;
    }
    take(new Listener(host, port, null, false, fields.position()), fields, GateKeys.ADMIN_PORT);
    return new Admin(host, port, fields.position());
  }

  private void take(Listener listener, Fields fields, Key<Integer> port) {
    taken.stream()
        .filter(other -> collide(other, listener))
        .findFirst()
        .ifPresent(other -> refuse(other, fields, port));
    taken.add(listener);
  }

  // Who listens on every address listens on each, so the system refuses a second on one of them.
  private static boolean collide(Listener a, Listener b) {
    boolean overlap = a.host() == null || b.host() == null || Objects.equals(a.host(), b.host());
    return a.port() != 0 && a.port() == b.port() && overlap;
  }

  private static void refuse(Listener other, Fields fields, Key<Integer> port) {
    fields.refuse(
        port,
        FindingCode.CONFLICT,
        "port " + other.port() + " is taken already in line " + other.position().line(),
        "allowed is each port once");
  }
}
