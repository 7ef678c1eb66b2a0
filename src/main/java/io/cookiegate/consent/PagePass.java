package io.cookiegate.consent;

/**
 * The value of the cookie by which a service is allowed on one view of one page: the id of the
 * service and a mark of the page's path and query, for instance {@code youtube.1f3b9a}.
 */
public final class PagePass {
  private PagePass() {}

  /** The value for a service on the page of that path and query. */
  public static String of(String service, String target) {
    return service + "." + mark(target);
  }

  /** The service that a value allows on a page; empty where it is for another page. */
  static String service(String value, String target) {
    int dot = value.indexOf('.');
    return dot > 0 && value.substring(dot + 1).equals(mark(target)) ? value.substring(0, dot) : "";
  }

  private static String mark(String target) {
    return Integer.toHexString(target.hashCode());
  }
}
