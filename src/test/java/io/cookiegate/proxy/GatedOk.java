package io.cookiegate.proxy;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For each test an upstream that says ok to everything, and a gate in front of it. */
final class GatedOk implements BeforeEachCallback, AfterEachCallback {
  private RawUpstream upstream;
  private ProxyServer gate;

  RawUpstream upstream() {
    return upstream;
  }

  int port() {
    return gate.port();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    upstream = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    gate = Gates.before(upstream);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    gate.stop();
    upstream.close();
  }
}
