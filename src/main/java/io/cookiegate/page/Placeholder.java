package io.cookiegate.page;

import io.cookiegate.classification.Service;
import org.jspecify.annotations.Nullable;

/**
 * What stands where an embed was: it says whose content is missing and how to allow it.
 *
 * <p>It is an SVG with a {@code foreignObject}, because an SVG's {@code width} and {@code height}
 * attributes keep the embed's size, in percent too, on pages whose Content-Security-Policy allows no
 * inline style.
 */
final class Placeholder {
  private static final String DEFAULT_WIDTH = "300";
  private static final String DEFAULT_HEIGHT = "150";

  private final @Nullable Service service;
  private final Messages messages;
  private final String prefix;

  Placeholder(@Nullable Service service, String language, String prefix) {
    this.service = service;
    this.messages = Messages.in(language);
    this.prefix = prefix;
  }

  String sized(@Nullable String width, @Nullable String height) {
    return "<svg class=\"cookie-gate-placeholder\" role=\"group\" aria-label=\""
        + sentence()
        + "\" width=\""
        + length(width, DEFAULT_WIDTH)
        + "\" height=\""
        + length(height, DEFAULT_HEIGHT)
        + "\"><rect width=\"100%\" height=\"100%\" fill=\"#f2f2f2\" stroke=\"#767676\"/>"
        + "<foreignObject width=\"100%\" height=\"100%\"><p align=\"center\"><font color=\"#1a1a1a\">"
        + sentence()
        + " <a href=\""
        + AsciiMarkup.escaped(prefix)
        + "preferences\" target=\"_top\">"
        + AsciiMarkup.escaped(messages.text("placeholder.allow"))
        + "</a></font></p></foreignObject></svg>";
  }

  private String sentence() {
    String text =
        service == null
            ? messages.text("placeholder.unknown")
            : messages.text("placeholder.service", service.name());
    return AsciiMarkup.escaped(text);
  }

  /** A dimension attribute (WHATWG HTML 2.3.4.4) as SVG understands it, else the embed's default. */
  private static String length(@Nullable String dimension, String otherwise) {
    if (dimension == null) {
      return otherwise;
    }
    int digits = 0;
    String text = dimension.strip();
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > 5) {
      return otherwise;
    }
    boolean percent = digits < text.length() && text.charAt(digits) == '%';
    return text.substring(0, digits) + (percent ? "%" : "");
  }
}
