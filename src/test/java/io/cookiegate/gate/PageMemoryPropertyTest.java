package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Service;
import io.cookiegate.coding.ByteStep;
import io.cookiegate.coding.ContentCodings;
import io.cookiegate.consent.ConsentPolicy;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * No visitor's page can ever be another's: whatever visits a memory has seen, each gets what a gate
 * without a memory makes for it, and the observer is told the same.
 */
class PageMemoryPropertyTest {
  private static final int VISITS = 150;

  private static final List<String> COOKIES =
      List.of(
          "x=1",
          "acceptcookies=false",
          "acceptcookies=false; acceptcookies-purposes=statistics",
          "acceptcookies=false; acceptcookies-purposes=marketing",
          "acceptcookies=false; acceptcookies-purposes=marketing.statistics",
          "acceptcookies=false; acceptcookies-purposes=~hotjar",
          "acceptcookies=false; acceptcookies-purposes=statistics.~meta",
          "acceptcookies-purposes=~youtube",
          "acceptcookies=true");
  private static final List<String> HOSTS = List.of("www.site.example", "other.site.example");
  private static final List<String> TARGETS = List.of("/page", "/dir/page", "/page?id=1");
  private static final List<String> TYPES =
      List.of("text/html; charset=utf-8", "text/html; charset=utf-16be", "application/xhtml+xml");
  private static final List<String> CODINGS = List.of("gzip", "br", "zstd", "deflate", "");
  private static final List<String> PAGES =
      List.of(
          "<html><body><script src=//static.hotjar.com/x></script><p>a</p></body></html>",
          "<html><body><script src=//static.hotjar.com/y></script><p>b</p></body></html>",
          "<body><img src=matomo/x.png><iframe src=https://www.youtube.com/embed/1></iframe>",
          "<body><img src=/matomo/x.png><script>fbq('init', 1)</script><a href=/x>x</a>",
          "<p>nothing to remove</p>");

  /** Two sites that differ in everything that the rules can differ in. */
  private static SiteRules rules(boolean second) {
    return new SiteRules(
        Vendors.CLASSIFICATION,
        ConsentPolicy.DEFAULT,
        Mode.ENFORCE,
        Unclassified.KEEP,
        second ? Unclassified.REMOVE : Unclassified.KEEP,
        GateLimits.DEFAULT,
        Banner.BUILT_IN,
        new Telling(second));
  }

  /** Markup with all that it is given. */
  private record Telling(boolean second) implements PageMarkup {
    @Override
    public String language(@Nullable String acceptLanguage) {
      return acceptLanguage == null ? "en" : acceptLanguage;
    }

    @Override
    public byte[] placeholder(Embed embed) {
      return ("[gone " + second + embed.language() + embed.place() + "]").getBytes(UTF_8);
    }

    @Override
    public byte[] standIn(Service service, Place place) {
      return ("<script src=/stand-in" + second + place.target() + "></script>").getBytes(UTF_8);
    }

    @Override
    public byte[] banner(Invitation asks) {
      return ("<form>"
              + second
              + asks.language()
              + asks.place()
              + asks.consent().choice()
              + "</form>")
          .getBytes(UTF_8);
    }
  }

  private record Request(boolean secure, String host, String target, Fields fields)
      implements RequestHead {
    @Override
    public String method() {
      return "GET";
    }
  }

  /** A visit, drawn at random from few of each, so that most of what it is made of came before. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Visiting(
      boolean second, Request request, Head answer, String coding, byte[] body) {
    static Visiting draw(Random random) {
      Head fields =
          Head.of(
              "Cookie", one(random, COOKIES),
              "Accept-Language", one(random, List.of("en", "sv")),
              "Sec-Fetch-Dest", one(random, List.of("document", "iframe")));
      String coding = one(random, CODINGS);
      byte[] body = coded(coding, one(random, PAGES).getBytes(UTF_8));
      List<String> answer = new ArrayList<>(List.of("Content-Type", one(random, TYPES)));
      if (!coding.isEmpty()) {
        answer.addAll(List.of("Content-Encoding", coding));
      }
      if (random.nextBoolean()) {
        answer.addAll(List.of("Content-Length", Integer.toString(body.length)));
      }
      return new Visiting(
          random.nextBoolean(),
          new Request(random.nextBoolean(), one(random, HOSTS), one(random, TARGETS), fields),
          Head.of(answer.toArray(String[]::new)),
          coding,
          body);
    }

    private static <T> T one(Random random, List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    /** The body as a visitor gets it. */
    byte[] through(Gate gate, Random cuts) {
      Answer answered = gate.arrive(request).answer(answer.status(200));
      BodyPlan plan = ((Answer.Pass) answered).body();
      if (!(plan instanceof BodyPlan.Rewrite rewrite)) {
        return body;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BodySink sink = bytes -> GatedPage.append(out, bytes);
      try (BodyRewriter rewriter = rewrite.open()) {
        int cut = cuts.nextInt(body.length + 1);
        rewriter.write(ByteBuffer.wrap(body, 0, cut), sink);
        if (cuts.nextInt(4) == 0) {
          rewriter.flush(sink);
        }
        rewriter.write(ByteBuffer.wrap(body, cut, body.length - cut), sink);
        rewriter.end(sink);
      }
      return decoded(coding, out.toByteArray());
    }
  }

  private static byte[] coded(String coding, byte[] bytes) {
    return through(ContentCodings.encoder(coding), bytes);
  }

  private static byte[] decoded(String coding, byte[] bytes) {
    return through(ContentCodings.decoder(coding), bytes);
  }

  private static byte[] through(ByteStep step, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (step) {
      step.write(ByteBuffer.wrap(bytes), piece -> GatedPage.append(out, piece));
      step.end(piece -> GatedPage.append(out, piece));
    }
    return out.toByteArray();
  }

  @Property(tries = 40)
  void everyVisitorGetsWhatWouldBeMadeForThem(@ForAll Random random) {
    PageMemory memory = PageMemory.of(1 << 20);
    Told told = new Told();
    Told plainlyTold = new Told();
    List<Gate> remembering = new ArrayList<>();
    List<Gate> plain = new ArrayList<>();
    for (SiteRules rules : List.of(rules(false), rules(true))) {
      remembering.add(Gate.of(rules, told, memory));
      plain.add(Gate.of(rules, plainlyTold));
    }
    List<Visiting> visits = new ArrayList<>();
    for (int i = 0; i < VISITS; i++) {
      boolean again = i > 0 && random.nextInt(3) == 0;
      Visiting visit = again ? visits.get(random.nextInt(visits.size())) : Visiting.draw(random);
      visits.add(visit);
      int site = visit.second() ? 1 : 0;
      byte[] expected = visit.through(plain.get(site), random);
      assertArrayEquals(expected, visit.through(remembering.get(site), random));
      assertEquals(plainlyTold.events, told.events);
    }
    assertTrue(memory.recalls() > 5, () -> memory.recalls() + " pages were recalled");
  }
}
