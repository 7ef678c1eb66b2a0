package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.InlineRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Holds the sieve before the reader of scripts against the reader itself. {@code mvn -Pbench
 * test-compile exec:exec -Dbench.main=io.cookiegate.gate.ScriptSievePropertyTest -Dbench=100000} does so
 * with more scripts than there is time for each day, other ones each time.
 */
class ScriptSievePropertyTest {
  private static final Classification CATALOGUE = ConfigLoader.catalogue();
  private static final List<String> HOSTS =
      CATALOGUE.hostRules().stream()
          .map(rule -> rule.path().length() > 1 ? rule.host() + rule.path() : rule.host())
          .toList();
  private static final List<String> LITERALS =
      InlineRules.of(CATALOGUE).stream().flatMap(rule -> rule.literals().stream()).toList();
  private static final List<String> FILLERS =
      List.of(
          "var a=1",
          ";\n",
          "f(x)",
          "\"text, text\"",
          "'a\\nb'",
          "/* c */",
          "// c\n",
          "x=/[/*]\\d+/;",
          "`t ${v} t`",
          " ",
          "}",
          "{",
          "+",
          "'100%'",
          "\\u00e9",
          "\n\t\t",
          "ab\ncd",
          "createElement",
          "$",
          "\u00e9",
          "'\u3053\u3093\u306b\u3061\u306f\u3002'",
          "\u3002",
          "'\uff21&amp;'");
  private static final String[] BEFORE = {
    "'",
    "\"",
    "`",
    "'//",
    "'https://www.",
    "'.",
    "x='//",
    "f('",
    "'%2F%2F",
    "'\\u002f\\x2f",
    "'\\/\\/",
    "`${p}//",
    "`https://${a}.",
    "`${a}",
    "'http:\\/\\/cdn.",
    "'//u:p@",
    "'<script src=//",
    "'<script src=&#47&#x2f",
    "'<script src=&#47;&sol;",
    "'%2f%2F",
    "'\\57\\57",
    "'\\u{2f}\\u{002f}",
    "'\\n//",
    "'%u002f%u002F",
    "'<p style=url(//",
    "'@import \"//",
    "`<style>url(\\\\2f\\\\00002F",
    "'url(\\\\2f \\x5c2f\\u0020",
    "'//\\n",
    "\u007f'"
  };

  /** Holds nothing back by itself. */
  private static final String QUIET =
      "if (item && item.kind < 12) { list[i++] = item.sum + 4; } // \"text\"\n";

  private final SieveAndReader both = SieveAndReader.of(CATALOGUE);

  public static void main(String[] arguments) {
    ScriptSievePropertyTest test = new ScriptSievePropertyTest();
    int tries = Integer.parseInt(arguments[0]);
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    int found = 0;
    for (int i = 0; i < tries; i++) {
      found += test.isFound(script(new Random(seed + i)).getBytes(UTF_8)) ? 1 : 0;
      test.whatIsFoundPasses(new Random(seed + i), 1 + i % 400);
    }
    System.out.printf(
        "seed %d: %d scripts, %d of them found, and all passed%n", seed, tries, found);
  }

  @Provide
  Arbitrary<Random> randoms() {
    return Arbitraries.randoms();
  }

  private static <T> T any(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String script(Random random) {
    StringBuilder script = new StringBuilder();
    quiet(script, random);
    fill(script, random);
    script.append(random.nextBoolean() ? "createElement(a);" : "");
    if (random.nextBoolean()) {
      String before = BEFORE[random.nextInt(BEFORE.length)];
      char quote = before.contains("`") ? '`' : before.contains("\"") ? '"' : '\'';
      script.append(before).append(disguised(any(random, HOSTS), random, quote, true));
      script.append(random.nextBoolean() ? "/x" : "").append(quote);
    } else {
      String literal = any(random, LITERALS);
      script.append(spaced(random.nextInt(3) == 0 ? escaped(literal, random) : literal, random));
    }
    fill(script, random);
    quiet(script, random);
    return script.toString();
  }

  // Long scripts are looked at in another way.
  private static void quiet(StringBuilder script, Random random) {
    int length = random.nextInt(3) == 0 ? random.nextInt(6000) : 0;
    for (int i = 0; i < length; i++) {
      script.append(QUIET.charAt(i % QUIET.length()));
    }
  }

  private static void fill(StringBuilder script, Random random) {
    for (int i = random.nextInt(8); i > 0; i--) {
      script.append(any(random, FILLERS));
    }
  }

  private static String spaced(String literal, Random random) {
    return random.nextBoolean() ? literal : literal.replace("(", " (\n").replace("=", "/*c*/ =\t");
  }

  private static String escaped(String literal, Random random) {
    int at = random.nextInt(literal.length());
    String as =
        String.format(random.nextBoolean() ? "\\u%04x" : "\\x%02x", (int) literal.charAt(at));
    return literal.substring(0, at) + as + literal.substring(at + 1);
  }

  private static String disguised(String host, Random random, char quote, boolean any) {
    StringBuilder text = new StringBuilder();
    int rarity = random.nextInt(20) + 1;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      text.append(random.nextInt(rarity) == 0 && any ? disguised(c, random, quote) : "" + c);
    }
    return text.toString();
  }

