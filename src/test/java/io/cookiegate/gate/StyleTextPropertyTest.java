package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A sheet that is judged in parts becomes what it becomes as a whole. */
class StyleTextPropertyTest {
  private static final GateLimits TIGHT = new GateLimits(16 << 10, 256);

  @Property(tries = 1500)
  void partsMakeTheWhole(
      @ForAll("sheets") String sheet, @ForAll @IntRange(min = 1, max = 400) int cut) {
    byte[] page = ("a<style>" + sheet + "</style>b").getBytes(UTF_8);
    assertEquals(
        new String(new GatedPage().rewrite(page, page.length), UTF_8),
        new String(new GatedPage().limits(TIGHT).rewrite(page, cut), UTF_8));
  }

  /** Rules shorter than half of what is held, with all that may be mistaken for their ends. */
  @Provide
  Arbitrary<String> sheets() {
    return Arbitraries.of(
            "a{b:url(//static.hotjar.com/x)}",
            "a{b:url( '//static.hotjar.com/};{' )}",
            "a{b:u\\72 l(//static.hotjar.com/x)}",
            "@import '//static.hotjar.com/x';",
            "@font-face{src:url(data:font/woff;base64,AAAA),url(/a.woff)}",
            "a{b:image-set('//static.hotjar.com/x' 1x)}",
            "a{--x:'//static.hotjar.com/x';c:d}",
            "a{c:'};{'}",
            "a{c:'\\\\\\'};url(//static.hotjar.com/x)'}",
            "/*};{ url(//static.hotjar.com/x */",
            "a>b#c-d{e:f;g:calc(1px + 2px)}",
            "é--x{b:c}",
            "a{b:c\n;d:e}\n",
            ".b--c{d:var(--e)}",
            "p{color:red}".repeat(5))
        .list()
        .ofMinSize(8)
        .ofMaxSize(40)
        .map(rules -> String.join("", rules));
  }
}
