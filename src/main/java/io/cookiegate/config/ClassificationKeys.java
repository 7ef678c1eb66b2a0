package io.cookiegate.config;

import static io.cookiegate.config.Key.defaulted;
import static io.cookiegate.config.Key.optional;
import static io.cookiegate.config.Kinds.flag;
import static io.cookiegate.config.Kinds.list;
import static io.cookiegate.config.Kinds.mapping;
import static io.cookiegate.config.Kinds.matching;
import static io.cookiegate.config.Kinds.text;
import static io.cookiegate.config.Kinds.texts;
import static io.cookiegate.config.Kinds.word;

import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import java.util.List;

/** The keys of a classification file. */
final class ClassificationKeys {
  /** Whether the services that ship inside the product are there. */
  enum Shipped {
    BUILT_IN,
    NONE
  }

  /** The spelling of the names of categories and services. */
  static final Kind.OfText<String> ID =
      matching("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*", "a name of lower-case letters, digits and -");

  private static final Kind<String> SENTENCE = text("a text that is not blank");
  private static final String OF_SERVICE = "the service's";

  // categories.*
  static final Key<Boolean> NEEDS_CONSENT =
      optional("needs-consent", flag(), "required", "whether it waits for consent");
  static final Key<LocalizedText> TITLE =
      optional("title", texts(), "required", "what visitors read");
  static final Key<LocalizedText> DESCRIPTION =
      optional("description", texts(), "none", "what it is for, for visitors");

  // services.*
  static final Key<String> NAME =
      optional("name", SENTENCE, "required", "what visitors know it by");
  static final Key<String> SERVICE_CATEGORY =
      optional("category", ID, "required", "the name of its category");
  static final Key<LocalizedText> PURPOSE =
      optional("purpose", texts(), "none", "what it is used for");
  static final Key<LocalizedText> STORES =
      optional("stores", texts(), "none", "what its cookies store");
  static final Key<LocalizedText> THIRD_PARTY =
      optional("third-party", texts(), "none", "whether information goes to a third party");
  static final Key<String> POLICY =
      optional(
          "policy",
          matching("https?://[!-~]{1,2000}", "a URL, such as https://vendor.example/privacy"),
          "none",
          "the vendor's own statement");
  static final Key<String> REASON =
      optional("reason", SENTENCE, "none", "why it is in its category, where that is open");
  static final Key<List<Kind.Item<Node.Mapping>>> COOKIES =
      optional(
          "cookies",
          list(mapping("a mapping such as { name: _ga }"), "a list such as [{ name: _ga }]"),
          "none",
          "the cookies by which it is known");
  static final Key<List<Kind.Item<Node.Mapping>>> TAGS =
      optional(
          "tags",
          list(
              mapping("a mapping such as { host: vendor.example }"),
              "a list such as [{ host: vendor.example }]"),
          "none",
          "the tags by which it is known");
  static final Key<List<Kind.Item<String>>> STAND_IN =
      optional(
          "stand-in",
          list(
              matching("[A-Za-z_$][A-Za-z0-9_$]{0,63}", "a JavaScript name"),
              "a list of JavaScript names"),
          "none",
          "globals that stay as functions without effect when its library is removed");

  // services.*.cookies[]
  static final Key<NamePattern> COOKIE_NAME =
      optional("name", new CookieNameText(), "required", "the name; each * is any characters");
  static final Key<NamePattern> REGEX =
      optional("regex", new RegexText(), "none", "in place of name: all of a name matches it");
  static final Key<String> DOMAIN =
      optional("domain", new HostText("a domain"), "any", "only cookies of it and its subdomains");
  static final Key<Lifetime> LIFETIME =
      optional("lifetime", new LifetimeText(), "not stated", "how long it is stated to stay");
  static final Key<Boolean> ENFORCE_LIFETIME =
      defaulted("enforce-lifetime", flag(), false, "false", "a longer stay is shortened to it");
  static final Key<String> RULE_CATEGORY =
      optional("category", ID, OF_SERVICE, "where it differs from the service's");
  static final Key<LocalizedText> COOKIE_PURPOSE =
      optional("purpose", texts(), OF_SERVICE, "what this one cookie is for");

  // services.*.tags[]
  static final Key<String> HOST =
      optional("host", new HostText("a host"), "required", "a host with its subdomains");
  static final Key<String> PATH =
      optional(
          "path",
          matching("/[!\"$-)+->@-~]{0,500}", "a path that begins with /, without ? # and *"),
          "/",
          "only paths that begin with it");
  static final Key<List<Kind.Item<String>>> INLINE =
      optional(
          "inline",
          list(
              matching("(?=.*[!-~])[ -~]{1,200}", "a piece of code in ASCII that is not blank"),
              "a list of pieces of code"),
          "none",
          "in place of host: an inline script with any of them is the service's");

  // the top
  static final Key<Shipped> CATALOGUE =
      defaulted(
          "catalogue",
          word(Shipped.class),
          Shipped.BUILT_IN,
          "built-in",
          "none leaves out the services that ship with the product");
  static final Key<Node.Mapping> CATEGORIES =
      optional(
          "categories", mapping("a mapping of categories by name"), "none", "kinds of purpose");
  static final Key<Node.Mapping> SERVICES =
      optional("services", mapping("a mapping of services by name"), "none", "vendors' products");

  static final Section TOP = Section.of("", CATALOGUE, CATEGORIES, SERVICES);
  static final Section CATEGORY = Section.of("categories.*", NEEDS_CONSENT, TITLE, DESCRIPTION);
  static final Section SERVICE =
      Section.of(
          "services.*",
          NAME,
          SERVICE_CATEGORY,
          PURPOSE,
          STORES,
          THIRD_PARTY,
          POLICY,
          REASON,
          COOKIES,
          TAGS,
          STAND_IN);
  static final Section COOKIE =
      Section.of(
          "services.*.cookies[]",
          COOKIE_NAME,
          REGEX,
          DOMAIN,
          LIFETIME,
          ENFORCE_LIFETIME,
          RULE_CATEGORY,
          COOKIE_PURPOSE,
          REASON);
  static final Section TAG = Section.of("services.*.tags[]", HOST, PATH, INLINE, RULE_CATEGORY);

  /** Every section, as documentation lists them. */
  static final List<Section> ALL = List.of(TOP, CATEGORY, SERVICE, COOKIE, TAG);

  private ClassificationKeys() {}
}
