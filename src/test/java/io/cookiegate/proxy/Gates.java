package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.GateLimits;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.PageMarkup;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.gate.UngatedPaths;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Proxy servers for tests, whose gate knows one tracker: the cookie _track and tracker.test. */
final class Gates {
  private static final Position HERE = new Position("test", 1, 1);
  private static final Duration AMPLE = Duration.ofSeconds(30);

  private Gates() {}

  static Gate gate() {
    return gate(GateObserver.NONE);
  }

  static Gate gate(GateObserver observer) {
    CookieRule cookie =
        new CookieRule(
            new NamePattern.Exact("_track"),
            null,
            null,
            false,
            LocalizedText.NONE,
            null,
            "tracker",
            "marketing",
            Origin.SITE,
            HERE);
    TagRule host = new TagRule.Host("tracker.test", "/", "tracker", "marketing", Origin.SITE, HERE);
    Service tracker =
        new Service(
            "tracker",
            "Tracker",
            "marketing",
            LocalizedText.english("tracking"),
            LocalizedText.NONE,
            LocalizedText.NONE,
            null,
            null,
            List.of(cookie),
            List.of(host),
            List.of(),
            Origin.SITE,
            HERE);
    Category marketing =
        new Category(
            "marketing", true, LocalizedText.english("Marketing"), LocalizedText.NONE, HERE);
    return gate(Classification.of(List.of(marketing), List.of(tracker)), observer);
  }

  /** A gate that knows no tracker. */
  static Gate unclassified() {
    return gate(Classification.of(List.of(), List.of()), GateObserver.NONE);
  }

  private static Gate gate(Classification classification, GateObserver observer) {
    SiteRules rules =
        new SiteRules(
            classification,
            ConsentPolicy.DEFAULT,
            Mode.ENFORCE,
            Unclassified.KEEP,
            Unclassified.KEEP,
            GateLimits.DEFAULT,
            Banner.NONE,
            new NoMarkup(),
            new UngatedPaths(List.of("/ungated/")));
    return Gate.of(rules, observer);
  }

  private static final class NoMarkup implements PageMarkup {
    @Override
    public byte[] placeholder(io.cookiegate.gate.Embed embed) {
      return "[gone]".getBytes(US_ASCII);
    }

    @Override
    public byte[] standIn(Service service, io.cookiegate.gate.Place place) {
      return new byte[0];
    }
  }

  static Site site(URI upstream, String... hosts) {
    return new Site(List.of(hosts), Upstream.of(upstream), gate());
  }

  /** Time enough for all that a busy machine comes to late. */
  static ProxyTimeouts ample() {
    return new ProxyTimeouts(AMPLE, AMPLE, AMPLE, AMPLE, AMPLE, AMPLE, AMPLE);
  }

  /** An upstream is given up after two seconds of silence, and kept for as long: a test sees it. */
  static ProxyTimeouts impatient() {
    Duration silence = Duration.ofSeconds(2);
    return new ProxyTimeouts(AMPLE, silence, silence, AMPLE, AMPLE, AMPLE, AMPLE);
  }

  static ProxySettings settings(Site... sites) {
    return settings(ample(), sites);
  }

  static ProxySettings settings(ProxyTimeouts timeouts, Site... sites) {
    return new ProxySettings(
        List.of(new Listener("127.0.0.1", 0, null)), List.of(sites), ProxyLimits.DEFAULT, timeouts);
  }

  static ProxyServer start(ProxySettings settings) throws ProxyStartException {
    ProxyServer server = new ProxyServer(settings);
    server.start();
    return server;
  }

  /** A started gate in front of an upstream for every host. */
  static ProxyServer before(RawUpstream upstream) throws ProxyStartException {
    return start(settings(site(upstream.uri(), "*")));
  }
}
