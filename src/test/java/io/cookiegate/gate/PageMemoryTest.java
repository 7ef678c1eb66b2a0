package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.coding.ByteStep;
import io.cookiegate.coding.ContentCodings;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.PagePass;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageMemoryTest {
  private static final String PAGE =
      "<p>a</p><script src=//static.hotjar.com/x></script>".repeat(9);

  private final PageMemory memory = PageMemory.of(1 << 20);
  private final Gate gate =
      Gate.of(
          Rules.with().host("statistics", "static.hotjar.com").site(), GateObserver.NONE, memory);

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ByteStep step = ContentCodings.encoder("gzip")) {
      step.write(ByteBuffer.wrap(text.getBytes(UTF_8)), piece -> GatedPage.append(out, piece));
      step.end(piece -> GatedPage.append(out, piece));
    }
    return out.toByteArray();
  }

  private BodyRewriter open(String... more) {
    List<String> fields =
        new ArrayList<>(List.of("Content-Type", "text/html", "Content-Encoding", "gzip"));
    fields.addAll(List.of(more));
    Answer answer =
        gate.arrive(Head.of().get("/page"))
            .answer(Head.of(fields.toArray(String[]::new)).status(200));
    return ((BodyPlan.Rewrite) ((Answer.Pass) answer).body()).open();
  }

  /** What comes out after each step: all bytes written, a pause, the end. */
  private static List<Integer> lengths(BodyRewriter rewriter, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BodySink sink = bytes -> GatedPage.append(out, bytes);
    List<Integer> lengths = new ArrayList<>();
    try (rewriter) {
      rewriter.write(ByteBuffer.wrap(body), sink);
      lengths.add(out.size());
      rewriter.flush(sink);
      lengths.add(out.size());
      rewriter.end(sink);
      lengths.add(out.size());
    }
    return lengths;
  }

  private void visit(byte[] body, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BodySink sink = bytes -> GatedPage.append(out, bytes);
    try (BodyRewriter rewriter = open(more)) {
      rewriter.write(ByteBuffer.wrap(body), sink);
      rewriter.end(sink);
    }
    assertTrue(out.size() > 20);
  }

  private byte[] seenBy(String... request) {
    Head answer = Head.of("Content-Type", "text/html", "Content-Encoding", "gzip");
    Answer pass = gate.arrive(Head.of(request).get("/page")).answer(answer.status(200));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BodySink sink = bytes -> GatedPage.append(out, bytes);
    try (BodyRewriter rewriter = ((BodyPlan.Rewrite) ((Answer.Pass) pass).body()).open()) {
      rewriter.write(ByteBuffer.wrap(gzip(PAGE)), sink);
      rewriter.end(sink);
    }
    return out.toByteArray();
  }

  /** Somebody who let a service load on one view must not make it load for others. */
  @Test
  void aPageWithAPassIsRecalledForNobodyElse() {
    String pass = "acceptcookies-once=" + PagePass.of("statistics", "/page");
    for (int i = 0; i < 3; i++) {
      byte[] once = seenBy("Sec-Fetch-Dest", "document", "Cookie", pass);
      byte[] others = seenBy("Sec-Fetch-Dest", "document");
      assertEquals(gzip(PAGE).length, once.length, 4);
      assertTrue(others.length < once.length, others.length + " of " + once.length);
    }
  }

  @Test
  void aPageThatComesAgainIsRecalled() {
    visit(gzip(PAGE));
    assertEquals(0, memory.recalls());
    visit(gzip(PAGE));
    assertEquals(1, memory.recalls());
  }

  @Test
  void oneByteMoreIsAnotherPage() {
    visit(gzip(PAGE));
    visit(gzip(PAGE + " "));
    assertEquals(0, memory.recalls());
  }

  @Test
  void aPageForOneVisitorIsNotRemembered() {
    for (String control : List.of("private", "no-cache, No-Store", "max-age=1,private=\"x\"")) {
      visit(gzip(PAGE), "Cache-Control", control);
      visit(gzip(PAGE), "Cache-Control", control);
    }
    assertEquals(0, memory.recalls());
    assertEquals(0, memory.bytes());
  }

  @Test
  void aPageThatIsNotCompressedIsNotHeld() {
    Answer answer =
        gate.arrive(Head.of().get("/page"))
            .answer(Head.of("Content-Type", "text/html").status(200));
    assertTrue(((Answer.Pass) answer).body() instanceof RewritePlan);
  }

  @Test
  void aPauseOfAnUpstreamThatDoesNotSayItsLengthIsNotWaitedFor() {
    List<Integer> lengths = lengths(open(), gzip(PAGE));
    assertEquals(0, lengths.get(0));
    assertTrue(lengths.get(1) > 0, "what had come went out at the pause");
  }

  @Test
  void aPauseEarlyInABodyOfKnownLengthIsWaitedFor() {
    byte[] body = gzip(PAGE);
    List<Integer> lengths = lengths(open("Content-Length", "" + body.length), body);
    assertEquals(0, lengths.get(1));
    assertTrue(lengths.get(2) > 0);
  }

  @Test
  void aLongBodyIsNotHeld() {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    byte[] body = gzip("<p>" + HexFormat.of().formatHex(noise));
    assertTrue(body.length > RecallPlan.LONGEST);
    assertNotEquals(0, lengths(open(), body).get(0));
    assertTrue(RecallPlan.of(plan(), memory, body.length) instanceof RewritePlan);
  }

  private RewritePlan plan() {
    PageContext page =
        new PageContext(
            true,
            "www.site.example",
            "/",
            "en",
            null,
            "gzip",
            false,
            Consent.UNASKED,
            "",
            "www.site.example");
    return new RewritePlan(gate.rules(), GateObserver.NONE, gate.gating(Consent.UNASKED), page);
  }

  @Test
  void aPageThatNeverRepeatsIsSeldomLookedAt() {
    int held = 0;
    for (int i = 0; i < 1000; i++) {
      BodyRewriter rewriter = open();
      held += rewriter instanceof RecalledBody ? 1 : 0;
      lengthsWithoutPause(rewriter, gzip(PAGE + i));
    }
    assertTrue(held >= 64 && held < 130, held + " of 1000 were held");
    for (int i = 0; i < 200; i++) {
      lengthsWithoutPause(open(), gzip(PAGE));
    }
    assertTrue(
        memory.recalls() > 150,
        "the page that began to repeat was recalled " + memory.recalls() + " times");
  }

  private static void lengthsWithoutPause(BodyRewriter rewriter, byte[] body) {
    try (rewriter) {
      rewriter.write(ByteBuffer.wrap(body), bytes -> {});
      rewriter.end(bytes -> {});
    }
  }

  @Test
  void holdsNoMoreThanItsBound() {
    PageMemory small = PageMemory.of(20_000);
    for (int i = 0; i < 500; i++) {
      byte[] body = gzip(PAGE + i);
      RecallPlan recall = new RecallPlan(plan(), small, body.length);
      lengthsWithoutPause(recall.open(), body);
    }
    assertTrue(small.bytes() <= 20_000 && small.bytes() > 5_000, small.bytes() + " bytes");
  }

  @Test
  void aBrokenBodyIsNotRemembered() {
    byte[] body = gzip(PAGE);
    body[body.length - 5] ^= 1;
    for (int i = 0; i < 3; i++) {
      try (BodyRewriter rewriter = open()) {
        rewriter.write(ByteBuffer.wrap(body), bytes -> {});
        assertThrows(BodyClosedException.class, () -> rewriter.end(bytes -> {}));
      }
    }
    assertEquals(0, memory.recalls());
    assertEquals(0, memory.bytes());
  }

  @Test
  void noneRemembersNothing() {
    assertTrue(RecallPlan.of(plan(), PageMemory.of(0), 100) instanceof RewritePlan);
  }

  @Test
  void aDigestIsTheStandardsOwn() {
    assertEquals(
        new PageMemory.Digest(
            0xba7816bf8f01cfeaL, 0x414140de5dae2223L, 0xb00361a396177a9cL, 0xb410ff61f20015adL),
        PageMemory.Digest.of("abcd".getBytes(UTF_8), 3));
  }
}
