package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A page of the odd site: a file of header lines, an empty line and the page's text. Lines that begin
 * with {@code X-} are for the test: {@code X-Asked}, {@code X-Encoding}, {@code X-Padding}, {@code
 * X-Pieces}, {@code X-Status}.
 */
record OddPage(String name, List<Map.Entry<String, String>> fields, String text) {
  private static final Path FOLDER = Path.of("src/test/resources/io/cookiegate/e2e/pages");

  static OddPage read(String name) {
    try {
      String file = Files.readString(FOLDER.resolve(name + ".page"));
      int end = file.indexOf("\n\n");
      List<Map.Entry<String, String>> fields = new ArrayList<>();
      for (String line : file.substring(0, end).lines().toList()) {
        int colon = line.indexOf(':');
        fields.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
      return new OddPage(name, fields, file.substring(end + 2));
    } catch (IOException e) {
      throw new AssertionError("There is no page " + name + ".", e);
    }
  }

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(f -> f.getFileName().toString().replace(".page", "")).sorted().toList();
    }
  }

  String field(String name, String otherwise) {
    return fields.stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }

  boolean asks() {
    return field("X-Asked", "yes").equals("yes");
  }

  int pieces() {
    return Integer.parseInt(field("X-Pieces", "0"));
  }

  byte[] body() throws IOException {
    String type = field("Content-Type", "");
    int charset = type.indexOf("charset=");
    String name = charset < 0 ? UTF_8.name() : type.substring(charset + 8);
    int padding = Integer.parseInt(field("X-Padding", "0"));
    byte[] bytes =
        text.replace("PADDING", "x".repeat(padding))
            .getBytes(Charset.forName(field("X-Encoding", name)));
    return field("Content-Encoding", "").equals("gzip") ? gzip(bytes) : bytes;
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
