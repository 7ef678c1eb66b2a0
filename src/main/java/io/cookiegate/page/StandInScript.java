package io.cookiegate.page;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Service;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The script that defines, without effect, the globals of a removed library. */
final class StandInScript {
  private static final String FUNCTION = Resource.text("stand-in.js").strip();

  private StandInScript() {}

  /** The query that names a service. */
  static String query(Service service) {
    return "?of=" + service.id();
  }

  /** The script for a service; null where there is no such one or it has no stand-in. */
  static @Nullable String of(Classification classification, @Nullable String id) {
    Service service = id == null ? null : classification.service(id);
    return service == null || service.standIns().isEmpty() ? null : FUNCTION + call(service);
  }

  // The names come from the classification, where they are checked to be identifiers.
  private static String call(Service service) {
    return service.standIns().stream()
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(",", "(window,[", "]);\n"));
  }
}
