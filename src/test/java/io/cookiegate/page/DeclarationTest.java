package io.cookiegate.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Service;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.consent.PurposeList;
import io.cookiegate.gate.Answer;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.GateLimits;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.wording.Messages;
import io.cookiegate.wording.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is declared, against what the gate does. */
class DeclarationTest {
  private static final String PREFIX = OwnPages.DEFAULT_PREFIX;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A name for each regular expression of the catalogue. */
  private static final List<String> NAMES =
      List.of(
          "amp_0a1b2c",
          "TS0a1b2c",
          "TSPD_101",
          "SESS" + "0a1b".repeat(8),
          "SSESS" + "0a1b".repeat(8),
          "IR_17",
          "mf_0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f",
          "visitor_id17",
          "lpv17",
          "session-17",
          "__csrf_token-17",
          "sb-a-auth-token",
          "ASPSESSIONIDABCDEFGH",
          "__Host-csrf",
          "__Secure-csrf",
          "wordpress_" + "0a1b".repeat(8));

  private final Classification classification = site();
  private final SiteRules rules = rules(classification);
  private final Gate gate = Gate.of(rules, GateObserver.NONE);
  private final Declaration declaration = in("en");

  private static Classification site() {
    Object loaded = ConfigLoader.loadClassification(Path.of("config", "classification.yaml"));
    return assertInstanceOf(
        Classification.class, assertInstanceOf(Loaded.Ready.class, loaded).value());
  }

  private static SiteRules rules(Classification classification) {
    return new SiteRules(
        classification,
        ConsentPolicy.DEFAULT,
        Mode.ENFORCE,
        Unclassified.KEEP,
        Unclassified.KEEP,
        GateLimits.DEFAULT,
        Banner.BUILT_IN,
        new BuiltInMarkup(PREFIX));
  }

  private Declaration in(String language) {
    return Declaration.of(rules, Messages.in(language), true, PREFIX);
  }

  /** A cookie's name that a rule decides about. */
  private static String name(CookieRule rule) {
    NamePattern pattern = rule.pattern();
    if (pattern instanceof NamePattern.Regex) {
      return NAMES.stream().filter(pattern::matches).findFirst().orElseThrow();
    }
    return pattern.text().replace("*", "q7");
  }

  /** Whether the gate removes a cookie that such a rule means, for a visitor who allowed these. */
  private boolean isRemoved(CookieRule rule, Set<String> allowed) {
    String cookie = "acceptcookies=false; acceptcookies-purposes=" + PurposeList.of(allowed);
    String domain = rule.domain() == null ? "" : "; Domain=" + rule.domain();
    Answer answer =
        gate.arrive(PageRequest.of("GET", true, "/", "Cookie", cookie))
            .answer(PageAnswer.of("Set-Cookie", name(rule) + "=1; Path=/" + domain));
    return assertInstanceOf(Answer.Pass.class, answer).edits().removes(0);
  }

  private Set<String> others(Category category) {
    return classification.categories().stream()
        .filter(other -> other.needsConsent() && !other.equals(category))
        .map(Category::id)
        .collect(Collectors.toSet());
  }

