package io.cookiegate.demo;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * The start page a visitor prefers: private or business, kept in session cookies under the names of the
 * policy, with the misspelt one that an older release of the site wrote.
 */
final class StartPage {
  private static final String PREFERRED = "preferedstartpage";
  private static final String REDIRECT = "startpageredirect";
  private static final String MISSPELT_REDIRECT = "starpageredirect";

  private StartPage() {}

  /** The page to go to from the root, where the visitor has chosen one before and wants to go on. */
  static Optional<Page> preferred(Request request) {
    String query = request.getHttpURI().getQuery();
    ArrivedCookies arrived = ArrivedCookies.of(request);
    if (query != null || !arrived.value(REDIRECT).equals("true")) {
      return Optional.empty();
    }
    return named(arrived.value(PREFERRED));
  }

  static Optional<Page> named(String choice) {
    return switch (choice) {
      case "private" -> Optional.of(Page.PRIVATE);
      case "business" -> Optional.of(Page.BUSINESS);
      default -> Optional.empty();
    };
  }

  static List<String> remember(Page choice) {
    String value = choice == Page.BUSINESS ? "business" : "private";
    return List.of(
        PREFERRED + "=" + value + "; Path=/",
        REDIRECT + "=true; Path=/",
        MISSPELT_REDIRECT + "=true; Path=/");
  }
}
