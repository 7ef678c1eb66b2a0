package io.cookiegate.config;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Service;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Categories and services by name, in the order in which they are written. */
record Contents(Map<String, Category> categories, Map<String, Service> services) {
  static final Contents NONE = new Contents(Map.of(), Map.of());

  Contents {
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
  }

  /** The categories alone. */
  Contents withoutServices() {
    return new Contents(categories, Map.of());
  }

  Classification indexed() {
    return Classification.of(categories.values(), services.values());
  }
}
