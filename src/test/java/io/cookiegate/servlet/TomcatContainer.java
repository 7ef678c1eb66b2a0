package io.cookiegate.servlet;

import jakarta.servlet.ServletContainerInitializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** Tomcat. */
public final class TomcatContainer implements ContainerMain.Container {
  @Override
  public int start(Path files, List<ServletContainerInitializer> application) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", files.toString());
    Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
        .addMapping("/");
    context.addMimeMapping("html", "text/html");
    context.addMimeMapping("png", "image/png");
    application.forEach(part -> context.addServletContainerInitializer(part, null));
    context.addErrorPage(page(418, null));
    context.addErrorPage(page(0, IllegalArgumentException.class.getName()));
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  private static ErrorPage page(int status, String exception) {
    ErrorPage page = new ErrorPage();
    page.setErrorCode(status);
    page.setExceptionType(exception);
    page.setLocation("/c/error-view");
    return page;
  }
}
