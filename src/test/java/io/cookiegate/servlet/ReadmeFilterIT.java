package io.cookiegate.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways by a descriptor that the README shows, as written, in Tomcat: with the thin jar and what
 * its filter needs on the class path, and no Jetty.
 */
class ReadmeFilterIT {
  private static final String TAG = "<script src='https://www.google-analytics.com/a.js'></script>";

  @TempDir private Path folder;
  private Path webInf;

  @BeforeEach
  void writeApplication() throws IOException {
    webInf = Files.createDirectories(folder.resolve("app").resolve("WEB-INF"));
    Files.writeString(folder.resolve("app").resolve("page.html"), "<p>hello" + TAG);
    Files.writeString(
        folder.resolve("app").resolve("consent.jsp"),
        "<%@ page session=\"false\" contentType=\"text/plain\" %>"
            + "<%= ((io.cookiegate.consent.Consent) request.getAttribute(\"io.cookiegate.consent\"))"
            + ".choice() %>");
    Files.writeString(webInf.resolve("gate.yaml"), Readme.text("`gate.yaml` beside it"));
    Files.writeString(webInf.resolve("classification.yaml"), "services: {}\n");
  }

  private void descriptor(String content) throws IOException {
    Files.writeString(
        webInf.resolve("web.xml"),
        "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n"
            + content
            + "</web-app>\n");
  }

  private Started start(String context) throws IOException {
    List<String> path = new ArrayList<>();
    path.add(TestPath.thinJar());
    path.addAll(TestPath.jars(TestPath.FILTER + "|" + TestPath.LOGGING + "|" + TestPath.TOMCAT));
    path.addAll(TestPath.folders().stream().filter(name -> name.contains("test")).toList());
    assertFalse(path.toString().contains("jetty"), path::toString);
    String app = folder.resolve("app").toString();
    return Started.of(path, folder.resolve("log"), WebAppMain.class.getName(), app, context);
  }

  private static RawAnswer get(int port, String target, String... fields) throws IOException {
    String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
    return RawAnswer.to(
        port, "GET " + target + " HTTP/1.1\r\nHost: shop.example\r\n" + more + "\r\n");
  }

  private static void assertGated(int port) throws IOException {
    RawAnswer page = get(port, "/page.html");
    assertTrue(page.body().contains("<p>hello"), page::body);
    assertFalse(page.body().contains("google-analytics.com"), page::body);
    RawAnswer granted = get(port, "/page.html", "Cookie: acceptcookies=true");
    assertEquals("<p>hello" + TAG, granted.body());
  }

  @Test
  void webXml() throws Exception {
    assertEquals(6, Readme.block("In `web.xml`").size());
    descriptor(Readme.text("In `web.xml`"));
    try (Started tomcat = start("")) {
      assertGated(tomcat.port());
      assertEquals(
          "GRANTED", get(tomcat.port(), "/consent.jsp", "Cookie: acceptcookies=true").body());
      assertEquals("UNASKED", get(tomcat.port(), "/consent.jsp").body());
      assertEquals("REFUSED", get(tomcat.port(), "/consent.jsp", "Sec-GPC: 1").body());
    }
  }

  @Test
  void contextParameters() throws Exception {
    assertTrue(Readme.block("Or by a context parameter").size() <= 6);
    descriptor(Readme.text("Or by a context parameter"));
    try (Started tomcat = start("")) {
      assertGated(tomcat.port());
    }
  }

  @Test
  void withoutItsParameterNothingIsGated() throws Exception {
    descriptor("");
    try (Started tomcat = start("")) {
      assertEquals("<p>hello" + TAG, get(tomcat.port(), "/page.html").body());
    }
  }

  @Test
  void ownPagesStandBelowTheContext() throws Exception {
    descriptor(Readme.text("In `web.xml`"));
    try (Started tomcat = start("/shop")) {
      RawAnswer page = get(tomcat.port(), "/shop/page.html");
      assertTrue(page.body().contains("\"/shop/.cookie-gate/stand-in.js"), page::body);
      assertEquals(200, get(tomcat.port(), "/shop/.cookie-gate/preferences").code());
    }
  }

  @Test
  void aChangeIsTakenUpWhileItRuns() throws Exception {
    descriptor(Readme.text("In `web.xml`"));
    try (Started tomcat = start("")) {
      assertGated(tomcat.port());
      Files.writeString(webInf.resolve("gate.yaml"), "sites: [{ mode: observe }]\n");
      long end = System.nanoTime() + 30_000_000_000L;
      while (!get(tomcat.port(), "/page.html").body().contains("google-analytics.com")) {
        assertTrue(System.nanoTime() < end, "the change was not taken up");
      }
      Files.writeString(webInf.resolve("gate.yaml"), "sites: [{ mode: never }]\n");
      long later = System.nanoTime() + 3_500_000_000L; // three looks at the files
      while (System.nanoTime() < later) {
        assertEquals(200, get(tomcat.port(), "/page.html").code());
      }
      assertTrue(get(tomcat.port(), "/page.html").body().contains("google-analytics.com"));
    }
  }

  @Test
  void aBrokenConfigurationKeepsTheApplicationDown() throws Exception {
    descriptor(Readme.text("In `web.xml`"));
    Files.writeString(webInf.resolve("gate.yaml"), "sites: [{ mode: maybe }]\n");
    AssertionError refused = assertThrows(AssertionError.class, () -> start(""));
    assertTrue(String.valueOf(refused.getMessage()).contains("sites[0].mode: \"maybe\" is given"));
  }
}
