package io.cookiegate.gate;

import io.cookiegate.html.Syntax;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser shows an answer as a page, by its {@code Content-Type}. An answer without a
 * usable one is sniffed by browsers and may turn out to be HTML (WHATWG MIME Sniffing section 7), so
 * it counts as a page.
 */
final class PageType {
  private static final String XHTML = "application/xhtml+xml";

  /** The value of the last page, and its essence: most pages of a site have the same. */
  private record Known(String contentType, String essence) {}

  private static volatile Known last = new Known("", "");

  private PageType() {}

  static boolean isPage(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    String essence = essence(contentType);
    return switch (essence) {
      case "text/html", XHTML, "", "unknown/unknown", "application/unknown", "*/*" -> true;
      default -> essence.indexOf('/') < 0;
    };
  }

  /**
   * Whether a browser may read an answer as a document of XML, in which SVG and XHTML come to life
   * (WHATWG MIME Sniffing section 4.6, "XML MIME type"; Chromium reads text/xsl so too).
   */
  static boolean isXml(@Nullable String contentType) {
    String essence = contentType == null ? "" : essence(contentType);
    return switch (essence) {
      case "text/xml", "application/xml", "text/xsl" -> true;
      default -> essence.endsWith("+xml") && !essence.equals(XHTML);
    };
  }

  /** Whether a browser takes an answer for rules of what to fetch ahead, where a head names it. */
  static boolean isSpeculationRules(@Nullable String contentType) {
    return contentType != null && essence(contentType).equals("application/speculationrules+json");
  }

  /** Whether an answer is a page in the syntax of XML. */
  static boolean isXhtml(@Nullable String contentType) {
    return contentType != null && essence(contentType).equals(XHTML);
  }

  /** How a browser reads an answer that is a page or a document. */
  static Syntax syntax(@Nullable String contentType) {
    return isXhtml(contentType) || isXml(contentType) ? Syntax.XML : Syntax.HTML;
  }

  /** The type and subtype without parameters, lower case. Of several values the last one counts. */
  static String essence(String contentType) {
    Known known = last;
    if (known.contentType.equals(contentType)) {
      return known.essence;
    }
    String essence = read(contentType);
    if (essence.equals("text/html")) {
      last = new Known(contentType, essence);
    }
    return essence;
  }

  private static String read(String contentType) {
    int comma = contentType.lastIndexOf(',');
    String last = comma < 0 ? contentType : contentType.substring(comma + 1);
    return upToParameters(last.strip()).toLowerCase(Locale.ROOT);
  }

  // Chromium ends a type at a space and at a parenthesis too: text/html charset=utf-8 is a page.
  private static String upToParameters(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (" \t;(".indexOf(value.charAt(i)) >= 0) {
        return value.substring(0, i);
      }
    }
    return value;
  }
}
