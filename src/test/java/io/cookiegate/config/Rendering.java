package io.cookiegate.config;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.diagnostic.Finding;
import io.cookiegate.wording.Appearance;
import io.cookiegate.wording.BannerTemplate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was read, in plain lines for people to compare. */
final class Rendering {
  private static final String DEFAULT_RECEIPTS =
      "embedded, queue of 67108864 in .*/receipts, kept PT26280H";

  private final StringBuilder lines = new StringBuilder();

  static String of(List<Finding> findings) {
    return findings.stream().map(f -> f + "\n").collect(Collectors.joining());
  }

  static String of(GateConfig config) {
    Rendering rendering = new Rendering();
    config.listeners().forEach(rendering::listener);
    if (config.admin() != null) {
      rendering.line("admin", config.admin().host() + ":" + config.admin().port());
    }
    config.sites().forEach(rendering::site);
    rendering.receipts(config.receipts());
    rendering.limits(config.limits());
    rendering.timeouts(config.timeouts());
    rendering.operations(config.operations());
    config.files().forEach(file -> rendering.line("file", file.toString()));
    return rendering.lines.toString();
  }

  private void listener(Listener listener) {
    String host = listener.host() == null ? "every address" : listener.host();
    String tls =
        listener.tls() == null
            ? ""
            : ", tls " + listener.tls().certificate() + " " + listener.tls().key();
    String proxied = listener.proxyProtocol() ? ", PROXY protocol" : "";
    line("listen", host + ", port " + listener.port() + tls + proxied);
  }

  private void site(Site site) {
    line("site", site.hosts() + " to " + site.upstream().origin());
    if (!site.upstream().standbys().isEmpty()) {
      line("  standbys", site.upstream().standbys().toString());
    }
    if (site.upstream().authorities() != null) {
      line("  authorities", site.upstream().authorities().toString());
    }
    line("  mode", Kinds.spelling(site.mode()) + ", banner " + Kinds.spelling(site.banner()));
    line(
        "  unclassified",
        "cookies "
            + Kinds.spelling(site.unclassifiedCookies())
            + ", tags "
            + Kinds.spelling(site.unclassifiedTags()));
    appearance(site.appearance());
    if (!site.ungated().prefixes().isEmpty()) {
      line("  ungated", site.ungated().prefixes().toString());
    }
    consent(site.consent());
  }

  private void appearance(Appearance appearance) {
    if (!appearance.equals(Appearance.BUILT_IN)) {
      String text = appearance.wording().in("en").text("choice.accept");
      boolean own = !appearance.banner().equals(BannerTemplate.BUILT_IN);
      String style = appearance.styleSheet();
      int length = style == null ? 0 : style.length();
      line("  appearance", text + ", own template " + own + ", own style " + length);
    }
  }

  private void consent(ConsentPolicy consent) {
    line("  consent", consent.cookie() + " and " + consent.purposesCookie());
    line("    granted", new TreeSet<>(consent.granted()).toString());
    line("    refused", new TreeSet<>(consent.refused()).toString());
    line(
        "    lifetime",
        consent.lifetime() + ", GPC " + consent.honourGpc() + ", again " + consent.asksAgain());
  }

  private void receipts(Receipts receipts) {
    if (receipts == null) {
      line("receipts", "none");
    } else if (!receipts.toString().matches(DEFAULT_RECEIPTS)) {
      line("receipts", receipts.toString());
    }
  }

  private void limits(Limits limits) {
    line(
        "limits",
        limits.page().tagBytes()
            + " tag, "
            + limits.page().scriptBytes()
            + " script, "
            + limits.requestHeaderBytes()
            + " request, "
            + limits.responseHeaderBytes()
            + " response, "
            + limits.upstreamConnections()
            + " connections"
            + memory(limits));
    if (!visitors(limits).equals(visitors(Limits.DEFAULT))) {
      line("  visitors", visitors(limits));
    }
  }

