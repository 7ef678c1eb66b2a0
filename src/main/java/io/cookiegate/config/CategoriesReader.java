package io.cookiegate.config;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.diagnostic.Findings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads categories into those that are there already. */
final class CategoriesReader {
  private static final Kind<Node.Mapping> KIND =
      Kinds.mapping("a mapping with needs-consent and title");

  private final Findings findings;
  private final Map<String, Category> categories;

  CategoriesReader(Findings findings, Map<String, Category> categories) {
    this.findings = findings;
    this.categories = categories;
  }

  void read(Node.Mapping written) {
    for (Node.Entry entry : written.entries()) {
      Node.Mapping mapping = KIND.read(entry.value(), findings);
      if (References.isName(entry, findings) && mapping != null) {
        Fields fields = Fields.of(ClassificationKeys.CATEGORY, mapping, findings);
        put(entry, fields, categories.get(entry.key()));
      }
    }
  }

  private void put(Node.Entry entry, Fields fields, @Nullable Category under) {
    Boolean needsConsent = fields.get(ClassificationKeys.NEEDS_CONSENT);
    LocalizedText title = fields.get(ClassificationKeys.TITLE);
    LocalizedText description = fields.get(ClassificationKeys.DESCRIPTION);
    if (under == null) {
      fields.require(ClassificationKeys.NEEDS_CONSENT);
      fields.require(ClassificationKeys.TITLE);
    }
    // What is wrong is in the findings; the category is kept so that references to it are not.
    categories.put(
        entry.key(),
        new Category(
            entry.key(),
            needsConsent != null ? needsConsent : under == null || under.needsConsent(),
            title != null ? title : under != null ? under.title() : LocalizedText.NONE,
            description != null
                ? description
                : under != null ? under.description() : LocalizedText.NONE,
            entry.position()));
  }
}
