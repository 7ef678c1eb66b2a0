package io.cookiegate.page;

import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Service;
import io.cookiegate.wording.Messages;
import java.util.stream.Collectors;

/** The declaration as Markdown (CommonMark). */
final class DeclarationMarkdown {
  private static final String SPECIAL = "\\`*_{}[]<>#|~&!";

  private final Declaration declaration;
  private final Messages messages;
  private final StringBuilder text = new StringBuilder();

  DeclarationMarkdown(Declaration declaration) {
    this.declaration = declaration;
    this.messages = declaration.messages();
  }

  String text() {
    text.append("# ").append(escaped(messages.text("declaration.title"))).append('\n');
    declaration.groups().forEach(this::group);
    return text.toString();
  }

  private void group(Declaration.Group group) {
    text.append("\n## ").append(localized(group.category().title())).append('\n');
    paragraph(localized(group.category().description()));
    group.services().forEach(this::service);
    if (group.category().needsConsent() && !group.others().isEmpty()) {
      String count = Integer.toString(group.others().size());
      String names = group.others().stream().map(Service::name).collect(Collectors.joining(", "));
      paragraph(escaped(messages.text("declaration.others", count)));
      paragraph(escaped(names));
    }
  }

  private void service(Declaration.Used used) {
    text.append("\n### ").append(escaped(used.service().name())).append('\n');
    if (!used.cookies().isEmpty()) {
      paragraph("**" + escaped(messages.text("declaration.cookies")) + "**");
      text.append('\n');
      used.cookies().forEach(this::cookie);
    }
    section("declaration.stores", used.service().stores());
    section("declaration.purpose", used.service().purpose());
    section("declaration.third-party", used.service().thirdParty());
  }

  private void cookie(CookieRule rule) {
    text.append("- ").append(code(rule.pattern().text()));
    if (rule.domain() != null) {
      text.append(" (").append(escaped(rule.domain())).append(')');
    }
    if (rule.lifetime() != null) {
      text.append(", ").append(escaped(Persistence.of(rule.lifetime(), messages)));
    }
    if (!rule.purpose().isEmpty()) {
      text.append(": ").append(localized(rule.purpose()));
    }
    text.append('\n');
  }

  /** A code span (CommonMark 6.1): with two backticks around where there is one inside. */
  private static String code(String name) {
    return name.indexOf('`') < 0 ? "`" + name + "`" : "`` " + name + " ``";
  }

  private void section(String key, LocalizedText words) {
    if (!words.isEmpty()) {
      paragraph("**" + escaped(messages.text(key)) + "**");
      paragraph(localized(words));
    }
  }

  private void paragraph(String words) {
    if (!words.isEmpty()) {
      text.append('\n').append(words).append('\n');
    }
  }

  private String localized(LocalizedText words) {
    return escaped(words.in(messages.language()));
  }

  /** Text that means itself: what Markdown would read has a backslash (CommonMark 2.4). */
  private static String escaped(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    return escaped.toString();
  }
}
