package io.cookiegate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A process that runs the case application twice in one kind of container, plain and behind the
 * filter, says the two ports and ends when its input does.
 */
public final class ContainerMain {
  /** A kind of container. */
  interface Container {
    /** Starts one on a free port, which it returns. */
    int start(Path files, List<ServletContainerInitializer> application) throws Exception;
  }

  private ContainerMain() {}

  /** Takes the class of the container, the folder of files and the filter's configuration. */
  public static void main(String[] arguments) {
    try {
      run(arguments);
    } catch (Throwable failure) {
      failure.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void run(String[] arguments) throws Exception {
    Container container =
        Class.forName(arguments[0])
            .asSubclass(Container.class)
            .getDeclaredConstructor()
            .newInstance();
    Path files = Path.of(arguments[1]);
    System.setProperty("case.files", files.toString());
    int plain = container.start(files, List.of(new CaseApp()));
    int gated = container.start(files, List.of(new Gated(arguments[2]), new CaseApp()));
    System.out.println("ports " + plain + " " + gated);
    while (System.in.read() >= 0) {
      // until the test ends
    }
    Runtime.getRuntime().halt(0);
  }

  /** Maps the filter to everything, and once more to some of it. */
  private record Gated(String config) implements ServletContainerInitializer {
    @Override
    public void onStartup(Set<Class<?>> types, ServletContext context) {
      map(context, "cookie-gate", "/*");
      map(context, "cookie-gate-again", "/c/stream", "/c/big", "/c/async", "/c/error-view");
    }

    private void map(ServletContext context, String name, String... patterns) {
      FilterRegistration.Dynamic filter = context.addFilter(name, new CookieGateFilter());
      filter.setInitParameter("config", config);
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(
          EnumSet.of(
              DispatcherType.REQUEST,
              DispatcherType.FORWARD,
              DispatcherType.ASYNC,
              DispatcherType.ERROR),
          false,
          patterns);
    }
  }
}
