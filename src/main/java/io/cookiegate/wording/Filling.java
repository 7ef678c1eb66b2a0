package io.cookiegate.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a template is filled with: words by name, and lists of fillings by name. */
public final class Filling {
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, List<Filling>> lists = new HashMap<>();

  /** Gives a word; markup in it is shown as text. */
  public Filling word(String name, String text) {
    words.put(name, AsciiMarkup.escaped(text));
    return this;
  }

  /** Gives a list with one item more. */
  public Filling item(String list, Filling item) {
    lists.computeIfAbsent(list, first -> new ArrayList<>()).add(item);
    return this;
  }

  String word(String name) {
    return words.getOrDefault(name, "");
  }

  List<Filling> list(String name) {
    return lists.getOrDefault(name, List.of());
  }
}
