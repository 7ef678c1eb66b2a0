package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form in {@code application/x-www-form-urlencoded} (WHATWG URL section 5.1). */
final class FormFields {
  private static final int MOST = 100;

  private final List<Map.Entry<String, String>> fields = new ArrayList<>();

  private FormFields() {}

  /** Reads a form's text or a query; what cannot be decoded is left out. */
  static FormFields parse(String text) {
    FormFields form = new FormFields();
    for (String pair : text.split("&", MOST)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      form.add(name, value);
    }
    return form;
  }

  private void add(String name, String value) {
    try {
      fields.add(Map.entry(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8)));
    } catch (IllegalArgumentException e) {
      // A percent sign without two digits: no form of ours sends that.
      return;
    }
  }

  /** The first value of a field; null where there is none. */
  @Nullable String first(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.get(0);
  }

  /** All values of a field, in order. */
  List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.getKey().equals(name))
        .map(Map.Entry::getValue)
        .toList();
  }
}
