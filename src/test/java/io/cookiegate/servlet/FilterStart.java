package io.cookiegate.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;

/** The start of a filter outside any container, in whatever class loader has loaded this class. */
public final class FilterStart {
  private FilterStart() {}

  /** Says, in a process of its own, what becomes of a configuration at a place. */
  public static void main(String[] arguments) {
    System.out.println(of(Map.of("config", arguments[0])));
  }

  /** Starts and ends one with these parameters; gives what its refusal says, or nothing. */
  public static String of(Map<String, String> parameters) {
    CookieGateFilter filter = new CookieGateFilter(parameters);
    try {
      filter.init(config());
      return "";
    } catch (ServletException e) {
      return e.getMessage();
    } finally {
      filter.destroy();
    }
  }

  private static FilterConfig config() {
    SessionCookieConfig cookie = one(SessionCookieConfig.class, (self, method, more) -> null);
    ServletContext context =
        one(
            ServletContext.class,
            (self, method, more) ->
                switch (method.getName()) {
                  case "getContextPath" -> "";
                  case "getSessionCookieConfig" -> cookie;
                  case "getClassLoader" -> FilterStart.class.getClassLoader();
                  default -> null;
                });
    return one(
        FilterConfig.class,
        (self, method, more) ->
            switch (method.getName()) {
              case "getServletContext" -> context;
              case "getInitParameterNames" -> Collections.emptyEnumeration();
              default -> null;
            });
  }

  private static <T> T one(Class<T> type, InvocationHandler answers) {
    ClassLoader loader = FilterStart.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, answers));
  }
}
