package io.cookiegate.gate;

import io.cookiegate.html.Syntax;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a browser takes an answer for, by its {@code Content-Type}. */
enum PageType {
  /**
   * A page. An answer without a usable type is sniffed by browsers and may turn out to be HTML (WHATWG
   * MIME Sniffing section 7), so it counts as one.
   */
  HTML,
  /** A page in the syntax of XML. */
  XHTML,
  /**
   * A document of XML, in which SVG and XHTML come to life (WHATWG MIME Sniffing section 4.6, "XML MIME
   * type"; Chromium reads text/xsl so too).
   */
  XML,
  /** Rules of what to fetch ahead, where a head names it. */
  SPECULATION_RULES,
  OTHER;

  /** The value of the last page of HTML: most pages of a site have the same. */
  private static volatile String last = "";

  static PageType of(@Nullable String contentType) {
    if (contentType == null || contentType.equals(last)) {
      return HTML;
    }
    String essence = essence(contentType);
    if (essence.equals("text/html")) {
      last = contentType;
    }
    return ofEssence(essence);
  }

  private static PageType ofEssence(String essence) {
    return switch (essence) {
      case "text/html", "unknown/unknown", "application/unknown", "*/*" -> HTML;
      case "application/xhtml+xml" -> XHTML;
      case "text/xml", "application/xml", "text/xsl" -> XML;
      case "application/speculationrules+json" -> SPECULATION_RULES;
      default -> essence.indexOf('/') < 0 ? HTML : essence.endsWith("+xml") ? XML : OTHER;
    };
  }

  /** Whether a browser shows the answer as a page. */
  boolean isPage() {
    return this == HTML || this == XHTML;
  }

  /** How a browser reads an answer that is a page or a document. */
  Syntax syntax() {
    return this == XHTML || this == XML ? Syntax.XML : Syntax.HTML;
  }

  /** The type and subtype without parameters, lower case. Of several values the last one counts. */
  private static String essence(String contentType) {
    int comma = contentType.lastIndexOf(',');
    String value = comma < 0 ? contentType : contentType.substring(comma + 1);
    return upToParameters(value.strip()).toLowerCase(Locale.ROOT);
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
