package io.cookiegate.gate;

import io.cookiegate.coding.ContentType;
import io.cookiegate.html.Syntax;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a browser takes an answer for, by its {@code Content-Type}. */
enum PageType {
  /** A page. */
  HTML,
  /**
   * An answer without a usable type, which browsers sniff (WHATWG MIME Sniffing section 7). It may turn out
   * to be HTML, so it counts as a page, or a document of XML, by its first bytes ({@link TypeSniffer}).
   */
  UNKNOWN,
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
    if (contentType == null) {
      return UNKNOWN;
    }
    if (contentType.equals(last)) {
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
      case "text/html" -> HTML;
      case "", "unknown/unknown", "application/unknown" -> UNKNOWN;
      case "application/xhtml+xml" -> XHTML;
      case "text/xml", "application/xml", "text/xsl" -> XML;
      case "application/speculationrules+json" -> SPECULATION_RULES;
      default -> essence.endsWith("+xml") ? XML : OTHER;
    };
  }

  /** Whether a browser shows the answer as a page. */
  boolean isPage() {
    return this == HTML || this == UNKNOWN || this == XHTML;
  }

  /** How a browser reads an answer that is a page or a document, of an unknown type if it is a page. */
  Syntax syntax() {
    return this == XHTML || this == XML ? Syntax.XML : Syntax.HTML;
  }

  /**
   * The type and subtype without parameters, lower case. Of several values the last one counts that has a
   * slash and is not {@code *}{@code /*} (Fetch, "extract a MIME type"); empty where none does.
   */
  private static String essence(String contentType) {
    String last = "";
    for (int from = 0; from <= contentType.length(); ) {
      int to = ContentType.endOfValue(contentType, from);
      String essence = upToParameters(contentType.substring(from, to).strip());
      if (essence.indexOf('/') >= 0 && !essence.equals("*/*")) {
        last = essence;
      }
      from = to + 1;
    }
    return last.toLowerCase(Locale.ROOT);
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
