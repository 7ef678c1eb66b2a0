package io.cookiegate.page;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.ResponseHead;
import java.util.List;

/** An answer of a site that a test makes up. */
record PageAnswer(int status, List<Field> lines) implements ResponseHead, Fields {
  static PageAnswer of(String name, String value) {
    return new PageAnswer(200, List.of(new Field(name, value)));
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
