package io.cookiegate.config;

import io.cookiegate.diagnostic.Position;
import java.util.List;

/**
 * A piece of a document with its place. Every plain value is text as it is written: {@code no},
 * {@code 0777} and {@code 1m} mean nothing until somebody asks for a flag, a number or a time.
 */
sealed interface Node {
  /** The path of what concerns a file as a whole. */
  String WHOLE_FILE = "file";

  Position position();

  /** The way from the top of the document: {@code sites[0].upstream}; empty at the top. */
  String path();

  /** What it is, in the words of a finding. */
  String shown();

  /** The path of something inside this piece. */
  default String pathOf(String key) {
    String step = key.matches("[A-Za-z0-9_*.-]{1,60}") ? key : Shown.of(key);
    return path().isEmpty() ? step : path() + "." + step;
  }

  /** A value. */
  record Text(String text, Position position, String path) implements Node {
    @Override
    public String shown() {
      return Shown.of(text);
    }
  }

  /** Keys with their values in the order in which they are written; no key twice. */
  record Mapping(List<Entry> entries, Position position, String path) implements Node {
    @Override
    public String shown() {
      return entries.isEmpty() ? "an empty mapping" : "a mapping";
    }
  }

  /** A list. */
  record Sequence(List<Node> items, Position position, String path) implements Node {
    @Override
    public String shown() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** Nothing, where a value could stand: an empty one, {@code null} or {@code ~}. */
  record Empty(Position position, String path) implements Node {
    @Override
    public String shown() {
      return "nothing";
    }
  }

  /** Something that is no value and has been made a finding: nothing more is to be said of it. */
  record Refused(Position position, String path) implements Node {
    @Override
    public String shown() {
      return "nothing";
    }
  }

  /**
   * A key and its value.
   *
   * @param position where the key is written
   */
  record Entry(String key, Position position, Node value) {}
}
