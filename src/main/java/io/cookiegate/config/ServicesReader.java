package io.cookiegate.config;

import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.diagnostic.Findings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads services into those that are there already. */
final class ServicesReader {
  private static final Kind<Node.Mapping> KIND = Kinds.mapping("a mapping with name and category");

  private final Origin origin;
  private final References references;
  private final Findings findings;
  private final Map<String, Service> services;
  private final CookieRulesReader cookies;
  private final TagRulesReader tags;

  ServicesReader(
      Origin origin, References references, Findings findings, Map<String, Service> services) {
    this.origin = origin;
    this.references = references;
    this.findings = findings;
    this.services = services;
    this.cookies = new CookieRulesReader(origin, references);
    this.tags = new TagRulesReader(origin, references);
  }

  void read(Node.Mapping written) {
    for (Node.Entry entry : written.entries()) {
      Node.Mapping mapping = KIND.read(entry.value(), findings);
      if (References.isName(entry, findings) && mapping != null) {
        Fields fields = Fields.of(ClassificationKeys.SERVICE, mapping, findings);
        put(entry, fields, services.get(entry.key()));
      }
    }
  }

  private void put(Node.Entry entry, Fields fields, @Nullable Service under) {
    String id = entry.key();
    if (under == null) {
      fields.require(ClassificationKeys.NAME);
      fields.require(ClassificationKeys.SERVICE_CATEGORY);
    }
    String written = references.category(fields, ClassificationKeys.SERVICE_CATEGORY);
    Service base = under != null ? under : unnamed(entry);
    String category = written != null ? written : base.category();
    Service moved = Recategorised.to(category, base);
    services.put(
        id,
        new Service(
            id,
            or(fields.get(ClassificationKeys.NAME), base.name()),
            category,
            or(fields.get(ClassificationKeys.PURPOSE), base.purpose()),
            or(fields.get(ClassificationKeys.STORES), base.stores()),
            or(fields.get(ClassificationKeys.THIRD_PARTY), base.thirdParty()),
            orNull(fields.get(ClassificationKeys.POLICY), base.policy()),
            orNull(fields.get(ClassificationKeys.REASON), base.reason()),
            joined(moved.cookies(), cookies.read(id, category, fields)),
            joined(moved.tags(), tags.read(id, category, fields)),
            standIns(fields, base),
            origin,
            entry.position()));
  }

  // Its category is no category's name, and only stays where a finding says that one is missing.
  private Service unnamed(Node.Entry entry) {
    LocalizedText none = LocalizedText.NONE;
    return new Service(
        entry.key(),
        "",
        "",
        none,
        none,
        none,
        null,
        null,
        List.<CookieRule>of(),
        List.<TagRule>of(),
        List.of(),
        origin,
        entry.position());
  }

  private static List<String> standIns(Fields fields, Service base) {
    return fields.has(ClassificationKeys.STAND_IN)
        ? Kind.Item.values(fields.items(ClassificationKeys.STAND_IN))
        : base.standIns();
  }

  private static <T> T or(@Nullable T written, T under) {
    return written != null ? written : under;
  }

  private static @Nullable String orNull(@Nullable String written, @Nullable String under) {
    return written != null ? written : under;
  }

  private static <T> List<T> joined(List<T> under, List<T> written) {
    return Stream.concat(under.stream(), written.stream()).toList();
  }
}
