package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.coding.ByteStep;
import io.cookiegate.coding.ContentCodings;
import io.cookiegate.consent.Consent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PageRewriterPropertyTest {
  private static final List<String> CODINGS = List.of("identity", "gzip", "deflate", "br", "zstd");

  @Provide
  Arbitrary<String> pages() {
    return Tracking.pages();
  }

  @Provide
  Arbitrary<String> marked() {
    return Tracking.markedPages();
  }

  @Provide
  Arbitrary<String> innocent() {
    return Tracking.innocentPages();
  }

  @Provide
  Arbitrary<String> soup() {
    return Tracking.soup();
  }

  private static String gate(String page) {
    byte[] bytes = page.getBytes(UTF_8);
    return new String(new GatedPage().rewrite(bytes, 1 << 20), UTF_8);
  }

  @Property(tries = 300)
  void noOtherParserSeesAnythingGated(@ForAll("pages") String page) {
    String output = gate(page);
    assertEquals(List.of(), Seen.byValidator(output).gated, output);
    assertEquals(List.of(), Seen.byJsoup(output).gated, output);
  }

  @Property(tries = 300)
  void whatIsNotGatedIsStillThere(@ForAll("marked") String marked) {
    String page = Tracking.whole(marked);
    String output = gate(page);
    String kept = Tracking.kept(marked);
    assertEquals("", Seen.byValidator(output).missing(Seen.byValidator(kept)), output);
    assertEquals("", Seen.byJsoup(output).missing(Seen.byJsoup(kept)), output);
    assertEquals(Seen.byValidator(page).ids, Seen.byValidator(output).ids, output);
    assertEquals(Seen.byJsoup(page).ids, Seen.byJsoup(output).ids, output);
  }

  @Property(tries = 300)
  void aPageWithoutAnythingGatedStaysByteForByte(@ForAll("innocent") String page) {
    assertEquals(page, gate(page));
  }

  @Property(tries = 200)
  void withConsentEveryPageStaysByteForByte(@ForAll("pages") String page) {
    byte[] bytes = page.getBytes(UTF_8);
    assertArrayEquals(bytes, new GatedPage().consent(Consent.GRANTED).rewrite(bytes, 1 << 20));
  }

  @Property(tries = 200)
  void aSecondTimeChangesNothing(@ForAll("pages") String page) {
    String once = gate(page);
    assertEquals(once, gate(once));
  }

  @Property(tries = 400)
  void theCutMakesNoDifference(
      @ForAll("soup") String page, @ForAll @IntRange(min = 1, max = 40) int piece) {
    byte[] bytes = page.getBytes(UTF_8);
    assertEquals(gate(page), new String(new GatedPage().rewrite(bytes, piece), UTF_8));
  }

  @Property(tries = 150)
  void theCutMakesNoDifferenceInAnyCoding(
      @ForAll("pages") String page,
      @ForAll @IntRange(min = 0, max = 4) int coding,
      @ForAll @IntRange(min = 1, max = 300) int piece) {
    String name = CODINGS.get(coding);
    byte[] coded = all(ContentCodings.encoder(name), page.getBytes(UTF_8));
    byte[] output = new GatedPage().coding(name).rewrite(coded, piece);
    assertEquals(gate(page), new String(all(ContentCodings.decoder(name), output), UTF_8));
  }

  private static byte[] all(ByteStep step, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (step) {
      step.write(ByteBuffer.wrap(bytes), part -> GatedPage.append(out, part));
      step.end(part -> GatedPage.append(out, part));
    }
    return out.toByteArray();
  }
}
