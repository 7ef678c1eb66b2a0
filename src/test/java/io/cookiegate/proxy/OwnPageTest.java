package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnPageTest {
  @RegisterExtension private final GatedOk site = new GatedOk();

  @Test
  void isAnsweredByTheGate() throws IOException {
    Http.Reply reply = Http.get(site.port(), "/.cookie-gate/nothing-here");
    assertEquals(404, reply.status());
    assertTrue(reply.field("Content-Type").startsWith("text/plain"));
    assertEquals(1, reply.count("Date"));
    assertEquals(0, site.upstream().requests.size());
  }

  @Test
  void takesAShortContent() throws IOException {
    try (Http http = new Http(site.port())) {
      http.send(
          "POST /.cookie-gate/nothing HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 6\r\n\r\nabc");
      http.send("def");
      assertEquals(404, http.reply().status());
      http.send("HEAD /.cookie-gate/nothing HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      assertEquals(404, http.reply(true).status());
      http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      assertEquals(200, http.reply().status());
    }
  }

  @Test
  void refusesALongContent() throws IOException {
    Http.Reply reply =
        Http.exchange(
            site.port(),
            "POST /.cookie-gate/nothing HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 9000\r\n\r\n"
                + "x".repeat(9000));
    assertEquals(413, reply.status());
    assertEquals(0, site.upstream().requests.size());
  }
}
