package io.cookiegate.page;

import io.cookiegate.classification.Service;
import io.cookiegate.gate.Embed;
import io.cookiegate.wording.AsciiMarkup;
import io.cookiegate.wording.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What stands where an embed was: a frame of its size with a small page inside, which says whose
 * content is missing and takes the visitor's answer.
 *
 * <p>It is a frame, because only a document of its own can have a form wherever an embed can stand:
 * inside another form HTML allows none. Its content is in {@code srcdoc}, which a
 * Content-Security-Policy does not keep from being shown.
 */
final class Placeholder {
  private final Embed embed;
  private final Messages messages;
  private final String prefix;
  private final OwnFile style;

  Placeholder(Embed embed, Messages messages, String prefix, OwnFile style) {
    this.embed = embed;
    this.messages = messages;
    this.prefix = embed.place().origin() + prefix;
    this.style = style;
  }

  String markup() {
    String classes = embed.classes() == null ? "" : " " + embed.classes();
    return "<iframe class=\""
        + AsciiMarkup.escaped("cookie-gate-placeholder" + classes)
        + "\" title=\""
        + sentence()
        + "\" frameborder=\"0\""
        + size("width", embed.width())
        + size("height", embed.height())
        + " srcdoc=\""
        + AsciiMarkup.escaped(page())
        + "\"></iframe>";
  }

  private static String size(String name, @Nullable String dimension) {
    String length = dimension == null ? "" : Dimension.of(dimension);
    return length.isEmpty() ? "" : " " + name + "=\"" + length + "\"";
  }

  private String page() {
    return "<!DOCTYPE html><html lang=\""
        + messages.language()
        + "\" dir=\""
        + messages.direction()
        + "\"><head><meta name=\"viewport\" content=\"width=device-width\"><title>"
        + sentence()
        + "</title><link rel=\"stylesheet\" href=\""
        + AsciiMarkup.escaped(prefix + style.address())
        + "\" nonce=\""
        + AsciiMarkup.escaped(embed.place().nonce())
        + "\"></head><body class=\"cookie-gate-page cookie-gate-embed\"><main><p>"
        + sentence()
        + "</p>"
        + choices()
        + "<p><a href=\""
        + AsciiMarkup.escaped(
            prefix + "preferences?return=" + Query.encoded(embed.place().target()))
        + "\" target=\"_top\">"
        + text("placeholder.allow")
        + "</a></p></main></body></html>";
  }

  private String sentence() {
    Service service = embed.service();
    return AsciiMarkup.escaped(
        service == null
            ? messages.text("placeholder.unknown")
            : messages.text("placeholder.service", service.name()));
  }

  private String text(String key) {
    return AsciiMarkup.escaped(messages.text(key));
  }

  /** One view and ever after; nothing where it is not known whose content it is. */
  private String choices() {
    Service service = embed.service();
    if (service == null) {
      return "";
    }
    return "<form class=\"cookie-gate-choices\" method=\"post\" target=\"_top\" action=\""
        + AsciiMarkup.escaped(prefix)
        + "consent\"><input type=\"hidden\" name=\"return\" value=\""
        + AsciiMarkup.escaped(embed.place().target())
        + "\"><input type=\"hidden\" name=\"service\" value=\""
        + AsciiMarkup.escaped(service.id())
        + "\">"
        + ConsentButtons.button("once", messages.text("placeholder.once"))
        + ConsentButtons.button("always", messages.text("placeholder.always", service.name()))
        + "</form>";
  }
}
