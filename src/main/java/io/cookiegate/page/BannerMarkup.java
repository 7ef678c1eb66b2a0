package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import java.util.stream.Collectors;

/**
 * The question, as it stands at the beginning of a page: a section in normal flow with one
 * stylesheet of the same origin, plain form buttons, and no script or inline style.
 */
final class BannerMarkup {
  private final Classification classification;
  private final String prefix;

  BannerMarkup(Classification classification, String prefix) {
    this.classification = classification;
    this.prefix = prefix;
  }

  /** The question to a visitor who is on the page of that path and query. */
  String of(String language, String returnPath) {
    Messages messages = Messages.in(language);
    String path = AsciiMarkup.escaped(prefix);
    return "<link rel=\"stylesheet\" href=\""
        + path
        + "banner.css\"/><section class=\"cookie-gate-banner\" lang=\""
        + language
        + "\" dir=\"ltr\" aria-label=\""
        + text(messages, "banner.title")
        + "\"><p><strong>"
        + text(messages, "banner.title")
        + "</strong> "
        + AsciiMarkup.escaped(messages.text("banner.text", purposes(language)))
        + "</p>"
        + ConsentButtons.open(prefix, returnPath)
        + ConsentButtons.acceptAndRefuse(messages)
        + link("preferences?return=" + Query.encoded(returnPath), messages, "banner.choose")
        + link("declaration", messages, "banner.declaration")
        + "</form></section>";
  }

  private String link(String name, Messages messages, String key) {
    return " <a href=\""
        + AsciiMarkup.escaped(prefix + name)
        + "\">"
        + text(messages, key)
        + "</a>";
  }

  private static String text(Messages messages, String key) {
    return AsciiMarkup.escaped(messages.text(key));
  }

  private String purposes(String language) {
    return classification.categories().stream()
        .filter(Category::needsConsent)
        .filter(this::isUsed)
        .map(category -> category.title().in(language))
        .collect(Collectors.joining(", "));
  }

  private boolean isUsed(Category category) {
    return classification.services().stream()
        .anyMatch(service -> service.category().equals(category.id()));
  }
}
