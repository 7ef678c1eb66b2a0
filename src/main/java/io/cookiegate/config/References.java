package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import io.cookiegate.diagnostic.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that entries of a file have and call one another by. */
final class References {
  private final Set<String> categories;

  References(Set<String> categories) {
    this.categories = categories;
  }

  /** The category that a key names; null where none is, or, with the finding, an unknown one. */
  @Nullable String category(Fields fields, Key<String> key) {
    String id = fields.get(key);
    if (id == null || categories.contains(id)) {
      return id;
    }
    fields.refuse(
        key, FindingCode.UNKNOWN_REFERENCE, "there is no category " + Shown.of(id), remedy(id));
    return null;
  }

  private String remedy(String id) {
    List<String> known = List.copyOf(categories);
    return Nearest.to(id, known)
        .map(name -> "did you mean " + name + "?")
        .orElseGet(() -> "allowed are " + String.join(", ", known));
  }

  /** Whether a key is a name that can be called; makes the finding where it is not. */
  static boolean isName(Node.Entry entry, Findings findings) {
    String key = entry.key();
    Position position = entry.position();
    boolean name = ClassificationKeys.ID.parse(key) != null;
    if (!name) {
      String allowed = "allowed is " + ClassificationKeys.ID.form();
      findings.add(
          position,
          FindingCode.BAD_VALUE,
          entry.value().path(),
          Shown.of(key) + " is given as a name",
          allowed);
    }
    return name;
  }
}
