package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.TagRule;
import io.cookiegate.host.RegistrableDomain;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The judge of the hosts that one page names, with a path. A host is gated where the most specific rule
 * about it waits for consent; where no rule knows a third party's, the site says what happens.
 */
final class HostJudge {
  private final Classification classification;
  private final Gating gating;
  private final Unclassified unclassified;
  private final GateObserver observer;
  private final HostNames names;
  private final byte[] site;
  private final Scratch scratch = new Scratch();

  HostJudge(SiteRules rules, Gating gating, GateObserver observer, String pageHost) {
    this.classification = rules.classification();
    this.gating = gating;
    this.unclassified = rules.unclassifiedTags();
    this.observer = observer;
    this.names = gating.hostNames();
    String domain = RegistrableDomain.of(pageHost);
    this.site = (domain == null ? pageHost : domain).getBytes(US_ASCII);
  }

  /** Lets go of what only the host at hand needed. */
  void rest() {
    scratch.rest();
  }

  /** Whether hosts that no rule knows matter, too. */
  boolean judgesUnknown() {
    return unclassified == Unclassified.REMOVE;
  }

  /** The domain whose hosts are the site's own. */
  byte[] site() {
    return site;
  }

  /** Why a host and a path that a URL leads to are gated; null where they are not. */
  @Nullable TagVerdict judge(byte[] a, int from, int hostTo, int pathFrom, int pathTo) {
    TagRule.Host rule = rule(a, from, hostTo, pathFrom, pathTo);
    if (rule == null) {
      return isThirdParty(a, from, hostTo) ? unclassified(names.of(a, from, hostTo)) : null;
    }
    boolean gated = gating.gates(rule);
    observer.tag(name(rule, a, from, hostTo), rule, outcome(gated));
    return gated ? new TagVerdict(rule) : null;
  }

  /** The name of a host that a rule is about, or of which it is about a parent. */
  private String name(TagRule.Host rule, byte[] a, int from, int to) {
    boolean isItself = rule.host().length() == to - from;
    return isItself ? rule.host() : names.of(a, from, to);
  }

  /** Whether a host and path that some text names are gated by a rule. */
  boolean gates(byte[] a, int from, int hostTo, int pathFrom, int pathTo) {
    TagRule.Host rule = rule(a, from, hostTo, pathFrom, pathTo);
    return rule != null && gating.gates(rule);
  }

  /**
   * Why a host and path that a script names are gated; null where they are not. Where the site takes
   * out what no rule knows, that is a third party's host in an address, unless it only ever names a
   * vocabulary.
   */
  @Nullable TagVerdict named(
      byte[] a, int from, int hostTo, int pathFrom, int pathTo, HostStanding standing) {
    TagRule.Host rule = rule(a, from, hostTo, pathFrom, pathTo);
    if (rule == null && standing == HostStanding.AS_END) {
      rule = classification.hostEnd(a, from, hostTo, a, pathFrom, pathTo);
    }
    if (rule != null) {
      return gating.gates(rule) ? new TagVerdict(rule) : null;
    }
    boolean counts =
        unclassified == Unclassified.REMOVE
            && standing.hasSlashes()
            && isThirdParty(a, from, hostTo);
    return counts && !isVocabulary(a, from, hostTo) ? TagVerdict.NAMELESS : null;
  }

  private static boolean isVocabulary(byte[] a, int from, int hostTo) {
    return AsciiText.is(a, from, hostTo, "www.w3.org")
        || AsciiText.is(a, from, hostTo, "schema.org");
  }

  private @Nullable TagVerdict unclassified(String host) {
    boolean gated = unclassified == Unclassified.REMOVE && gating.gatesUnclassified();
    observer.tag(host, null, outcome(gated));
    return gated ? TagVerdict.NAMELESS : null;
  }

  private static GateObserver.Outcome outcome(boolean gated) {
    return gated ? GateObserver.Outcome.REMOVED : GateObserver.Outcome.KEPT;
  }

  /**
   * The rule for a host and a path, with and without percent-encoding: a server may well read {@code
   * /%70agead/} as {@code /pagead/}, so the gated one counts.
   */
  private TagRule.@Nullable Host rule(byte[] a, int from, int hostTo, int pathFrom, int pathTo) {
    TagRule.Host asWritten = classification.host(a, from, hostTo, a, pathFrom, pathTo);
    boolean escaped = AsciiText.indexOf(a, pathFrom, pathTo, '%') < pathTo;
    if (!escaped || (asWritten != null && gating.gates(asWritten))) {
      return asWritten;
    }
    byte[] unescaped = scratch.ofLength(pathTo - pathFrom);
    int length = PercentText.decode(a, pathFrom, pathTo, unescaped);
    TagRule.Host meant = classification.host(a, from, hostTo, unescaped, 0, length);
    return meant != null && gating.gates(meant) ? meant : asWritten;
  }

  private boolean isThirdParty(byte[] a, int from, int to) {
    int at = to - site.length;
    return at < from
        || !Arrays.equals(a, at, to, site, 0, site.length)
        || (at > from && a[at - 1] != '.');
  }

  /** Whether any gated rule is about a host. */
  boolean mayBeGated(String host) {
    // Nearly every base has no rule at all, and all are not gone through for that.
    return classification.coversHost(host)
        && classification.hostRules().stream()
            .anyMatch(
                rule ->
                    gating.gates(rule)
                        && (host.equals(rule.host()) || host.endsWith("." + rule.host())));
  }
}
