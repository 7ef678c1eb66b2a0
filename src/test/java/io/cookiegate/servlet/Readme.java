package io.cookiegate.servlet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The README, as somebody copies from it. */
public final class Readme {
  private Readme() {}

  /** The lines of the block of code that follows a line which begins so. */
  public static List<String> block(String before) throws IOException {
    List<String> block =
        Files.readAllLines(Path.of("README.md")).stream()
            .dropWhile(line -> !line.startsWith(before))
            .skip(1)
            .dropWhile(String::isBlank)
            .takeWhile(line -> line.startsWith("    "))
            .map(line -> line.substring(4))
            .toList();
    if (block.isEmpty()) {
      throw new AssertionError("README.md has no code after a line that begins: " + before);
    }
    return block;
  }

  /** The same as one text. */
  public static String text(String before) throws IOException {
    return block(before).stream().collect(Collectors.joining("\n", "", "\n"));
  }
}
