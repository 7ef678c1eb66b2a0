package io.cookiegate.proxy;

import io.cookiegate.gate.Fields;
import org.eclipse.jetty.http.HttpFields;

/** Jetty's header fields as the gate sees them. */
record FieldLines(HttpFields lines) implements Fields {
  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public String name(int index) {
    return lines.getField(index).getName();
  }

  @Override
  public String value(int index) {
    String value = lines.getField(index).getValue();
    return value == null ? "" : value;
  }
}
