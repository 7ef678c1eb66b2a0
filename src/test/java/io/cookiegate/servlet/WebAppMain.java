package io.cookiegate.servlet;

import java.nio.file.Files;
import java.util.Arrays;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;

/** A process that runs folders and archives as web applications in Tomcat until its input ends. */
public final class WebAppMain {
  private WebAppMain() {}

  /** Takes each application's place and the path of its context. */
  public static void main(String[] arguments) throws Exception {
    // No jar of the class path has tag libraries; looking for them takes longer than all the rest.
    System.setProperty("tomcat.util.scan.StandardJarScanFilter.jarsToSkip", "*");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    ((StandardHost) tomcat.getHost()).setUnpackWARs(false);
    for (int i = 0; i < arguments.length; i += 2) {
      tomcat.addWebapp(arguments[i + 1], arguments[i]);
    }
    tomcat.start();
    boolean runs =
        Arrays.stream(tomcat.getHost().findChildren())
            .allMatch(application -> application.getState().isAvailable());
    System.out.println("port " + (runs ? tomcat.getConnector().getLocalPort() : 0));
    while (System.in.read() >= 0) {
      // until the test ends
    }
    Runtime.getRuntime().halt(0);
  }
}
