package io.cookiegate.page;

import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Service;
import io.cookiegate.wording.AsciiMarkup;
import io.cookiegate.wording.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** The declaration as HTML: a page of its own, or a part of the site's. */
final class DeclarationPage {
  private final Declaration declaration;
  private final Messages messages;
  private final StringBuilder content = new StringBuilder();

  DeclarationPage(Declaration declaration) {
    this.declaration = declaration;
    this.messages = declaration.messages();
  }

  String markup() {
    String language = messages.language();
    content.append("<p><a href=\"").append(path("preferences")).append("\">");
    content.append(text("placeholder.allow")).append("</a></p>\n");
    declaration.groups().forEach(this::group);
    content.append("<p>");
    content.append(link("declaration.json", language, "JSON")).append(' ');
    content.append(link("declaration.md", language, "Markdown")).append("</p>\n");
    return PageFrame.around(
        text("declaration.title"), messages, declaration.prefix(), content.toString());
  }

  /** What stands in a page of the site: the same without a frame, all of it ASCII. */
  String part() {
    String language = AsciiMarkup.escaped(messages.language());
    content.append("<div class=\"cookie-gate-declaration\" lang=\"").append(language);
    content.append("\" dir=\"").append(messages.direction()).append("\">\n");
    declaration.groups().forEach(this::group);
    return content.append("</div>").toString();
  }

  private String path(String name) {
    return AsciiMarkup.escaped(declaration.prefix() + name);
  }

  private String link(String name, String language, String words) {
    String query = "?lang=" + AsciiMarkup.escaped(language);
    return "<a href=\"" + path(name) + query + "\">" + words + "</a>";
  }

  private String text(String key) {
    return AsciiMarkup.escaped(messages.text(key));
  }

  private void group(Declaration.Group group) {
    content.append("<h2>").append(localized(group.category().title())).append("</h2>\n<p>");
    content.append(localized(group.category().description())).append("</p>\n");
    group.services().forEach(this::service);
    if (group.category().needsConsent() && !group.others().isEmpty()) {
      others(group.others());
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
    return AsciiMarkup.escaped(text.in(messages.language()));
  }

  private void service(Declaration.Used used) {
    Service service = used.service();
    content.append("<section>\n<h3>").append(AsciiMarkup.escaped(service.name()));
    content.append("</h3>\n");
    if (!used.cookies().isEmpty()) {
      content.append("<h4>").append(text("declaration.cookies")).append("</h4>\n<ul>\n");
      used.cookies().forEach(this::cookie);
      content.append("</ul>\n");
    }
    section("declaration.stores", service.stores());
    section("declaration.purpose", service.purpose());
    section("declaration.third-party", service.thirdParty());
    content.append("</section>\n");
  }

  private void cookie(CookieRule rule) {
    content.append("<li><code dir=\"ltr\">").append(AsciiMarkup.escaped(rule.pattern().text()));
    content.append("</code>");
    if (rule.domain() != null) {
      content.append(" (").append(AsciiMarkup.escaped(rule.domain())).append(')');
    }
    if (rule.lifetime() != null) {
      content.append(", ");
      content.append(AsciiMarkup.escaped(Persistence.of(rule.lifetime(), messages)));
    }
    if (!rule.purpose().isEmpty()) {
      content.append(": ").append(localized(rule.purpose()));
    }
    content.append("</li>\n");
  }

  private void section(String key, LocalizedText text) {
    if (!text.isEmpty()) {
      content.append("<h4>").append(text(key)).append("</h4>\n<p>");
      content.append(localized(text)).append("</p>\n");
    }
  }
}
