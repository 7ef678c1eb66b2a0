package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Service;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentPolicy;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page on its way through the gate, for tests: settings, then bytes in and bytes out. */
final class GatedPage {
  private Classification classification = Vendors.CLASSIFICATION;
  private Consent consent = Consent.UNASKED;
  private Unclassified unclassified = Unclassified.KEEP;
  private GateLimits limits = GateLimits.DEFAULT;
  private GateObserver observer = GateObserver.NONE;
  private String target = "/dir/page.html";
  private @Nullable String contentType = "text/html; charset=utf-8";
  private @Nullable String coding;
  private String host = "www.site.example";
  private @Nullable Gating shared;

  static GatedPage of(PageCase page) {
    GatedPage gated = new GatedPage();
    gated.target = page.setting("target", gated.target);
    gated.contentType = page.setting("type", "text/html; charset=utf-8");
    gated.unclassified = Unclassified.valueOf(page.setting("unclassified", "KEEP"));
    String purposes = page.setting("purposes", "");
    if (!purposes.isEmpty()) {
      gated.consent = new Consent(Choice.REFUSED, Set.of(purposes.split(" ")));
    }
    int tag = Integer.parseInt(page.setting("tag-limit", "16384"));
    int script = Integer.parseInt(page.setting("script-limit", "32768"));
    gated.limits = new GateLimits(tag, script);
    return gated;
  }

  GatedPage classification(Classification other) {
    classification = other;
    return this;
  }

  GatedPage host(String name) {
    host = name;
    return this;
  }

  GatedPage consent(Consent given) {
    consent = given;
    return this;
  }

  GatedPage observer(GateObserver watching) {
    observer = watching;
    return this;
  }

  GatedPage unclassified(Unclassified tags) {
    unclassified = tags;
    return this;
  }

  /** As for many visitors: what was found in one page is known with the next. */
  GatedPage gating(Gating forMany) {
    shared = forMany;
    return this;
  }

  GatedPage limits(GateLimits bounds) {
    limits = bounds;
    return this;
  }

  GatedPage contentType(@Nullable String type) {
    contentType = type;
    return this;
  }

  GatedPage coding(@Nullable String contentEncoding) {
    coding = contentEncoding;
    return this;
  }

  BodyRewriter open() {
    return plan().open();
  }

  RewritePlan plan() {
    return new RewritePlan(rules(), observer, gating(), page());
  }

  /** The judge of this page's scripts. */
  ScriptJudge scripts() {
    return scope(PageCharset.utf8()).scripts;
  }

  /** What its judges share. */
  PageScope scope(PageCharset charset) {
    return new PageScope(rules(), gating(), observer, page(), charset);
  }

  private Gating gating() {
    return shared == null ? Gating.remembering(classification, consent) : shared;
  }

  private PageContext page() {
    return new PageContext(
        true, host, target, "en", contentType, coding, false, consent, "", "https://" + host);
  }

  private SiteRules rules() {
    return new SiteRules(
        classification,
        ConsentPolicy.DEFAULT,
        Mode.ENFORCE,
        Unclassified.KEEP,
        unclassified,
        limits,
        Banner.NONE,
        new PlainMarkup());
  }

  /** What becomes of a page that comes in pieces of a size. */
  byte[] rewrite(byte[] page, int piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BodySink sink = bytes -> append(out, bytes);
    try (BodyRewriter rewriter = open()) {
      for (int i = 0; i < page.length; i += piece) {
        rewriter.write(ByteBuffer.wrap(page, i, Math.min(piece, page.length - i)), sink);
      }
      rewriter.end(sink);
    }
    return out.toByteArray();
  }

  String rewrite(String page) {
    byte[] bytes = page.getBytes(ISO_8859_1);
    return new String(rewrite(bytes, Math.max(1, bytes.length)), ISO_8859_1);
  }

  static void append(ByteArrayOutputStream out, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    out.writeBytes(copy);
  }

  /** Markup that is easy to recognise. */
  private static final class PlainMarkup implements PageMarkup {
    @Override
    public String language(@Nullable String language) {
      return language == null ? "en" : language;
    }

    @Override
    public byte[] placeholder(Embed embed) {
      Service service = embed.service();
      String name = service == null ? "?" : service.id();
      String size = embed.width() + "x" + embed.height();
      return ("<i>[" + name + " " + size + " " + embed.language() + "]</i>").getBytes(US_ASCII);
    }

    @Override
    public byte[] standIn(Service service, Place place) {
      String permit = place.nonce().isEmpty() ? "" : " nonce=\"" + place.nonce() + "\"";
      return ("<script" + permit + " src=\"/stand-in?" + service.id() + "\"></script>")
          .getBytes(US_ASCII);
    }
  }
}
