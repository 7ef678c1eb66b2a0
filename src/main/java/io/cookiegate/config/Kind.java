package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand at a key: it reads that, or makes a finding of what stands there instead. */
interface Kind<T> {
  /** What is allowed, in words that go on after "allowed is": {@code a port from 1 to 65535}. */
  String form();

  /** What a node means; null, with the finding made, where it is not of this kind. */
  @Nullable T read(Node node, Findings findings);

  /** Makes the finding that a node is of the wrong type. */
  static void refuseType(Node node, String form, Findings findings) {
    refuse(node, FindingCode.WRONG_TYPE, "allowed is " + form, findings);
  }

  /** Makes a finding of what stands at a node, unless there is one already. */
  static void refuse(Node node, FindingCode code, String allowed, Findings findings) {
    if (!(node instanceof Node.Refused)) {
      findings.add(node.position(), code, node.path(), node.shown() + " is given", allowed);
    }
  }

  /** A value on one line of thought: everything but mappings and lists. */
  interface OfText<T> extends Kind<T> {
    /** What a text means; null where it is not of this kind. */
    @Nullable T parse(String text);

    /** What is wrong with a text that means nothing. */
    default FindingCode code(String text) {
      return FindingCode.BAD_VALUE;
    }

    /** What would have been right. */
    default String remedy(String text) {
      return "allowed is " + form();
    }

    @Override
    default @Nullable T read(Node node, Findings findings) {
      if (!(node instanceof Node.Text written)) {
        refuseType(node, form(), findings);
        return null;
      }
      String text = written.text();
      T value = parse(text);
      if (value == null) {
        Kind.refuse(node, code(text), remedy(text), findings);
      }
      return value;
    }
  }

  /** A mapping whose keys are read by themselves. */
  record OfMapping(String form) implements Kind<Node.Mapping> {
    @Override
    public Node.@Nullable Mapping read(Node node, Findings findings) {
      if (node instanceof Node.Mapping mapping) {
        return mapping;
      }
      refuseType(node, form, findings);
      return null;
    }
  }

  /**
   * A list with at least one item.
   *
   * @param item what its items are
   */
  record OfList<T>(Kind<T> item, String form) implements Kind<List<Item<T>>> {
    @Override
    public @Nullable List<Item<T>> read(Node node, Findings findings) {
      if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
        refuse(node, findings);
        return null;
      }
      List<Item<T>> items = new ArrayList<>();
      for (Node child : sequence.items()) {
        T value = item.read(child, findings);
        if (value != null) {
          items.add(new Item<>(value, child));
        }
      }
      return items;
    }

    private void refuse(Node node, Findings findings) {
      boolean list = node instanceof Node.Sequence;
      FindingCode code = list ? FindingCode.BAD_VALUE : FindingCode.WRONG_TYPE;
      Kind.refuse(node, code, "allowed is " + form, findings);
    }
  }

  /**
   * An item of a list.
   *
   * @param node where it is written
   */
  record Item<T>(T value, Node node) {
    /** The values alone. */
    static <T> List<T> values(List<Item<T>> items) {
      return items.stream().map(Item::value).toList();
    }
  }
}