  private static String visitors(Limits limits) {
    return limits.visitorConnections()
        + " connections, "
        + limits.visitorBytesPerSecond()
        + " bytes a second, "
        + limits.upstreamQueue()
        + " wait for an upstream";
  }

  private static String memory(Limits limits) {
    return limits.pageMemoryBytes() == Limits.DEFAULT.pageMemoryBytes()
        ? ""
        : ", " + limits.pageMemoryBytes() + " memory";
  }

  private void timeouts(Timeouts timeouts) {
    line(
        "timeouts",
        timeouts.connect()
            + " connect, "
            + timeouts.response()
            + " response, "
            + timeouts.idle()
            + " idle"
            + waiting(timeouts));
  }

  private static String waiting(Timeouts timeouts) {
    boolean usual =
        timeouts.queue().equals(Timeouts.DEFAULT.queue())
            && timeouts.requestHead().equals(Timeouts.DEFAULT.requestHead());
    return usual
        ? ""
        : ", " + timeouts.queue() + " queue, " + timeouts.requestHead() + " request head";
  }

  /** What is as it is by default is left out. */
  private void operations(Operations operations) {
    if (!operations.forwarding().equals(Forwarding.DEFAULT)) {
      line("forwarding", operations.forwarding().toString());
    }
    optional("access log", operations.accessLog() == null ? null : operations.accessLog() + "");
    if (!operations.deviations().isEmpty()) {
      line("deviations", new TreeSet<>(operations.deviations()).toString());
    }
    if (!operations.shutdown().equals(Shutdown.DEFAULT)) {
      line("shutdown", operations.shutdown().toString());
    }
  }

  static String of(Contents contents) {
    Rendering rendering = new Rendering();
    contents.categories().values().forEach(rendering::category);
    contents.services().values().forEach(rendering::service);
    return rendering.lines.toString();
  }

  private void category(Category category) {
    line(
        "category",
        category.id()
            + (category.needsConsent() ? " needs consent " : " needs no consent ")
            + category.position());
    text("  title", category.title());
    text("  description", category.description());
  }

  private void service(Service service) {
    line("service", service.id() + ", " + service.category() + " " + service.position());
    line("  name", service.name());
    text("  purpose", service.purpose());
    text("  stores", service.stores());
    text("  third-party", service.thirdParty());
    optional("  policy", service.policy());
    optional("  reason", service.reason());
    service.cookies().forEach(this::cookie);
    service.tags().forEach(this::tag);
    if (!service.standIns().isEmpty()) {
      line("  stand-in", service.standIns().toString());
    }
  }

  private void cookie(CookieRule rule) {
    String kind = Kinds.spelling(rule.pattern().getClass().getSimpleName());
    String scope = rule.domain() == null ? "" : " on " + rule.domain();
    line(
        "  cookie",
        kind
            + " "
            + rule.pattern().text()
            + scope
            + lifetime(rule)
            + ", "
            + rule.category()
            + " "
            + rule.position());
    text("    purpose", rule.purpose());
    optional("    reason", rule.reason());
  }

  private static String lifetime(CookieRule rule) {
    Lifetime lifetime = rule.lifetime();
    if (lifetime == null) {
      return "";
    }
    String enforced = rule.enforceLifetime() ? " at most" : "";
    return " for"
        + enforced
        + " "
        + (lifetime.duration() == null ? "session" : lifetime.duration());
  }

  private void tag(TagRule rule) {
    String subject =
        rule instanceof TagRule.Host host
            ? "host " + host.host() + host.path()
            : "inline " + ((TagRule.Inline) rule).literals();
    line("  tag", subject + ", " + rule.category() + " " + rule.position());
  }

  private void text(String label, LocalizedText text) {
    if (!text.isEmpty()) {
      line(label, text.byLanguage().toString());
    }
  }

  private void optional(String label, String value) {
    if (value != null) {
      line(label, value);
    }
  }

  private void line(String label, String value) {
    lines.append(label).append(": ").append(value).append('\n');
  }
}