  private static String disguised(char c, Random random, char quote) {
    return switch (random.nextInt(30)) {
      case 0 -> String.format("\\u%04x", (int) c);
      case 1 -> String.format("\\x%02X", (int) c);
      case 2 -> String.format("%%%02X", (int) c);
      case 3 -> String.format("\\%o", (int) c);
      case 4 -> quote + "+" + quote + c;
      case 5 -> quote + " + /* c */ '" + c + "'+" + quote;
      case 6 -> "\\\n" + c;
      case 7 -> "\\n" + c;
      case 8 -> quote + "\n  + " + quote + c;
      case 9 -> String.format("\\u{%x}", (int) c);
      case 10 -> quote == '`' ? "\n" + c : "\\t" + c;
      case 11 -> quote + " // c\n +\n" + quote + c;
      case 12 -> String.format("%%%s%c+%c%s", hex(c).charAt(0), quote, quote, hex(c).charAt(1));
      case 13 -> Character.toString(wide(c));
      case 14 -> String.format("\\u%04X", wide(c));
      case 15 -> String.format("\\u{%X}", mathematical(c));
      case 16 -> Character.toString(mathematical(c));
      case 17 -> units(mathematical(c));
      case 18 -> percent(Character.toString(wide(c)), "%%%02x");
      case 19 -> "\u00ad" + (random.nextBoolean() ? "\\u200B" : "\\xad") + c;
      case 20 -> String.format(random.nextBoolean() ? "&#%d;" : "&#x%X;", (int) c);
      case 21 -> String.format("&amp;#%d;", wide(c));
      case 23 -> String.format("\\\\%x ", (int) c);
      case 24 -> String.format("\\\\%06X", (int) c);
      case 25 -> String.format("\\x5c%x\\x20", (int) c);
      case 26 -> String.format("\\\\%x" + quote + "+" + quote + " ", (int) c);
      case 27 -> (Character.digit(c, 16) < 0 ? "\\\\" : "\\\\\\n") + c;
      case 28 -> String.format("\\\\%x\\n", wide(c));
      case 22 -> String.format("%%u%04x", random.nextBoolean() ? c : wide(c));
      default -> "" + Character.toUpperCase(c);
    };
  }

  private static int wide(char c) {
    return c == '.' ? 0x3002 : c > ' ' && c < 0x7f ? c + 0xfee0 : c;
  }

  private static int mathematical(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' + 0x1d41a : c >= '0' && c <= '9' ? c + 0x1d79e : wide(c);
  }

  private static String units(int point) {
    StringBuilder units = new StringBuilder();
    Character.toString(point).chars().forEach(c -> units.append(String.format("\\u%04x", c)));
    return units.toString();
  }

