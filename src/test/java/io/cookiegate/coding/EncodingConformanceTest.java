package io.cookiegate.coding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The encoding sniffing cases of html5lib-tests: what a page declares, and windows-1252 where it
 * declares nothing.
 */
class EncodingConformanceTest {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("cookie-gate.conformance", "../shared/conformance"), "html-encoding");
  private static final int CASES = 82;

  @Test
  void thePrescanFindsWhatIsDeclared() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      System.out.println("The encoding cases are not here and were not run: " + FOLDER);
      return;
    }
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String name : List.of("tests1.dat", "tests2.dat", "test-yahoo-jp.dat")) {
      String file = Files.readString(FOLDER.resolve(name), ISO_8859_1);
      for (String test : file.split("(?m)^#data\n", -1)) {
        int split = test.indexOf("#encoding\n");
        if (split >= 0) {
          cases++;
          check(test.substring(0, split), test.substring(split + 10).strip(), wrong);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(CASES, cases);
  }

  private static void check(String data, String expected, List<String> wrong) {
    byte[] page = data.getBytes(ISO_8859_1);
    ByteOrderMark mark = ByteOrderMark.of(page, page.length);
    Encoding found = mark != null ? mark.encoding() : Prescan.of(page, page.length);
    if (Objects.requireNonNullElse(found, Encoding.WINDOWS_1252) != Encoding.ofLabel(expected)) {
      wrong.add(expected + ", not " + found + ": " + data);
    }
  }
}
