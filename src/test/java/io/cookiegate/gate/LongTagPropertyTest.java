package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jsoup.Jsoup;

/** Tags around the bound of what is held, with long values and short ones, gated and not. */
class LongTagPropertyTest {
  private static final Pattern IDLE =
      Pattern.compile(
          "^(\\S+ (title|value|class|alt|onclick)|a (src|srcset|data-a))=|^(https:)?//");

  private static final GateLimits TIGHT = new GateLimits(256, 1024);

  @Provide
  Arbitrary<String> pages() {
    Arbitrary<String> name =
        Arbitraries.of(
            "div", "IMG", "input", "section", "a", "video", "object", "iframe", "svg", "p");
    Arbitrary<String> attributes = attribute().list().ofMaxSize(6).map(x -> String.join("", x));
    Arbitrary<String> end = Arbitraries.of(">", " >", "/>", " / >");
    Arbitrary<String> tag =
        Combinators.combine(name, attributes, end).as((n, a, e) -> "<" + n + " " + a + e);
    Arbitrary<String> text = Arbitraries.of("a", "</svg>", "</iframe>", "<b>b</b>", "\n");
    return Combinators.combine(tag, text)
        .as((t, x) -> t + x)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(x -> "<!DOCTYPE html><body>" + String.join("", x));
  }

  private static Arbitrary<String> attribute() {
    Arbitrary<String> name =
        Arbitraries.of(
            "src", "title", "value", "data-a", "style", "class", "alt", "onclick", "srcset");
    Arbitrary<String> begin =
        Arbitraries.of(
            "",
            "[{",
            "x>y",
            "data:image/png;base64,",
            "/own.png",
            "https://static.hotjar.com/x",
            "background:url(//ad.doubleclick.net/x)",
            "//ad.doubleclick.net/");
    Arbitrary<Integer> length = Arbitraries.of(0, 0, 0, 90, 250, 251, 252, 253, 254, 256, 300, 600);
    Arbitrary<String> around = Arbitraries.of(" \"", " '", "\"", "\n'", "  \"");
    return Combinators.combine(name, begin, length, around)
        .as(
            (n, b, l, q) -> {
              String space = q.substring(0, q.length() - 1);
              String quote = q.substring(q.length() - 1);
              return space + n + "=" + quote + b + "y".repeat(l) + quote;
            });
  }

  private static String gate(String page, int piece) {
    return new String(new GatedPage().limits(TIGHT).rewrite(page.getBytes(UTF_8), piece), UTF_8);
  }

  @Property(tries = 1000)
  void noOtherParserSeesAnythingGated(@ForAll("pages") String page) {
    String output = gate(page, 1 << 20);
    assertEquals(List.of(), loaded(Seen.byValidator(output)), output);
    assertEquals(List.of(), loaded(Seen.byJsoup(output)), output);
  }

  // What stands in a title is no address to anybody, nor is a bare address a style.
  private static List<String> loaded(Seen seen) {
    return seen.gated.stream().filter(x -> !IDLE.matcher(x).find()).toList();
  }

  @Property(tries = 1000)
  void theCutMakesNoDifferenceAndASecondTimeNeither(
      @ForAll("pages") String page, @ForAll @IntRange(min = 1, max = 300) int piece) {
    String output = gate(page, 1 << 20);
    assertEquals(output, gate(page, piece));
    assertEquals(output, gate(output, piece));
  }

  @Property(tries = 500)
  void noAttributeBecomesAnotherOne(@ForAll("pages") String page) {
    Set<String> left = attributes(gate(page, 1 << 20));
    left.removeAll(attributes(page));
    left.removeIf(
        x -> x.startsWith("iframe ") || x.contains("cookie-gate") || x.contains("data:,"));
    assertTrue(left.isEmpty(), left::toString);
  }

  private static Set<String> attributes(String page) {
    return Jsoup.parse(page).getAllElements().stream()
        .flatMap(x -> x.attributes().asList().stream().map(a -> x.normalName() + " " + a))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
