package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Service;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.wording.AsciiMarkup;
import io.cookiegate.wording.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on which a visitor chooses category by category, and withdraws. */
final class PreferencesPage {
  private final Classification classification;
  private final String language;
  private final String prefix;
  private final Messages messages;

  PreferencesPage(Classification classification, Messages messages, String prefix) {
    this.classification = classification;
    this.language = messages.language();
    this.prefix = prefix;
    this.messages = messages;
  }

  /**
   * The page.
   *
   * @param receipts the numbers of the records that the browser holds
   * @param news the key of what is said because it was done just now; null where nothing was
   */
  String of(
      Consent consent,
      GlobalPrivacyControl gpc,
      String returnPath,
      List<String> receipts,
      @Nullable String news) {
    StringBuilder content = new StringBuilder();
    if (news != null) {
      content.append("<p role=\"status\">").append(text(news)).append("</p>\n");
    }
    content.append("<p>").append(said(consent)).append("</p>\n");
    if (gpc != GlobalPrivacyControl.SILENT) {
      content.append("<p>").append(text("gpc." + gpc.word())).append("</p>\n");
    }
    content.append(ConsentButtons.open(prefix, returnPath)).append('\n');
    for (Category category : classification.categories()) {
      category(content, category, consent);
    }
    content.append("<p class=\"cookie-gate-choices\">");
    content.append(ConsentButtons.button("selected", messages));
    content.append(ConsentButtons.acceptAndRefuse(messages)).append("</p>\n</form>\n");
    content.append("<p><a href=\"").append(AsciiMarkup.escaped(prefix)).append("declaration\">");
    content.append(text("banner.declaration")).append("</a></p>\n");
    content.append(new ReceiptMarkup(messages, prefix).of(receipts));
    return PageFrame.around(text("preferences.title"), messages, prefix, content.toString());
  }

  private String said(Consent consent) {
    boolean some = !consent.purposes().isEmpty() || !consent.services().isEmpty();
    if (consent.choice() == Choice.REFUSED && some) {
      return text("said.partly");
    }
    boolean open = consent.choice() == Choice.GRANTED && consent.isOpen();
    return text("said." + (open ? "open" : consent.choice().word()));
  }

  private String text(String key) {
    return AsciiMarkup.escaped(messages.text(key));
  }

  private void category(StringBuilder content, Category category, Consent consent) {
    List<Service> services = services(category);
    if (services.isEmpty()) {
      return;
    }
    content.append("<fieldset><legend>").append(title(category)).append("</legend>\n");
    content.append(checkbox(category, consent));
    String description = category.description().in(language);
    if (!description.isEmpty()) {
      content.append("<p>").append(AsciiMarkup.escaped(description)).append("</p>\n");
    }
    content
        .append(opened(services, consent))
        .append("<summary>")
        .append(count(services))
        .append("</summary>\n<dl>\n");
    services.forEach(service -> service(content, category, service, consent));
    content.append("</dl>\n</details>\n</fieldset>\n");
  }

  private List<Service> services(Category category) {
    Declared declared = Declared.of(classification);
    return classification.services().stream()
        .filter(service -> service.category().equals(category.id()) && declared.has(service))
        .toList();
  }

  /** Open where something inside was chosen. */
  private static String opened(List<Service> services, Consent consent) {
    boolean chosen = services.stream().anyMatch(one -> consent.services().contains(one.id()));
    return chosen ? "<details open>" : "<details>";
  }

  private String title(Category category) {
    return AsciiMarkup.escaped(category.title().in(language));
  }

  private String checkbox(Category category, Consent consent) {
    String state =
        (consent.allows(category) ? " checked" : "") + (category.needsConsent() ? "" : " disabled");
    String label = category.needsConsent() ? "preferences.allow" : "preferences.always";
    return "<label><input type=\"checkbox\" name=\"purpose\" value=\""
        + AsciiMarkup.escaped(category.id())
        + "\""
        + state
        + "> "
        + AsciiMarkup.escaped(messages.text(label, category.title().in(language)))
        + "</label>\n";
  }

  private String count(List<Service> services) {
    return AsciiMarkup.escaped(
        messages.text("preferences.services", Integer.toString(services.size())));
  }

  private void service(StringBuilder content, Category category, Service service, Consent consent) {
    content.append("<dt>").append(AsciiMarkup.escaped(service.name())).append("</dt><dd>");
    content.append(AsciiMarkup.escaped(service.purpose().in(language)));
    if (category.needsConsent()) {
      String checked = consent.services().contains(service.id()) ? " checked" : "";
      content.append("<br><label><input type=\"checkbox\" name=\"service\" value=\"");
      content.append(AsciiMarkup.escaped(service.id())).append('"').append(checked).append("> ");
      content.append(AsciiMarkup.escaped(messages.text("placeholder.always", service.name())));
      content.append("</label>");
    }
    content.append("</dd>\n");
  }
}
