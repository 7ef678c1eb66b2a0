package io.cookiegate.config;

import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The nodes of a {@code gate.yaml} with one site that says what parameters say. A parameter is named
 * as the key of the site, of {@code limits}, {@code receipts} or of the top that it stands for, inner
 * keys after a dot: {@code consent.cookie}. Lists have commas.
 */
final class ParameterNodes {
  private static final Position HERE = Position.ofFile("parameters");

  private final Map<String, String> parameters;

  ParameterNodes(Map<String, String> parameters) {
    this.parameters = new TreeMap<>(parameters);
  }

  /** The document; unknown names are left to those who read it. */
  Node.Mapping document() {
    List<Node.Entry> top = new ArrayList<>();
    List<Node.Entry> site = new ArrayList<>();
    open(GateKeys.CONSENT, GateKeys.SITE_CONSENT, site);
    open(GateKeys.UNCLASSIFIED, GateKeys.SITE_UNCLASSIFIED, site);
    open(GateKeys.LIMITS, GateKeys.LIMITS_SET, top);
    open(GateKeys.RECEIPTS, GateKeys.RECEIPTS_SET, top);
    move(GateKeys.CLASSIFICATION, "", top);
    GateKeys.SITE.keys().forEach(key -> move(key, "", site));
    parameters.forEach((name, value) -> site.add(entry(name, text(value, name))));
    Node.Mapping only = new Node.Mapping(site, HERE, "");
    top.add(entry(GateKeys.SITES.name(), new Node.Sequence(List.of(only), HERE, "sites")));
    return new Node.Mapping(top, HERE, "");
  }

  private void open(Key<?> outer, Section section, List<Node.Entry> to) {
    List<Node.Entry> inner = new ArrayList<>();
    section.keys().forEach(key -> move(key, outer.name() + ".", inner));
    if (!inner.isEmpty()) {
      to.add(entry(outer.name(), new Node.Mapping(inner, HERE, outer.name())));
    }
  }

  private void move(Key<?> key, String prefix, List<Node.Entry> to) {
    String name = prefix + key.name();
    String value = parameters.remove(name);
    if (value != null) {
      to.add(entry(key.name(), node(key, value, name)));
    }
  }

  private static Node node(Key<?> key, String value, String path) {
    if (!(key.kind() instanceof Kind.OfList<?>)) {
      return text(value, path);
    }
    List<Node> items =
        Arrays.stream(value.split(",", -1)).<Node>map(item -> text(item, path)).toList();
    return new Node.Sequence(items, HERE, path);
  }

  private static Node text(String value, String path) {
    String text = value.strip();
    return text.isEmpty() ? new Node.Empty(HERE, path) : new Node.Text(text, HERE, path);
  }

  private static Node.Entry entry(String key, Node value) {
    return new Node.Entry(key, HERE, value);
  }
}
