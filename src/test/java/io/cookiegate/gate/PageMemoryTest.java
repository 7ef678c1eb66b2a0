package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Arrays;
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

  private BodyRewriter openPlain(String... more) {
    List<String> fields = new ArrayList<>(List.of("Content-Type", "text/html"));
    fields.addAll(List.of(more));
    Answer answer =
        gate.arrive(Head.of().get("/page"))
            .answer(Head.of(fields.toArray(String[]::new)).status(200));
    return ((BodyPlan.Rewrite) ((Answer.Pass) answer).body()).open();
  }

  @Test
  void aPageThatIsNotCompressedGoesOutAsItComes() {
    byte[] page = PAGE.repeat(20).getBytes(UTF_8);
    List<Integer> first = lengths(openPlain(), page);
    assertEquals(first, lengths(openPlain(), page));
    assertEquals(1, memory.recalls());
    assertTrue(first.get(0) > 0, "not held: " + first);
    byte[] half = Arrays.copyOf(page, page.length / 2);
    assertTrue(lengths(openPlain(), half).get(0) > first.get(0) / 3);
    assertEquals(1, memory.recalls());
  }

  @Test
  void whereAPauseWasTheNextVisitorDoesNotWaitForARewriter() {
    byte[] page = PAGE.repeat(20).getBytes(UTF_8);
    lengths(openPlain(), page);
    ByteBuffer beginning = ByteBuffer.wrap(page, 0, 1111);
    PageVersion version = memory.find(new PageMemory.Key(gate.rules(), plainContext())).newest();
    assertFalse(version.isKnownAt(1111));
    try (BodyRewriter paused = openPlain()) {
      paused.write(beginning, bytes -> {});
      paused.flush(bytes -> {});
    }
    assertTrue(version.isKnownAt(1111));
  }

  @Test
  void ofAPageThatPartsFromAKnownOneNothingGoesOutTwice() {
    String page = PAGE.repeat(20);
    lengths(openPlain(), page.getBytes(UTF_8));
    byte[] other = (page.substring(0, 700) + "<b>you</b>" + page.substring(700)).getBytes(UTF_8);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(
        new RewritePlan(gate.rules(), GateObserver.NONE, shut(), plainContext()).open(),
        other,
        expected);
    write(openPlain(), other, out);
    assertEquals(expected.toString(UTF_8), out.toString(UTF_8));
    assertEquals(0, memory.recalls());
  }

  private static void write(BodyRewriter rewriter, byte[] body, ByteArrayOutputStream out) {
    try (rewriter) {
      for (int i = 0; i < body.length; i += 100) {
        rewriter.write(
            ByteBuffer.wrap(body, i, Math.min(100, body.length - i)),
            bytes -> GatedPage.append(out, bytes));
      }
      rewriter.end(bytes -> GatedPage.append(out, bytes));
    }
  }

  private Gating shut() {
    return gate.gating(Consent.UNASKED);
  }

  private PageContext plainContext() {
    return ((RecallPlan)
            ((Answer.Pass)
                    gate.arrive(Head.of().get("/page"))
                        .answer(Head.of("Content-Type", "text/html").status(200)))
                .body())
        .rewriting()
        .page();
  }

  @Test
  void rulesThatWereReadAnewRecallNothing() {
    visit(gzip(PAGE));
    Gate reloaded =
        Gate.of(
            Rules.with().host("statistics", "static.hotjar.com").site(), GateObserver.NONE, memory);
    Answer answer =
        reloaded
            .arrive(Head.of().get("/page"))
            .answer(Head.of("Content-Type", "text/html", "Content-Encoding", "gzip").status(200));
    lengthsWithoutPause(((BodyPlan.Rewrite) ((Answer.Pass) answer).body()).open(), gzip(PAGE));
    assertEquals(0, memory.recalls());
  }

  @Test
  void aPauseOfAnUpstreamThatDoesNotSayItsLengthIsNotWaitedFor() {
    visit(gzip(PAGE));
    List<Integer> lengths = lengths(open(), gzip(PAGE));
    assertEquals(0, lengths.get(0));
    assertTrue(lengths.get(1) > 0, "what had come went out at the pause");
  }

  @Test
  void aPauseEarlyInABodyOfKnownLengthIsWaitedFor() {
    visit(gzip(PAGE));
    byte[] body = gzip(PAGE);
    List<Integer> lengths = lengths(open("Content-Length", "" + body.length), body);
    assertEquals(0, lengths.get(1));
    assertTrue(lengths.get(2) > 0);
  }

  @Test
  void aLongBodyIsNotRemembered() {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    byte[] body = gzip("<p>" + HexFormat.of().formatHex(noise));
    visit(body);
    visit(body);
    assertEquals(0, memory.bytes());
    assertTrue(RecallPlan.of(plan(), memory, body.length) instanceof RewritePlan);
    lengths(openPlain(), new byte[NotedBody.LONGEST + 1]);
    assertEquals(0, memory.bytes());
    lengths(openPlain(), new byte[NotedBody.LONGEST]);
    assertNotEquals(0, memory.bytes());
  }

  private RewritePlan plan() {
    return plan("/");
  }

  private RewritePlan plan(String target) {
    PageContext page =
        new PageContext(
            true,
            "www.site.example",
            target,
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
      held += rewriter instanceof PageRewriter ? 0 : 1;
      lengthsWithoutPause(rewriter, gzip(PAGE + i));
    }
    assertTrue(held >= 4 && held < 80, held + " of 1000 were looked at");
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
      RewritePlan plan = plan("/page" + i % 50);
      PageMemory.Key key = new PageMemory.Key(gate.rules(), plan.page());
      lengthsWithoutPause(new RecallPlan(plan, small, key, body.length).open(), body);
    }
    assertTrue(small.bytes() <= 20_000 && small.bytes() > 5_000, small.bytes() + " bytes");
  }

  @Test
  void aBrokenBodyIsNotRemembered() {
    byte[] body = gzip(PAGE);
    body[body.length - 5] ^= 1;
    for (int i = 0; i < 3; i++) {
      try (BodyRewriter rewriter = open()) {
        assertThrows(BodyClosedException.class, () -> lengths(rewriter, body));
      }
    }
    assertEquals(0, memory.recalls());
    assertEquals(0, memory.bytes());
  }

  @Test
  void noneRemembersNothing() {
    assertTrue(RecallPlan.of(plan(), PageMemory.of(0), 100) instanceof RewritePlan);
  }
}
