package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cookiegate.coding.ContentCodings;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentReading;
import org.jspecify.annotations.Nullable;

/** One request and its answers under one consent. Used by one thread at a time. */
public final class Visit {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_MODIFIED = 304;
  private static final int NO_CONTENT = 204;
  private static final int RESET_CONTENT = 205;

  private static final PageCharset HEADER_CHARSET = PageCharset.utf8();

  private final Gate gate;
  private final RequestHead visitorRequest;
  private final Consent consent;
  private final Once once;
  private final boolean ungated;
  private final Consent passing;
  private final Gating gating;
  private final CookieVerdicts cookies;
  private final Leftovers leftovers = new Leftovers();
  private final boolean prospect;
  private final boolean declares;
  private @Nullable Asking asking;
  private final HeadEdits requestEdits;

  Visit(Gate gate, RequestHead visitorRequest) {
    this.gate = gate;
    this.visitorRequest = visitorRequest;
    ConsentReading reading = gate.read(visitorRequest.fields());
    this.consent = gate.consentIn(reading);
    this.once = Once.of(gate.rules(), reading, visitorRequest);
    this.ungated = gate.rules().ungated().covers(visitorRequest.target());
    this.passing = ungated ? Consent.GRANTED : consent.allowing(once.services());
    this.gating = gate.gating(passing);
    this.cookies = new CookieVerdicts(gate.rules(), gating, gate.observer());
    this.prospect = PageProspect.of(visitorRequest);
    this.declares = gate.rules().markup().declaresOn(visitorRequest.target());
    this.requestEdits = judgeRequest();
    gate.observer().arrived(consent);
  }

  private HeadEdits judgeRequest() {
    if (!rewrites()) {
      return HeadEdits.NONE;
    }
    HeadEdits edits =
        new RequestJudge(visitorRequest, this::variant, cookies, prospect, leftovers, returned())
            .edits();
    return observesOnly() ? HeadEdits.NONE : edits;
  }

  // Whoever was never asked may send what an earlier visit left.
  private @Nullable ReturnedCookies returned() {
    return consent.choice() == Choice.REFUSED && !observesOnly()
        ? new ReturnedCookies(visitorRequest, gate.observer())
        : null;
  }

  /** Whether pages are made anew: something may have to go, or the declaration comes in. */
  private boolean rewrites() {
    return declares || !gating.passesAll();
  }

  /** Read when it is first needed: most answers are no pages. */
  private Asking asking() {
    Asking read = asking;
    if (read == null) {
      read = Asking.of(gate.rules(), consent, visitorRequest);
      asking = read;
    }
    return read;
  }

  /** What tells this visitor's version of a page from every other. */
  private String variant() {
    String declared = declares ? "d" + asking().language() : "";
    return gating.variant() + asking().variant() + declared;
  }

  private boolean observesOnly() {
    return ungated || gate.rules().mode() == Mode.OBSERVE;
  }

  /** What the visitor said. */
  public Consent consent() {
    return consent;
  }

  /** What changes in the request before the upstream sees it. */
  public HeadEdits requestEdits() {
    return requestEdits;
  }

