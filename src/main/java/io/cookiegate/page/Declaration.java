package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.wording.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a site tells its visitors of its cookies, by category and service, in one language. It is read
 * from the rules that are enforced: each cookie stands under the category by which it is kept or
 * removed, which need not be its service's, and a rule that another one always goes before is left
 * out.
 */
public final class Declaration {
  private final String version;
  private final Messages messages;
  private final String prefix;
  private final List<Group> groups;

  /** The forms in which it is given. */
  public enum Format {
    HTML("text/html; charset=utf-8"),
    JSON("application/json"),
    MD("text/markdown; charset=utf-8");

    private final String contentType;

    Format(String contentType) {
      this.contentType = contentType;
    }

    String contentType() {
      return contentType;
    }
  }

  /**
   * A category.
   *
   * @param services what the site uses
   * @param others what the classification holds back besides, should it appear
   */
  record Group(Category category, List<Used> services, List<Service> others) {}

  /** A service, with those of its cookies that are of the category. */
  record Used(Service service, List<CookieRule> cookies) {}

  private Declaration(String version, Messages messages, String prefix, List<Group> groups) {
    this.version = version;
    this.messages = messages;
    this.prefix = prefix;
    this.groups = List.copyOf(groups);
  }

  /**
   * The declaration of a site.
   *
   * @param messages the words of the site in the language that is wanted
   * @param receipts whether choices are recorded
   * @param prefix the first part of the paths of own pages
   */
  public static Declaration of(
      SiteRules rules, Messages messages, boolean receipts, String prefix) {
    Classification classification = rules.classification();
    List<Group> groups = new ArrayList<>();
    boolean gateIsTold = false;
    for (Category category : classification.categories()) {
      Group group = group(classification, category);
      if (!category.needsConsent() && !gateIsTold) {
        gateIsTold = true;
        group = OwnCookies.of(rules, messages, receipts).addedTo(group);
      }
      boolean waits = category.needsConsent() && !group.others().isEmpty();
      if (waits || !group.services().isEmpty()) {
        groups.add(group);
      }
    }
    return new Declaration(classification.version(), messages, prefix, groups);
  }

  private static Group group(Classification classification, Category category) {
    Declared declared = Declared.of(classification);
    List<Used> used = new ArrayList<>();
    List<Service> others = new ArrayList<>();
    for (Service service : classification.services()) {
      if (!concerns(service, category)) {
        continue;
      }
      if (declared.has(service)) {
        used.add(new Used(service, cookies(classification, service, category)));
      } else {
        others.add(service);
      }
    }
    return new Group(category, used, others);
  }

  private static boolean concerns(Service service, Category category) {
    Stream<String> cookies = service.cookies().stream().map(CookieRule::category);
    Stream<String> tags = service.tags().stream().map(TagRule::category);
    boolean bare = service.cookies().isEmpty() && service.tags().isEmpty();
    return bare
        ? service.category().equals(category.id())
        : Stream.concat(cookies, tags).anyMatch(category.id()::equals);
  }

  private static List<CookieRule> cookies(
      Classification classification, Service service, Category category) {
    Map<String, CookieRule> cookies = new LinkedHashMap<>();
    for (CookieRule rule : service.cookies()) {
      if (rule.category().equals(category.id()) && decides(classification, rule)) {
        cookies.putIfAbsent(rule.pattern().text() + " " + rule.domain(), rule);
      }
    }
    return List.copyOf(cookies.values());
  }

  /** Whether there is a cookie that a rule decides about; a pattern is taken to have one. */
  private static boolean decides(Classification classification, CookieRule rule) {
    String domain = rule.domain() == null ? "" : rule.domain();
    return !(rule.pattern() instanceof NamePattern.Exact exact)
        || rule.equals(classification.cookie(exact.text(), domain));
  }

  String version() {
    return version;
  }

  Messages messages() {
    return messages;
  }

  String prefix() {
    return prefix;
  }

  List<Group> groups() {
    return groups;
  }

  /** The whole of it in a form. */
  public String as(Format format) {
    return switch (format) {
      case HTML -> new DeclarationPage(this).markup();
      case JSON -> DeclarationJson.of(this);
      case MD -> new DeclarationMarkdown(this).text();
    };
  }
}
