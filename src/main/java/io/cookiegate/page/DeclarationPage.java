package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Service;
import io.cookiegate.wording.AsciiMarkup;
import io.cookiegate.wording.Messages;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The cookie declaration as a page, made from the classification that is enforced. */
final class DeclarationPage {
  private final Classification classification;
  private final String language;
  private final String prefix;
  private final Messages messages;
  private final StringBuilder content = new StringBuilder();

  DeclarationPage(Classification classification, String language, String prefix) {
    this.classification = classification;
    this.language = language;
    this.prefix = prefix;
    this.messages = Messages.in(language);
  }

  String markup() {
    content.append("<p><a href=\"").append(AsciiMarkup.escaped(prefix)).append("preferences\">");
    content.append(text("placeholder.allow")).append("</a></p>\n");
    classification.categories().forEach(this::category);
    return PageFrame.around(text("declaration.title"), language, prefix, content.toString());
  }

  private String text(String key) {
    return AsciiMarkup.escaped(messages.text(key));
  }

  private void category(Category category) {
    Declared declared = Declared.of(classification, category);
    if (declared.own().isEmpty() && declared.others().isEmpty()) {
      return;
    }
    content.append("<h2>").append(localized(category.title())).append("</h2>\n<p>");
    content.append(localized(category.description())).append("</p>\n");
    declared.own().forEach(this::service);
    if (category.needsConsent() && !declared.others().isEmpty()) {
      others(declared.others());
    }
  }

  private void others(List<Service> others) {
    String count = Integer.toString(others.size());
    content.append("<details><summary>");
    content.append(AsciiMarkup.escaped(messages.text("declaration.others", count)));
    content.append("</summary><p>");
    String names = others.stream().map(Service::name).collect(Collectors.joining(", "));
    content.append(AsciiMarkup.escaped(names)).append("</p></details>\n");
  }

  private String localized(LocalizedText text) {
    return AsciiMarkup.escaped(text.in(language));
  }

  private void service(Service service) {
    content.append("<section>\n<h3>").append(AsciiMarkup.escaped(service.name()));
    content.append("</h3>\n");
    if (!service.cookies().isEmpty()) {
      content.append("<h4>").append(text("declaration.cookies")).append("</h4>\n<ul>\n");
      service.cookies().forEach(this::cookie);
      content.append("</ul>\n");
    }
    part("declaration.stores", service.stores());
    part("declaration.purpose", service.purpose());
    part("declaration.third-party", service.thirdParty());
    content.append("</section>\n");
  }

  private void cookie(CookieRule rule) {
    content.append("<li><code>").append(AsciiMarkup.escaped(rule.pattern().text()));
    content.append("</code>");
    if (rule.domain() != null) {
      content.append(" (").append(AsciiMarkup.escaped(rule.domain())).append(')');
    }
    Lifetime lifetime = rule.lifetime();
    if (lifetime != null) {
      content.append(", ").append(AsciiMarkup.escaped(lifetime(lifetime)));
    }
    content.append("</li>\n");
  }

  private String lifetime(Lifetime lifetime) {
    Duration duration = lifetime.duration();
    if (duration == null) {
      return messages.text("lifetime.session");
    }
    long days = duration.toDays();
    if (days >= 365 && days % 365 == 0) {
      return messages.text("lifetime.years", Long.toString(days / 365));
    }
    if (days >= 1) {
      return messages.text("lifetime.days", Long.toString(days));
    }
    long minutes = duration.toMinutes();
    return minutes >= 60 && minutes % 60 == 0
        ? messages.text("lifetime.hours", Long.toString(minutes / 60))
        : messages.text("lifetime.minutes", Long.toString(minutes));
  }

  private void part(String key, LocalizedText text) {
    if (!text.isEmpty()) {
      content.append("<h4>").append(text(key)).append("</h4>\n<p>");
      content.append(localized(text)).append("</p>\n");
    }
  }
}