  @Test
  void everyDeclaredCookieIsKeptAndRemovedWithItsCategory() {
    List<String> wrong = new ArrayList<>();
    int cookies = 0;
    for (Declaration.Group group : declaration.groups()) {
      Category category = group.category();
      for (Declaration.Used used : group.services()) {
        for (CookieRule rule : used.cookies()) {
          cookies++;
          boolean withOthers = isRemoved(rule, others(category));
          boolean withIt = isRemoved(rule, Set.of(category.id()));
          if (withOthers != category.needsConsent() || withIt) {
            wrong.add(rule.pattern().text() + " under " + category.id());
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(cookies > 50, "only " + cookies + " cookies are declared");
  }

  @Test
  void everyCookieThatTheGateRemovesIsDeclared() {
    Set<String> declared = new TreeSet<>();
    Set<String> withheld = new TreeSet<>();
    for (Declaration.Group group : declaration.groups()) {
      for (Declaration.Used used : group.services()) {
        used.cookies().forEach(rule -> declared.add(key(rule)));
      }
      for (Service service : group.others()) {
        service.cookies().forEach(rule -> withheld.add(key(rule)));
      }
    }
    List<String> undeclared = new ArrayList<>();
    int removed = 0;
    for (Service service : classification.services()) {
      for (CookieRule rule : service.cookies()) {
        if (isRemoved(rule, Set.of())) {
          removed++;
          if (!declared.contains(key(rule)) && !withheld.contains(key(rule))) {
            undeclared.add(rule.pattern().text() + " of " + service.id());
          }
        }
      }
    }
    assertEquals(List.of(), undeclared);
    assertTrue(removed > 500, "only " + removed + " cookies are removed");
  }

  private static String key(CookieRule rule) {
    return rule.category() + " " + rule.pattern().text() + " " + rule.domain();
  }

  @Test
  void everyFormNamesEveryCookieInEveryLanguage() {
    for (String language : Texts.LANGUAGES) {
      Declaration one = in(language);
      String html = Jsoup.parse(one.as(Declaration.Format.HTML)).text();
      String markdown = one.as(Declaration.Format.MD);
      String json = one.as(Declaration.Format.JSON);
      for (Declaration.Group group : one.groups()) {
        for (Declaration.Used used : group.services()) {
          for (CookieRule rule : used.cookies()) {
            String name = rule.pattern().text();
            assertTrue(html.contains(name), language + " HTML " + name);
            assertTrue(markdown.contains("- `" + name + "`"), language + " Markdown " + name);
            assertTrue(json.contains("\"name\" : \"" + name + "\""), language + " JSON " + name);
          }
        }
      }
    }
  }

  @Test
  void theSectionsAreThoseOfThePolicy() {
    Document page = Jsoup.parse(declaration.as(Declaration.Format.HTML));
    Element service = page.select("h3:matchesOwn(^Google Analytics$)").first().parent();
    assertEquals(
        List.of(
            "Name and persistence",
            "Data that is stored",
            "Purpose",
            "Is information transferred to a third party?"),
        service.select("h4").eachText());
    assertEquals(
        List.of(PREFIX + "declaration.json?lang=en", PREFIX + "declaration.md?lang=en"),
        page.select("a[href*=lang]").eachAttr("href"));
  }

  @Test
  void aCookieOfAnotherCategoryThanItsServiceStandsUnderItsOwn() {
    JsonNode categories = JSON.readTree(declaration.as(Declaration.Format.JSON)).get("categories");
    assertEquals(Set.of("marketing"), categoriesOf(categories, "_gac"));
    assertEquals(Set.of("statistics"), categoriesOf(categories, "_ga"));
  }

  private static Set<String> categoriesOf(JsonNode categories, String cookie) {
    Set<String> found = new TreeSet<>();
    for (JsonNode category : categories) {
      for (JsonNode service : category.get("services")) {
        for (JsonNode one : service.get("cookies")) {
          if (one.get("name").asString().equals(cookie)) {
            found.add(category.get("id").asString());
          }
        }
      }
    }
    return found;
  }

  @Test
  void theGatesOwnCookiesAreDeclared() {
    JsonNode categories = JSON.readTree(declaration.as(Declaration.Format.JSON)).get("categories");
    for (String name : List.of("acceptcookies", "acceptcookies-purposes", ReceiptCookie.NAME)) {
      assertEquals(Set.of("necessary"), categoriesOf(categories, name), name);
    }
    Declaration without = Declaration.of(rules, Messages.in("en"), false, PREFIX);
    assertFalse(without.as(Declaration.Format.JSON).contains(ReceiptCookie.NAME));
  }

  /** Each object has exactly the members that the schema requires, and each is of its type. */
  @Test
  void theJsonIsAsTheSchemaStates() {
    JsonNode schema = JSON.readTree(DeclarationJson.SCHEMA);
    JsonNode document = JSON.readTree(declaration.as(Declaration.Format.JSON));
    assertEquals(PREFIX + "declaration.schema.json", document.get("$schema").asString());
    int objects = check(schema, schema, document);
    assertTrue(objects > 80, "only " + objects + " objects were compared");
  }

  private int check(JsonNode root, JsonNode stated, JsonNode value) {
    JsonNode schema =
        stated.has("$ref")
            ? root.get("$defs").get(stated.get("$ref").asString().replace("#/$defs/", ""))
            : stated;
    String types = schema.get("type").toString();
    assertTrue(types.contains(type(value)), () -> value + " is not of type " + types);
    if (value.isArray()) {
      int objects = 0;
      for (JsonNode item : value) {
        objects += check(root, schema.get("items"), item);
      }
      return objects;
    }
    return value.isObject() ? members(root, schema, value) : 0;
  }

  private int members(JsonNode root, JsonNode schema, JsonNode value) {
    int objects = 1;
    for (JsonNode required : schema.get("required")) {
      assertTrue(value.has(required.asString()), () -> required + " is missing in " + value);
    }
    for (String name : value.propertyNames()) {
      assertTrue(schema.get("properties").has(name), () -> name + " is not in the schema");
      objects += check(root, schema.get("properties").get(name), value.get(name));
    }
    return objects;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "\"object\"";
      case ARRAY -> "\"array\"";
      case BOOLEAN -> "\"boolean\"";
      case NULL -> "\"null\"";
      case NUMBER -> value.isIntegralNumber() ? "\"integer\"" : "\"number\"";
      default -> "\"string\"";
    };
  }
}
