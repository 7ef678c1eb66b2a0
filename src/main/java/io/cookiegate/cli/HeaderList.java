package io.cookiegate.cli;

import io.cookiegate.gate.Fields;
import java.util.List;

/** Header fields that a command makes up for the gate to judge. */
record HeaderList(List<Line> lines) implements Fields {
  /** One field line. */
  record Line(String name, String value) {}

  HeaderList {
    lines = List.copyOf(lines);
  }

  static HeaderList of(String name, String value) {
    return new HeaderList(List.of(new Line(name, value)));
  }

  static HeaderList of(String name, String value, String otherName, String otherValue) {
    return new HeaderList(List.of(new Line(name, value), new Line(otherName, otherValue)));
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public String name(int index) {
    return lines.get(index).name();
  }

  @Override
  public String value(int index) {
    return lines.get(index).value();
  }
}
