package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A golden page: the reason in the first line, then settings ({@code key: value}), a line of dashes,
 * the page, another line of dashes, and what becomes of it; {@code =} alone means it stays.
 */
record PageCase(String name, Map<String, String> settings, String input, String expected) {
  private static final String DASHES = "\n--------\n";

  static List<PageCase> all() {
    try (Stream<Path> files =
        Files.walk(Path.of(PageCase.class.getResource("/io/cookiegate/gate/cases").toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".case"))
          .sorted()
          .map(PageCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PageCase read(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PageCase parse(String name, String text) {
    String[] parts = text.split(DASHES, -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(name + " has not three parts");
    }
    Map<String, String> settings = new HashMap<>();
    parts[0]
        .lines()
        .skip(1)
        .forEach(
            line ->
                settings.put(
                    line.substring(0, line.indexOf(':')), line.substring(line.indexOf(' ') + 1)));
    String expected = parts[2].strip().equals("=") ? parts[1] : withoutLastNewline(parts[2]);
    return new PageCase(name, settings, parts[1], expected);
  }

  private static String withoutLastNewline(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** A page of this case, in the charset it comes in. */
  byte[] bytes(String page) {
    return page.getBytes(charset());
  }

  Charset charset() {
    return Charset.forName(setting("in", "UTF-8"));
  }

  String setting(String key, String otherwise) {
    return settings.getOrDefault(key, otherwise);
  }

  @Override
  public String toString() {
    return name;
  }
}
