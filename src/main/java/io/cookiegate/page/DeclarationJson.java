package io.cookiegate.page;

import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.Service;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The declaration as JSON, in the form that {@code declaration.schema.json} states. */
final class DeclarationJson {
  /** The schema (JSON Schema 2020-12). */
  static final String SCHEMA = Resource.text("declaration.schema.json");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Declaration declaration;
  private final String language;

  private DeclarationJson(Declaration declaration) {
    this.declaration = declaration;
    this.language = declaration.messages().language();
  }

  static String of(Declaration declaration) {
    Map<String, Object> document = new DeclarationJson(declaration).document();
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", declaration.prefix() + "declaration.schema.json");
    document.put("classification", declaration.version());
    document.put("language", language);
    document.put("categories", declaration.groups().stream().map(this::category).toList());
    return document;
  }

  private Map<String, Object> category(Declaration.Group group) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", group.category().id());
    fields.put("title", group.category().title().in(language));
    fields.put("description", group.category().description().in(language));
    fields.put("needsConsent", group.category().needsConsent());
    fields.put("services", group.services().stream().map(this::service).toList());
    fields.put("others", group.others().stream().map(Service::name).toList());
    return fields;
  }

  private Map<String, Object> service(Declaration.Used used) {
    Service service = used.service();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", service.id());
    fields.put("name", service.name());
    fields.put("cookies", used.cookies().stream().map(this::cookie).toList());
    fields.put("stores", service.stores().in(language));
    fields.put("purpose", service.purpose().in(language));
    fields.put("thirdParty", service.thirdParty().in(language));
    fields.put("policy", service.policy());
    return fields;
  }

  private Map<String, Object> cookie(CookieRule rule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", rule.pattern().text());
    fields.put("domain", rule.domain());
    Lifetime lifetime = rule.lifetime();
    fields.put(
        "persistence", lifetime == null ? null : Persistence.of(lifetime, declaration.messages()));
    fields.put("seconds", seconds(lifetime));
    fields.put("enforced", rule.enforceLifetime());
    fields.put("purpose", rule.purpose().in(language));
    return fields;
  }

  /** Null where the lifetime is not stated, and 0 for a session cookie. */
  private static @Nullable Long seconds(@Nullable Lifetime lifetime) {
    if (lifetime == null) {
      return null;
    }
    Duration duration = lifetime.duration();
    return duration == null ? Long.valueOf(0) : Long.valueOf(duration.toSeconds());
  }
}
