package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page that makes a browser contact a host in a way that a reader may miss: its name, options, and
 * its body with the host in it ({@link TrickText}).
 *
 * @param alone whether a browser does it only in the tab that is looked at
 * @param leaks why the gate does not see through it; null where it must
 */
record Trick(
    String name,
    String status,
    List<String> fields,
    @Nullable String coding,
    @Nullable String charset,
    String mark,
    String body,
    boolean alone,
    @Nullable String leaks) {
  private static final String PAGE =
      "<!doctype html><html><head><title>x</title></head><body>%s</body></html>";

  /** All tricks: each after {@code ===} and its name, options on lines that begin with a colon. */
  static List<Trick> all() throws IOException {
    try (InputStream in = Trick.class.getResourceAsStream("tricks.txt")) {
      return parseAll(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
    }
  }

  static List<Trick> parseAll(String text) {
    return Arrays.stream(text.split("(?m)^=== ", -1)).skip(1).map(Trick::parse).toList();
  }

  private static Trick parse(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String name = lines.remove(0);
    Options options = new Options();
    while (lines.get(0).startsWith(":")) {
      options.read(lines.remove(0).substring(1));
    }
    return options.trick(name, String.join("\n", lines));
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Options {
    private final List<String> fields = new ArrayList<>();
    private String type = "text/html; charset=utf-8";
    private String status = "200 OK";
    private String mark = "";
    private String page = PAGE;
    private @Nullable String coding;
    private @Nullable String charset;
    private boolean alone;
    private @Nullable String leaks;

    void read(String option) {
      String key = option.split(" ", 2)[0];
      String value = option.substring(Math.min(option.length(), key.length() + 1));
      switch (key) {
        case "whole" -> page = "%s";
        case "type" -> type = value;
        case "untyped" -> type = "";
        case "header" -> fields.add(value);
        case "status" -> status = value;
        case "coding" -> coding = value;
        case "in" -> charset = value;
        case "mark" -> mark = value;
        case "alone" -> alone = true;
        case "leaks" -> leaks = value;
        default -> throw new IllegalArgumentException(option);
      }
    }

    Trick trick(String name, String body) {
      if (!type.isEmpty()) {
        fields.add(0, "Content-Type: " + type);
      }
      return new Trick(
          name, status, fields, coding, charset, mark, page.replace("%s", body), alone, leaks);
    }
  }
}
