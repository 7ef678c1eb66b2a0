package io.cookiegate.servlet;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.HeadEdits;
import io.cookiegate.gate.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trailer fields of an answer. */
final class Trailers implements Fields {
  private final List<Map.Entry<String, String>> lines;

  private Trailers(Map<String, String> trailers) {
    this.lines = new ArrayList<>(trailers.entrySet());
  }

  /** What the gate leaves of an application's trailers. */
  static @Nullable Map<String, String> judged(@Nullable Map<String, String> trailers, Visit visit) {
    if (trailers == null) {
      return null;
    }
    Trailers fields = new Trailers(trailers);
    return fields.after(visit.trailers(fields));
  }

  private Map<String, String> after(HeadEdits edits) {
    Map<String, String> left = new LinkedHashMap<>();
    for (int i = 0; i < size(); i++) {
      String replacement = edits.replacement(i);
      if (!edits.removes(i)) {
        left.put(name(i), replacement == null ? value(i) : replacement);
      }
    }
    edits.added().forEach(field -> left.put(field.name(), field.value()));
    return left;
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public String name(int index) {
    return lines.get(index).getKey();
  }

  @Override
  public String value(int index) {
    return lines.get(index).getValue();
  }
}
