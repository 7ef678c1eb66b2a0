package io.cookiegate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the filter before all others of a web application whose context parameters ask for it: those
 * that begin with {@code cookie-gate.}, for instance {@code cookie-gate.config}. Without any it does
 * nothing.
 */
public final class CookieGateInitializer implements ServletContainerInitializer {
  @Override
  public void onStartup(Set<Class<?>> types, ServletContext context) {
    Map<String, String> parameters = parameters(context);
    if (parameters.isEmpty()) {
      return;
    }
    FilterRegistration.Dynamic filter =
        context.addFilter("cookie-gate", new CookieGateFilter(parameters));
    if (filter != null) { // web.xml may have one of this name
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(
          EnumSet.of(
              DispatcherType.REQUEST,
              DispatcherType.FORWARD,
              DispatcherType.ASYNC,
              DispatcherType.ERROR),
          false,
          "/*");
    }
  }

  private static Map<String, String> parameters(ServletContext context) {
    Map<String, String> parameters = new TreeMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      if (name.startsWith(CookieGateFilter.CONTEXT_PREFIX)) {
        parameters.put(
            name.substring(CookieGateFilter.CONTEXT_PREFIX.length()),
            context.getInitParameter(name));
      }
    }
    return parameters;
  }
}
