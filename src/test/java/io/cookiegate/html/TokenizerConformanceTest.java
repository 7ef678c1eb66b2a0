package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Grades start tags, their attributes, end tags and the text between them against the html5lib
 * tokenizer cases, every case in one piece and byte by byte.
 */
class TokenizerConformanceTest {
  private static final Path CASES =
      Path.of(System.getProperty("cookie-gate.conformance", "../shared/conformance"))
          .resolve("html-tokenizer");
  private static final int RUNS = 7032;

  private final JsonMapper json = JsonMapper.builder().build();
  private final List<String> failures = new ArrayList<>();
  private int runs;

  @Test
  void agreesWithThePublicCases() throws IOException {
    if (!Files.isDirectory(CASES)) {
      System.out.println("The public tokenizer cases are not at " + CASES + ": not graded.");
      return;
    }
    try (Stream<Path> files = Files.list(CASES)) {
      files.filter(file -> file.toString().endsWith(".test")).sorted().forEach(this::runFile);
    }
    TreeSet<String> unexpected = new TreeSet<>(failures);
    TreeSet<String> passes = new TreeSet<>(Inexpressible.CASES.keySet());
    failures.forEach(failure -> passes.remove(caseOf(failure)));
    unexpected.removeIf(failure -> Inexpressible.CASES.containsKey(caseOf(failure)));
    assertEquals("", String.join("\n", unexpected), unexpected.size() + " cases fail");
    assertEquals("[]", passes.toString(), "cases listed as inexpressible pass");
    assertEquals(RUNS, runs);
  }

  private static String caseOf(String failure) {
    return failure.substring(0, failure.indexOf(" => "));
  }

