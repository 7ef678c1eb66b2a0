package io.cookiegate.servlet;

import io.undertow.Undertow;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Undertow. */
public final class UndertowContainer implements ContainerMain.Container {
  @Override
  public int start(Path files, List<ServletContainerInitializer> application) throws Exception {
    DeploymentInfo deployment =
        Servlets.deployment()
            .setClassLoader(UndertowContainer.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("cases")
            .setResourceManager(new PathResourceManager(files))
            .addErrorPage(Servlets.errorPage("/c/error-view", 418))
            .addErrorPage(Servlets.errorPage("/c/error-view", IllegalArgumentException.class));
    application.forEach(part -> deployment.addServletContainerInitializer(info(part)));
    DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
    manager.deploy();
    Undertow server =
        Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private static ServletContainerInitializerInfo info(ServletContainerInitializer part) {
    return new ServletContainerInitializerInfo(
        part.getClass(), new ImmediateInstanceFactory<>(part), Set.of());
  }
}
