package io.cookiegate.servlet;

import java.nio.file.Files;
import org.apache.catalina.startup.Tomcat;

/** A process that runs a folder as a web application in Tomcat until its input ends. */
public final class WebAppMain {
  private WebAppMain() {}

  /** Takes the folder and the path of its context. */
  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.addWebapp(arguments[1], arguments[0]);
    tomcat.start();
    boolean runs = tomcat.getHost().findChildren()[0].getState().isAvailable();
    System.out.println("port " + (runs ? tomcat.getConnector().getLocalPort() : 0));
    while (System.in.read() >= 0) {
      // until the test ends
    }
    Runtime.getRuntime().halt(0);
  }
}