  private void runFile(Path file) {
    JsonNode cases;
    try {
      cases = json.readTree(Files.readString(file)).get("tests");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (cases == null) {
      return; // xmlViolation.test is about coercion to XML, which a rewriter does not do.
    }
    for (JsonNode test : cases) {
      JsonNode states = test.get("initialStates");
      if (states == null) {
        run(file, test, "Data state");
      } else {
        states.forEach(state -> run(file, test, state.asString()));
      }
    }
  }

  private void run(Path file, JsonNode test, String state) {
    runs++;
    String name = file.getFileName() + ": " + text(test, "description") + " (" + state + ")";
    boolean escaped = test.has("doubleEscaped");
    String input = unescape(text(test, "input"), escaped);
    JsonNode last = test.get("lastStartTag");
    List<Object> expected = expected(test.get("output"), escaped);
    for (int piece : new int[] {Integer.MAX_VALUE, 1}) {
      Seen seen = new Seen(state);
      seen.read(input, last == null ? "\0" : last.asString(), piece);
      String difference = seen.differenceFrom(expected, piece > 1);
      if (difference != null) {
        failures.add(name.replace("\n", "\\n") + " => " + difference.replace("\n", "\\n"));
        return;
      }
    }
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private static String unescape(String text, boolean escaped) {
    if (!escaped) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  /** Tags as strings; between them a StringBuilder of text, or null where a comment stands. */
  private static List<Object> expected(JsonNode output, boolean escaped) {
    List<Object> tokens = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean mixed = false;
    for (JsonNode token : output) {
      switch (token.get(0).asString()) {
        case "Character" -> text.append(unescape(token.get(1).asString(), escaped));
        case "StartTag", "EndTag" -> {
          tokens.add(mixed ? "" : text.toString());
          tokens.add(describe(token, escaped));
          text.setLength(0);
          mixed = false;
        }
        default -> mixed = true;
      }
    }
    tokens.add(mixed ? "" : text.toString());
    tokens.add(mixed);
    return tokens;
  }

  private static String describe(JsonNode token, boolean escaped) {
    String name = unescape(token.get(1).asString(), escaped);
    if (token.get(0).asString().equals("EndTag")) {
      return "/" + name;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    token
        .get(2)
        .properties()
        .forEach(
            attribute ->
                attributes.put(
                    unescape(attribute.getKey(), escaped),
                    unescape(attribute.getValue().asString(), escaped)));
    return name + new java.util.TreeMap<>(attributes) + (token.size() > 3 ? "/" : "");
  }

  /** What the tokenizer showed of one case. */
  private static final class Seen implements TagHandler, Output {
    private final String state;
    private final List<String> tags = new ArrayList<>();
    private final List<int[]> ranges = new ArrayList<>();
    private final java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();

    Seen(String state) {
      this.state = state;
    }

    void read(String input, String last, int piece) {
      byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
      Emitter emitter = new Emitter(this);
      Tokenizer tokenizer = Tokenizer.of(Syntax.HTML, this, HtmlLimits.DEFAULT, emitter);
      if (state.equals("CDATA section state")) {
        byte[] prefix = "<svg><![CDATA[".getBytes(StandardCharsets.UTF_8);
        tokenizer.read(prefix, 0, prefix.length);
        tags.clear();
        ranges.clear();
        out.reset();
      } else if (!state.equals("Data state")) {
        tokenizer.beginIn(mode(), last.getBytes(StandardCharsets.UTF_8));
      }
      for (int at = 0; at < bytes.length; at += Math.min(piece, bytes.length - at)) {
        tokenizer.read(bytes, at, at + Math.min(piece, bytes.length - at));
      }
      tokenizer.end();
    }

    private TextMode mode() {
      return switch (state) {
        case "RCDATA state" -> TextMode.RCDATA;
        case "RAWTEXT state" -> TextMode.RAWTEXT;
        case "Script data state" -> TextMode.SCRIPT;
        default -> TextMode.PLAINTEXT;
      };
    }

    String differenceFrom(List<Object> expected, boolean whole) {
      List<String> wanted = new ArrayList<>();
      for (int i = 1; i < expected.size() - 2; i += 2) {
        wanted.add((String) expected.get(i));
      }
      if (!wanted.equals(tags)) {
        return "expected " + wanted + " but saw " + tags;
      }
      return whole ? textDifference(expected) : null;
    }

    /** Compares the text between the tags, where nothing but text is expected there. */
    private String textDifference(List<Object> expected) {
      byte[] bytes = out.toByteArray();
      int at = 0;
      for (int i = 0; i <= tags.size(); i++) {
        int to = i < tags.size() ? ranges.get(i)[0] : bytes.length;
        String wanted = (String) expected.get(2 * i);
        String text = i == 0 ? decode(bytes, at, to, state) : decode(bytes, at, to, "Data state");
        boolean graded = !wanted.isEmpty() && !text.contains("<!") && !text.contains("</>");
        if (graded && !text.equals(wanted) && !text.replaceAll("]]>", "").equals(wanted)) {
          return "expected text \"" + wanted + "\" but saw \"" + text + "\"";
        }
        at = i < tags.size() ? ranges.get(i)[1] : to;
      }
      return null;
    }

    private static String decode(byte[] bytes, int from, int to, String state) {
      String text;
      if (state.equals("Data state") || state.equals("RCDATA state")) {
        byte[] into = new byte[CharacterReferences.bound(to - from)];
        int length = new CharacterReferences().decodeText(bytes, from, to, into, 0);
        text = new String(into, 0, length, StandardCharsets.UTF_8);
      } else {
        text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      }
      boolean keepsNul = state.equals("Data state") || state.equals("CDATA section state");
      return keepsNul ? text : text.replace('\0', '\uFFFD');
    }

    @Override
    public void startTag(StartTag tag) {
      ranges.add(new int[] {tag.from(), tag.to()});
      Map<String, String> attributes = new java.util.TreeMap<>();
      for (int i = 0; i < tag.attributeCount(); i++) {
        String name = name(tag.array(), tag.nameFrom(i), tag.nameTo(i));
        attributes.putIfAbsent(name, tag.decodedValue(i).replace('\0', '\uFFFD'));
      }
      String name = name(tag.array(), tag.nameFrom(), tag.nameTo());
      tags.add(name + attributes + (tag.selfClosing() ? "/" : ""));
    }

    private static String name(byte[] a, int from, int to) {
      String name = new String(a, from, to - from, StandardCharsets.UTF_8);
      StringBuilder lower = new StringBuilder();
      name.chars().forEach(c -> lower.append(c >= 'A' && c <= 'Z' ? (char) (c | 32) : (char) c));
      return lower.toString().replace('\0', '\uFFFD');
    }

    @Override
    public void endTag(EndTag tag) {
      ranges.add(new int[] {tag.from(), tag.to()});
      String text =
          new String(
              tag.array(), tag.from() + 2, tag.to() - tag.from() - 2, StandardCharsets.UTF_8);
      tags.add("/" + name(text.split("[\t\n\f\r />]", 2)[0].getBytes(StandardCharsets.UTF_8)));
    }

    private static String name(byte[] bytes) {
      return name(bytes, 0, bytes.length);
    }

    @Override
    public void kept(byte[] array, int from, int to) {
      out.write(array, from, to - from);
    }

    @Override
    public void made(byte[] array, int from, int to) {
      out.write(array, from, to - from);
    }
  }

  /** The cases a rewriter that keeps the source cannot express, each with its reason. */
  private static final class Inexpressible {
    private static final String PROBLEMATIC = "unicodeCharsProblematic.test: ";
    private static final String NEWLINES =
        "line breaks keep their bytes: normalising is the browser's";
    private static final String SURROGATES = "a lone surrogate has no bytes in UTF-8";
    static final Map<String, String> CASES =
        Map.ofEntries(
            Map.entry(
                "domjs.test: CDATA followed by HTML content (CDATA section state)",
                "one range of bytes holds the section, whose references are none, and the text"),
            Map.entry("test4.test: CR CR (Data state)", NEWLINES),
            Map.entry("test4.test: CR LF (Data state)", NEWLINES),
            Map.entry("test4.test: CR at EOF (Data state)", NEWLINES),
            Map.entry("test4.test: CR followed by non-LF (Data state)", NEWLINES),
            Map.entry("test4.test: LF CR (Data state)", NEWLINES),
            Map.entry("test4.test: text CR CR CR text (Data state)", NEWLINES),
            Map.entry(PROBLEMATIC + "CR followed by U+0000 (Data state)", NEWLINES),
            Map.entry(PROBLEMATIC + "Invalid Unicode character U+D800 (Data state)", SURROGATES),
            Map.entry(
                PROBLEMATIC
                    + "Invalid Unicode character U+D800 with valid following character (Data state)",
                SURROGATES),
            Map.entry(PROBLEMATIC + "Invalid Unicode character U+DFFF (Data state)", SURROGATES),
            Map.entry(
                PROBLEMATIC
                    + "Invalid Unicode character U+DFFF with valid preceding character (Data state)",
                SURROGATES));
  }
}
