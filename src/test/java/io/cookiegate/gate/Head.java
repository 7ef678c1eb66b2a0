package io.cookiegate.gate;

import java.util.ArrayList;
import java.util.List;

/** A message head for tests. */
final class Head implements Fields {
  private final List<HeadEdits.Field> lines = new ArrayList<>();

  static Head of(String... namesAndValues) {
    Head head = new Head();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      head.lines.add(new HeadEdits.Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return head;
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

  /** The head after edits, a line each: {@code Name: value}. */
  List<String> after(HeadEdits edits) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!edits.removes(i)) {
        String replacement = edits.replacement(i);
        result.add(name(i) + ": " + (replacement == null ? value(i) : replacement));
      }
    }
    edits.added().forEach(field -> result.add(field.name() + ": " + field.value()));
    return result;
  }

  /** A GET of {@code /} on {@code https://www.ciszere.example} with these fields. */
  RequestHead get() {
    return get("/");
  }

  RequestHead get(String target) {
    return get("www.ciszere.example", target);
  }

  RequestHead get(String host, String target) {
    return new Request(host, target, this);
  }

  ResponseHead status(int status) {
    return new Response(status, this);
  }

  private record Request(String host, String target, Fields fields) implements RequestHead {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public boolean secure() {
      return true;
    }
  }

  private record Response(int status, Fields fields) implements ResponseHead {}
}
