package io.cookiegate.config;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * The keys of one kind of mapping.
 *
 * @param path where such a mapping stands, as documentation has it: {@code sites[].consent}
 */
record Section(String path, List<Key<?>> keys) {
  static Section of(String path, Key<?>... keys) {
    return new Section(path, List.of(keys));
  }

  /** The same keys, none of which has to be there. */
  Section optional() {
    return new Section(path, keys.stream().<Key<?>>map(Key::optional).toList());
  }

  Optional<Key<?>> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  List<String> names() {
    return keys.stream().<String>map(Key::name).toList();
  }

  /** The words that tell somebody who wrote an unknown key what could be meant. */
  String remedy(String unknown) {
    return Nearest.to(unknown, names())
        .map(name -> "did you mean " + name + "?")
        .orElseGet(() -> "allowed are " + names().stream().collect(joining(", ")));
  }
}
