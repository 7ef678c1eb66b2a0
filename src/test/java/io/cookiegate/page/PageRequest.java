package io.cookiegate.page;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.RequestHead;
import java.util.ArrayList;
import java.util.List;

/** A request to {@code www.ciszere.example} that a test makes up. */
record PageRequest(String method, boolean secure, String target, List<Field> lines)
    implements RequestHead, Fields {
  static PageRequest of(String method, boolean secure, String target, String... fields) {
    List<Field> lines = new ArrayList<>();
    lines.add(new Field("Host", "www.ciszere.example"));
    for (int i = 0; i < fields.length; i += 2) {
      lines.add(new Field(fields[i], fields[i + 1]));
    }
    return new PageRequest(method, secure, target, lines);
  }

  @Override
  public String host() {
    return "www.ciszere.example";
  }

  @Override
  public Fields fields() {
    return this;
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