  private static String percent(String text, String format) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      encoded.append(String.format(format, b));
    }
    return encoded.toString();
  }

  private static String hex(char c) {
    return String.format("%02x", (int) c);
  }

  private boolean isFound(byte[] script) {
    return both.isFound(script);
  }

  private boolean passes(byte[] script, int piece) {
    return both.passes(script, piece);
  }

  /** A copy in a larger array, whose other bytes are no part of it. */
  private static byte[] amid(byte[] script, Random random) {
    byte[] larger = new byte[script.length + 40];
    random.nextBytes(larger);
    System.arraycopy(script, 0, larger, 0, script.length);
    return larger;
  }

  @Property(tries = 4000)
  void whatIsFoundPasses(
      @ForAll("randoms") Random random, @ForAll @IntRange(min = 1, max = 400) int piece) {
    byte[] script = script(random).getBytes(UTF_8);
    if (isFound(script)) {
      String text = new String(script, UTF_8);
      assertTrue(passes(script, 1 << 20), text);
      assertTrue(passes(script, piece), text);
      byte[] amid = amid(script, random);
      both.sieve().begin();
      assertTrue(
          both.sieve().mayMatter(amid, 0, script.length) || both.sieve().mayMatterAtEnd(), text);
    }
  }

  @Test
  void aLongLiteralPassesHoweverItIsCut() {
    int cuts = 0;
    for (String literal :
        List.of(
            "_tfa.push(\\u007bnotify: 'event', name: 'page_view'",
            "_tfa.push({\\u006eotify: 'event', name: 'page_view'",
            "_tfa.push({notify: 'event', name: 'page_view'")) {
      byte[] script = ("f(x);" + literal + "});" + QUIET).getBytes(UTF_8);
      assertTrue(isFound(script), literal);
      for (int cut = 1; cut < script.length; cut++, cuts++) {
        both.sieve().begin();
        boolean passes =
            both.sieve().mayMatter(script, 0, cut)
                || both.sieve().mayMatter(script, cut, script.length)
                || both.sieve().mayMatterAtEnd();
        assertTrue(passes, literal + " cut at " + cut);
      }
    }
    assertTrue(cuts > 300, "" + cuts);
  }

  @Test
  void aScriptDoesNotPassForBeingCut() {
    String text = "      window.app.register('a-1', function (a) { return a && a[0]; });\n";
    byte[] script = (QUIET + text + QUIET + text + QUIET + text).getBytes(UTF_8);
    assertFalse(passes(script, script.length));
    for (int piece = 1; piece < script.length; piece++) {
      assertFalse(passes(script, piece), "in pieces of " + piece);
    }
  }

  @Test
  void aStyleInAStringIsOfNoOtherString() {
    byte[] escaped = "createElement(a);x='//www.google-analyt\\\\ics.com/a'".getBytes(UTF_8);
    byte[] style = "createElement(a);x='<p style=\"a\">'".getBytes(UTF_8);
    assertFalse(isFound(escaped));
    assertFalse(isFound(style));
    assertFalse(isFound(escaped));
  }

  @Test
  void aHostThatEndsInNothingPasses() {
    int found = 0;
    for (String host : HOSTS) {
      int path = host.indexOf('/') < 0 ? host.length() : host.indexOf('/');
      String spelled = host.substring(0, path) + "\u00ad\\xad" + host.substring(path);
      byte[] script = ("createElement(a);x='//" + spelled + "/x';").getBytes(UTF_8);
      assertTrue(!isFound(script) || passes(script, 1 << 20), spelled);
      found += isFound(script) ? 1 : 0;
    }
    assertTrue(found > 400, "" + found);
  }

  @Test
  void whatTheReaderIsTestedWithPasses() {
    SieveAndReader vendors = SieveAndReader.of(Vendors.CLASSIFICATION);
    for (String script : ScriptJudgeTest.gated()) {
      assertTrue(vendors.passes(script.getBytes(UTF_8), 1 << 20), script);
    }
  }

  // Else the test above would hold nothing.
  @Test
  void halfOfTheScriptsHereAreFound() {
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 1000; i++) {
      found += isFound(script(random).getBytes(UTF_8)) ? 1 : 0;
    }
    assertTrue(found > 400, "" + found);
  }

  @Test
  void ordinaryScriptsDoNotPass() {
    List<String> passed = new ArrayList<>();
    for (String script : ORDINARY) {
      if (passes(script.getBytes(UTF_8), 1 << 20)) {
        passed.add(script);
      }
    }
    assertEquals(List.of(), passed);
    assertFalse(ORDINARY.length == 0);
  }

  private static final String[] ORDINARY = {
    QUIET.repeat(100),
    "var ctx={path:\"/portal\",lang:\"en\",items:[]};\nfunction open(id){var e=document.getElementById(id);"
        + "if(e&&e.className.indexOf(\"open\")<0){e.className+=\" open\";}return false;}\n",
    "document.write(\"<p>\" + ctx.lang + \"<\\/p>\"); if (1 < 2 && ctx.items.length < 3) { open(\"m1\"); }",
    "return openMenu('m0')",
    "window.app.register('item-12', function (a, b) { return a < b ? a : b && a[0]; });\n",
    "{\"text\":\"First line.\\nSecond line, 100% of it.\",\"url\":\"https:\\/\\/www.site.example\\/a?b=c%20d\"}",
    "s = '<div class=\"a\" style=\"width:100%\">' +\n  '<b>text</b>' + name + '</div>';\n\n",
    "x.replace(/^\\s+|\\d{2}$/g, '').split('\\n').map(function(l){return l.trim()+'\\n'})\nvar b = 1\n",
    "self.__next_f.push([1,\"5:[\\\"$\\\",\\\"div\\\",null,{\\\"children\\\":\\\"\\u003cp\\u003eHej\\\"}]\\n\"])",
  };
}
