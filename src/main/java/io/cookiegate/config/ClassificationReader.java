package io.cookiegate.config;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.diagnostic.Findings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a classification file over what it builds on.
 *
 * <p>A category or service that is there already keeps what the file does not give. Cookies and tags
 * are added; the older ones stay and follow the service into another category, unless they had one
 * of their own.
 */
final class ClassificationReader {
  private final Origin origin;
  private final Findings findings;

  private ClassificationReader(Origin origin, Findings findings) {
    this.origin = origin;
    this.findings = findings;
  }

  /** The site's classification over the catalogue; null where a finding was made. */
  static @Nullable Classification read(Path file, Findings findings) {
    SourceText source = SourceText.read(file, findings);
    return source == null ? null : read(source, findings);
  }

  static @Nullable Classification read(SourceText source, Findings findings) {
    Contents contents = read(source, Catalogue.contents(), Origin.SITE, findings);
    return contents == null || !findings.isEmpty() ? null : contents.indexed();
  }

  static @Nullable Contents read(
      SourceText source, Contents under, Origin origin, Findings findings) {
    Node.Mapping document = DocumentReader.read(source, findings);
    return document == null
        ? null
        : new ClassificationReader(origin, findings)
            .read(Fields.of(ClassificationKeys.TOP, document, findings), under);
  }

  private Contents read(Fields top, Contents shipped) {
    boolean whole =
        top.orDefault(ClassificationKeys.CATALOGUE) == ClassificationKeys.Shipped.BUILT_IN;
    Contents under = whole ? shipped : shipped.withoutServices();
    Map<String, Category> categories = new LinkedHashMap<>(under.categories());
    Node.Mapping ownCategories = top.get(ClassificationKeys.CATEGORIES);
    if (ownCategories != null) {
      new CategoriesReader(findings, categories).read(ownCategories);
    }
    Map<String, Service> services = new LinkedHashMap<>(under.services());
    Node.Mapping ownServices = top.get(ClassificationKeys.SERVICES);
    if (ownServices != null) {
      References references = new References(categories.keySet());
      new ServicesReader(origin, references, findings, services).read(ownServices);
    }
    return new Contents(categories, services);
  }
}
