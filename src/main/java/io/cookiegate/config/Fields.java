package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import io.cookiegate.diagnostic.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping seen through its section: what of its keys is there, and what it means. */
final class Fields {
  private final Node.Mapping mapping;
  private final Findings findings;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Fields(Node.Mapping mapping, Findings findings) {
    this.mapping = mapping;
    this.findings = findings;
  }

  /** The fields of a mapping; keys it should not have, or has not, are made findings. */
  static Fields of(Section section, Node.Mapping mapping, Findings findings) {
    Fields fields = new Fields(mapping, findings);
    mapping.entries().forEach(entry -> fields.take(entry, section));
    section.keys().stream().filter(Key::required).forEach(fields::require);
    return fields;
  }

  private void take(Node.Entry entry, Section section) {
    values.put(entry.key(), entry.value());
    if (section.key(entry.key()).isEmpty()) {
      findings.add(
          entry.position(),
          FindingCode.UNKNOWN_KEY,
          entry.value().path(),
          "there is no such key",
          section.remedy(entry.key()));
    }
  }

  /** Makes a finding where a key is missing. */
  void require(Key<?> key) {
    if (!has(key)) {
      refuseAbsence(key);
    }
  }

  private void refuseAbsence(Key<?> key) {
    findings.add(
        mapping.position(),
        FindingCode.MISSING_KEY,
        mapping.pathOf(key.name()),
        "it is missing",
        "required is " + key.kind().form());
  }

  /** Whether one of two keys is there that stand for one another; makes a finding where not. */
  boolean hasOne(Key<?> usual, Key<?> other) {
    if (has(usual) && has(other)) {
      String given = usual.name() + " and " + other.name() + " are given";
      refuse(other, FindingCode.CONFLICT, given, "allowed is one of them");
    } else if (!has(other)) {
      require(usual);
    }
    return has(usual) != has(other);
  }

  boolean has(Key<?> key) {
    return values.containsKey(key.name());
  }

  /** The node at a key that is there. */
  Node node(Key<?> key) {
    return requireNonNull(values.get(key.name()), key.name());
  }

  /** What stands at a key; its default where nothing does or where that is wrong; else null. */
  <T> @Nullable T get(Key<T> key) {
    Node node = values.get(key.name());
    T value = node == null ? null : key.kind().read(node, findings);
    return value != null ? value : key.fallback();
  }

  /** What stands at a key with a default. */
  <T> T orDefault(Key<T> key) {
    return requireNonNull(get(key), key.name());
  }

  /** The items of a list at a key; none where it is absent or wrong. */
  <T> List<Kind.Item<T>> items(Key<List<Kind.Item<T>>> key) {
    List<Kind.Item<T>> items = get(key);
    return items == null ? List.of() : items;
  }

  /** The fields of a mapping at a key; none where it is absent or wrong. */
  Fields open(Key<Node.Mapping> key, Section section) {
    Node.Mapping inner = get(key);
    return inner != null ? of(section, inner, findings) : new Fields(nothingAt(key), findings);
  }

  private Node.Mapping nothingAt(Key<?> key) {
    return new Node.Mapping(List.of(), mapping.position(), mapping.pathOf(key.name()));
  }

  /** Makes a finding at a key that is there. */
  void refuse(Key<?> key, FindingCode code, String given, String allowed) {
    Node node = node(key);
    findings.add(node.position(), code, node.path(), given, allowed);
  }

  Position position() {
    return mapping.position();
  }

  String path() {
    return mapping.path();
  }

  Findings findings() {
    return findings;
  }
}
