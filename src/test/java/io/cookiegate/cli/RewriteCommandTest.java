package io.cookiegate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewriteCommandTest {
  private static final String PIXEL =
      "<p>är<img src=\"https://www.facebook.com/tr?id=1\"><img src=\"/own.png\"></p>";

  @TempDir private Path directory;

  @Test
  void removesWhatIsGatedAndKeepsTheRest() throws IOException {
    Run run = rewrite(PIXEL.getBytes(UTF_8), "--charset", "utf-8");
    assertEquals(0, run.status(), run.err());
    assertEquals("<p>är<img src=\"/own.png\"></p>", run.written(UTF_8));
    assertEquals("", run.err());
  }

  @Test
  void keepsTheBytesOfAnotherCharset() throws IOException {
    Run run = rewrite(PIXEL.getBytes(ISO_8859_1), "--charset", "iso-8859-1");
    assertEquals("<p>är<img src=\"/own.png\"></p>", run.written(ISO_8859_1));
  }

  @Test
  void transcodesWhatIsNotAsciiCompatible() throws IOException {
    Run run = rewrite(PIXEL.getBytes(UTF_16LE), "--charset", "utf-16le");
    String page = run.written(UTF_16LE);
    assertTrue(page.contains("/own.png") && page.contains("är"), page);
    assertFalse(page.contains("facebook"), page);
  }

  @Test
  void reportsWhatWentAndWhy() throws IOException {
    Run run = rewrite(PIXEL.getBytes(UTF_8), "--report");
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("remove tag www.facebook.com: "), run.err());
  }

  @Test
  void readsAddressesAsThePageItself() throws IOException {
    byte[] page = "<img src=\"tr?id=1\">".getBytes(UTF_8);
    Run run = rewrite(page, "--page-url", "https://www.ciszere.example/a/b", "--report");
    assertEquals(0, run.status());
    assertEquals(new String(page, UTF_8), run.written(UTF_8));
  }

  @Test
  void leavesAPageAloneThatTheSiteLeavesAlone() throws IOException {
    byte[] page = PIXEL.getBytes(UTF_8);
    Run left = rewrite(page, "--page-url", "https://www.ciszere.example/plain/page");
    assertEquals(PIXEL, left.written(UTF_8));
    Run gated = rewrite(page, "--page-url", "https://www.ciszere.example/plainer");
    assertFalse(gated.written(UTF_8).contains("facebook"));
  }

  private Run rewrite(byte[] page, String... options) throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("gate.yaml"),
            """
            listen: [{ port: 0 }]
            sites:
              - hosts: [www.ciszere.example]
                upstream: 'http://127.0.0.1:1'
                banner: none
                ungated-paths: [/plain/]
            """);
    List<String> arguments = new ArrayList<>(List.of("rewrite", "--config", config.toString()));
    arguments.addAll(List.of(options));
    return Run.with(page, arguments.toArray(String[]::new));
  }
}