  /** Judges an answer that is not interim (status 200 and up, and 101). */
  public Answer answer(ResponseHead upstreamResponse) {
    AnswerJudge judge = judge(upstreamResponse.fields());
    if (isRedirect(upstreamResponse.status())) {
      redirect(judge);
    }
    once.expire(judge, visitorRequest.secure());
    if (observesOnly()) {
      return new Answer.Pass(HeadEdits.NONE, observed(judge, upstreamResponse.status()));
    }
    return switch (upstreamResponse.status()) {
      case SWITCHING_PROTOCOLS, NO_CONTENT, RESET_CONTENT -> verbatim(judge);
      case NOT_MODIFIED -> notModified(judge);
      default -> whole(judge, upstreamResponse.status());
    };
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /**
   * A redirect to a gated address is followed only where the visitor goes there, not where a page has
   * it fetched; so no cache may give the one's answer to the other.
   */
  private void redirect(AnswerJudge judge) {
    if (!judge.leadsTo(this::waitsForConsent)) {
      return;
    }
    judge.varyByCookie();
    boolean withheld = !Navigation.isOfVisitor(visitorRequest.fields());
    if (withheld && judge.leadsTo(this::isGated)) {
      judge.leadNowhere();
    } else {
      judge.vary(Navigation.DEPENDS_ON);
    }
  }

  /** The judge reads along where it would have rewritten; the answer stays as it is. */
  private BodyPlan observed(AnswerJudge judge, int status) {
    String coding = judge.contentEncoding();
    boolean readable = coding == null || ContentCodings.canUndo(coding);
    boolean judged =
        isJudged(judge.type()) && !gating.passesAll() && readable && hasWholeBody(status);
    return judged ? new ObservePlan(plan(judge, false)) : BodyPlan.VERBATIM;
  }

  private static boolean hasWholeBody(int status) {
    return switch (status) {
      case SWITCHING_PROTOCOLS, NO_CONTENT, RESET_CONTENT, PARTIAL_CONTENT, NOT_MODIFIED -> false;
      default -> true;
    };
  }

  private AnswerJudge judge(Fields fields) {
    AnswerJudge judge = new AnswerJudge(fields);
    judge.judge(cookies, visitorRequest.host(), gate.clock(), this::isGated);
    return judge;
  }

  /** Whether a URL in a header field is gated; one that cannot be read for sure is. */
  private boolean isGated(String url) {
    if (gating.passesAll()) {
      return false;
    }
    return isGated(url, gating, gate.observer());
  }

  private boolean isGated(String url, Gating by, GateObserver watching) {
    byte[] bytes = url.getBytes(ISO_8859_1);
    UrlJudge urls =
        new UrlJudge(gate.rules(), by, watching, page(null, null, "", false), HEADER_CHARSET);
    return urls.judge(bytes, 0, bytes.length) != null;
  }

  /** Whether a URL in a header field is gated for a visitor who has consented to nothing. */
  private boolean waitsForConsent(String url) {
    return isGated(url, gate.gating(Consent.REFUSED), GateObserver.NONE);
  }

  private Answer whole(AnswerJudge judge, int status) {
    PageType type = judge.type();
    if (type == PageType.XML) {
      judge.vary(PageProspect.DESTINATION);
    }
    if (!isJudged(type)) {
      return verbatim(judge);
    }
    varyAsPage(judge);
    if (!rewrites()) {
      return verbatim(judge);
    }
    return status == PARTIAL_CONTENT ? close(Closure.PARTIAL_PAGE) : rewritten(judge, type, status);
  }

  /** The same with and without consent: caches lose pages of one address whose Vary differs. */
  private void varyAsPage(AnswerJudge judge) {
    judge.varyByCookie();
    judge.vary(Asking.dependsOn(gate.rules()));
    if (declares) {
      judge.vary("Accept-Language");
    }
  }

  /** Whether the body is judged: a page, a document, or what says what a page fetches ahead. */
  private boolean isJudged(PageType type) {
    return switch (type) {
      case HTML, UNKNOWN, XHTML, SPECULATION_RULES -> true;
      case XML -> PageProspect.isDocument(visitorRequest.fields());
      case OTHER -> false;
    };
  }

  private Answer rewritten(AnswerJudge judge, PageType type, int status) {
    String coding = judge.contentEncoding();
    if (coding != null && !ContentCodings.canUndo(coding)) {
      return close(Closure.UNKNOWN_CODING);
    }
    boolean asks =
        type.isPage() && asking().asksOn(status) && ContentPolicy.letsAnswer(judge.policies());
    judge.becomeRewritten(
        variant(), ContentPolicy.source(origin(), gate.rules().markup().folder()));
    expireLeftovers(judge);
    RewritePlan plan = plan(judge, asks);
    PageMemory memory = judge.isForOne() ? PageMemory.NONE : gate.memory();
    return new Answer.Pass(judge.build(), RecallPlan.of(plan, memory, judge.length()));
  }

  private RewritePlan plan(AnswerJudge judge, boolean asks) {
    PageContext page =
        page(
            judge.contentType(),
            judge.contentEncoding(),
            ContentPolicy.nonce(judge.policies()),
            asks);
    return new RewritePlan(gate.rules(), gate.observer(), gating, page);
  }

  private PageContext page(
      @Nullable String contentType, @Nullable String contentEncoding, String nonce, boolean asks) {
    return new PageContext(
        visitorRequest.secure(),
        visitorRequest.host(),
        visitorRequest.target(),
        asking().language(),
        contentType,
        contentEncoding,
        asks,
        passing,
        nonce,
        origin());
  }

  // In front of the gate may be what speaks https. Browsers send Fetch Metadata to origins that
  // they
  // trust only (Fetch Metadata section 2), which are those of https and the own machine.
  private String origin() {
    Fields fields = visitorRequest.fields();
    String asked = fields.first("Host");
    boolean secure = visitorRequest.secure() || fields.first("Sec-Fetch-Dest") != null;
    return (secure ? "https://" : "http://") + (asked == null ? visitorRequest.host() : asked);
  }

  private void expireLeftovers(AnswerJudge judge) {
    leftovers.expire(judge.edits()::add, visitorRequest, visitorRequest.target(), gate.observer());
  }

  private Answer notModified(AnswerJudge judge) {
    if (prospect) {
      varyAsPage(judge);
    }
    if (prospect && rewrites()) {
      judge.markEntityTag(variant());
    }
    return verbatim(judge);
  }

  private static Answer verbatim(AnswerJudge judge) {
    if (judge.cookiesByConsent()) {
      judge.varyByCookie();
    }
    return new Answer.Pass(judge.build(), BodyPlan.VERBATIM);
  }

  private Answer close(Closure reason) {
    gate.observer().closed(reason);
    return new Answer.Close(reason);
  }

  /** Judges an interim answer (1xx other than 101): its {@code Set-Cookie} and {@code Link}. */
  public HeadEdits interim(ResponseHead upstreamResponse) {
    return fieldsOnly(upstreamResponse.fields());
  }

  /** Judges the trailer fields of an answer. */
  public HeadEdits trailers(Fields upstreamTrailers) {
    return fieldsOnly(upstreamTrailers);
  }

  private HeadEdits fieldsOnly(Fields fields) {
    HeadEdits edits = judge(fields).build();
    return observesOnly() ? HeadEdits.NONE : edits;
  }
}
