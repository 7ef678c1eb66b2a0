package io.cookiegate.gate;

import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.html.Namespace;
import io.cookiegate.html.Syntax;
import io.cookiegate.html.TextVerdict;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the judges of one page share. */
final class PageScope {
  /** A page in a page in a page: deeper ones are not looked into, and go. */
  private static final int DEEPEST = 4;

  final SiteRules rules;
  final Gating gating;
  final GateObserver observer;
  final PageContext page;
  final UrlJudge urls;
  final ScriptJudge scripts;
  final StyleJudge styles;
  final ContentJudge contents;
  final ForeignText foreign = new ForeignText();
  final ScriptNonce nonce = new ScriptNonce();
  final PageCharset charset;
  private final int depth;
  private final boolean xhtml;
  private String embedLanguage;
  private boolean baseElsewhere;
  private String pageNonce;
  private final Set<String> standIns = new HashSet<>(4);

  PageScope(
      SiteRules rules,
      Gating gating,
      GateObserver observer,
      PageContext page,
      PageCharset charset) {
    this(rules, gating, observer, page, charset, 0);
  }

  private PageScope(
      SiteRules rules,
      Gating gating,
      GateObserver observer,
      PageContext page,
      PageCharset charset,
      int depth) {
    this.rules = rules;
    this.gating = gating;
    this.observer = observer;
    this.page = page;
    this.charset = charset;
    this.depth = depth;
    this.xhtml = depth == 0 && PageType.of(page.contentType()) == PageType.XHTML;
    this.embedLanguage = page.language();
    this.pageNonce = page.nonce();
    this.urls = new UrlJudge(rules, gating, observer, page, charset);
    this.scripts = new ScriptJudge(rules, gating, urls.hosts(), charset);
    this.styles = new StyleJudge(urls, charset);
    this.contents = new ContentJudge(this);
  }

  /** The scope of a page inside this one; null where it is too deep. */
  @Nullable PageScope nested() {
    if (depth == DEEPEST) {
      return null;
    }
    PageScope inner = new PageScope(rules, gating, observer, page, charset, depth + 1);
    inner.baseElsewhere = baseElsewhere;
    return inner;
  }

  /** Lets go of what only the tags at hand needed. */
  void rest() {
    urls.rest();
    scripts.rest();
    styles.rest();
    contents.rest();
    foreign.rest();
  }

  /** Whether this page asks: one inside a page never does. */
  boolean asks() {
    return depth == 0 && page.asks();
  }

  /** The question that this page asks, as it is to stand where the page is read to by now. */
  byte[] banner() {
    return own(
        rules
            .markup()
            .banner(
                new Invitation(
                    rules.classification(),
                    page.consent(),
                    page.language(),
                    place(),
                    xhtml ? Syntax.XML : Syntax.HTML)));
  }

  /** Whether markup of ours can stand where an element of a namespace does. */
  boolean takesMarkup(Namespace namespace) {
    return namespace == Namespace.HTML || (xhtml && namespace == Namespace.XHTML);
  }

  private byte[] own(byte[] markup) {
    return xhtml ? XmlMarkup.inXhtml(markup) : markup;
  }

  /** What stands where an embed was. */
  byte[] placeholder(Embed embed) {
    return own(rules.markup().placeholder(embed));
  }

  /** The place for own markup, where the page is read to by now. */
  Place place() {
    return new Place(page.target(), baseElsewhere ? page.origin() : "", pageNonce);
  }

  /** Scripts with this nonce run, if the page has none already. */
  void useNonce(String given) {
    pageNonce = pageNonce.isEmpty() ? given : pageNonce;
  }

  // The script that goes was allowed by its own nonce, where it had one.
  private Place placeOfScript() {
    Place place = place();
    String own = nonce.toString();
    return own.isEmpty() ? place : new Place(place.target(), place.origin(), own);
  }

  /** The page's base is a page of this host, or one of another. */
  void useBase(byte[] a, int from, int to) {
    baseElsewhere = urls.leadsElsewhere(a, from, to);
    urls.useBase(a, from, to);
  }

  /** The declaration for a place in this page; empty where the page is not to have it. */
  byte[] declaration() {
    boolean declares = depth == 0 && rules.markup().declaresOn(page.target());
    return declares ? own(rules.markup().declaration(rules, embedLanguage)) : Bytes.NONE;
  }

  /** The language of what stands where an embed was: the page's own where it names one. */
  String embedLanguage() {
    return embedLanguage;
  }

  void usePageLanguage(String lang) {
    embedLanguage = rules.markup().language(lang);
  }

  @Nullable Service service(TagVerdict verdict) {
    TagRule rule = verdict.rule();
    return rule == null ? null : rules.classification().service(rule.service());
  }

  /** The stand-in that a removed script leaves: once a page for each service, else nothing. */
  byte[] standIn(TagVerdict verdict) {
    Service service = service(verdict);
    if (service == null || service.standIns().isEmpty() || !standIns.add(service.id())) {
      return Bytes.NONE;
    }
    return own(rules.markup().standIn(service, placeOfScript()));
  }

  /** A script goes by its text, with or without a stand-in. */
  TextVerdict scriptRemoved(TagVerdict verdict, boolean leavesStandIn) {
    inlineRemoved(verdict);
    byte[] standIn = leavesStandIn ? standIn(verdict) : Bytes.NONE;
    return standIn.length == 0 ? TextVerdict.REMOVE : TextVerdict.replaceElement(standIn);
  }

  void inlineRemoved(TagVerdict verdict) {
    TagRule rule = verdict.rule();
    String name = rule instanceof TagRule.Host host ? host.host() : "inline";
    observer.tag(name, rule, GateObserver.Outcome.REMOVED);
  }
}
