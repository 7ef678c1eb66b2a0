package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.TagRule;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.host.RegistrableDomain;
import io.cookiegate.host.UrlReader;
import io.cookiegate.host.WebUrl;
import io.cookiegate.html.Srcset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The judge of the URLs of one page. A URL is gated where the most specific rule about its host and
 * path waits for consent; where no rule knows a third party's host, the site says what happens. A
 * URL that a browser would refuse loads nothing and stays; one that cannot be read for sure goes.
 *
 * <p>Relative URLs are the site's own. They matter only where the site's own host has rules (a
 * self-hosted analytics tool), for a base that leads to any host with rules is taken out.
 */
final class UrlJudge {
  private final Classification classification;
  private final Gating gating;
  private final Unclassified unclassified;
  private final GateObserver observer;
  private final PageContext page;
  private final PageCharset charset;
  private final UrlReader reader = new UrlReader();
  private final HostNames names;
  private final byte[] site;
  private final boolean judgesOwn;
  private final OwnAddress own = new OwnAddress();
  private final Scratch scratch = new Scratch();

  UrlJudge(
      SiteRules rules,
      Gating gating,
      GateObserver observer,
      PageContext page,
      PageCharset charset) {
    this.classification = rules.classification();
    this.gating = gating;
    this.names = gating.hostNames();
    this.unclassified = rules.unclassifiedTags();
    this.observer = observer;
    this.page = page;
    this.charset = charset;
    String domain = RegistrableDomain.of(page.host());
    this.site = (domain == null ? page.host() : domain).getBytes(US_ASCII);
    this.judgesOwn = classification.coversHost(page.host());
    if (judgesOwn) {
      own.use(page.url());
    }
  }

  /** Lets go of what only the URL at hand needed. */
  void rest() {
    reader.rest();
    own.rest();
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

  /** The kind of a URL, without judging it. */
  UrlReader.Kind kind(byte[] a, int from, int to) {
    return reader.read(a, from, to);
  }

  /**
   * Whether a URL, as it is written in markup, is surely one of the site's own that nothing is to be
   * said about: a slash and, behind it, what can be no other slash, be it written as a reference.
   */
  boolean isSurelyOwn(byte[] a, int from, int to) {
    return !judgesOwn && to - from > 1 && a[from] == '/' && isOfNames(a[from + 1]);
  }

  private static boolean isOfNames(byte b) {
    int letter = b | 0x20;
    return (letter >= 'a' && letter <= 'z') || (b >= '0' && b <= '9');
  }

  /** The same of the candidates of an image. */
  boolean areSurelyOwn(byte[] a, int from, int to) {
    return !judgesOwn && Srcset.isSurelyRelative(a, from, to);
  }

  /** Why a URL is gated; null where it is not. */
  @Nullable TagVerdict judge(byte[] a, int from, int to) {
    if (!charset.isUtf8() && beginsBeyondAscii(a, from, to)) {
      return judgeLegacy(a, from, to);
    }
    return judge(reader.read(a, from, to), a, from, to);
  }

  // Character references in an attribute became UTF-8, what stands there as it is did not.
  private @Nullable TagVerdict judgeLegacy(byte[] a, int from, int to) {
    UrlReader.Kind kind = reader.read(a, from, to);
    TagVerdict verdict = kind == UrlReader.Kind.UNREADABLE ? null : judge(kind, a, from, to);
    byte[] text = charset.inUtf8(a, from, to);
    return verdict != null
        ? verdict
        : judge(reader.read(text, 0, text.length), text, 0, text.length);
  }

  /** Whether anything up to the path of a URL is beyond ASCII. */
  private static boolean beginsBeyondAscii(byte[] a, int from, int to) {
    int slashes = 0;
    for (int i = from; i < to && slashes < 3; i++) {
      if (a[i] < 0) {
        return true;
      }
      slashes += a[i] == '/' ? 1 : 0;
    }
    return false;
  }

  private @Nullable TagVerdict judge(UrlReader.Kind kind, byte[] a, int from, int to) {
    return switch (kind) {
      case NETWORK -> network();
      case RELATIVE -> judgesOwn ? relative(a, from, to) : null;
      case EITHER -> {
        TagVerdict verdict = network();
        yield verdict == null && judgesOwn ? relative(a, from, to) : verdict;
      }
      case UNREADABLE -> unreadable();
      case DATA, JAVASCRIPT, OTHER, INVALID -> null;
    };
  }

  private TagVerdict unreadable() {
    observer.closed(Closure.AMBIGUOUS_MARKUP);
    return TagVerdict.NAMELESS;
  }

  private @Nullable TagVerdict network() {
    return host(
        reader.buffer(), reader.hostFrom(), reader.hostTo(), reader.pathFrom(), reader.pathTo());
  }

  private @Nullable TagVerdict relative(byte[] a, int from, int to) {
    if (own.join(a, from, to)) {
      UrlReader.Kind kind = reader.read(own.array(), 0, own.length());
      return kind == UrlReader.Kind.NETWORK ? network() : null;
    }
    WebUrl url = WebUrl.parse(new String(a, from, to - from, UTF_8), own.base());
    String host = url == null ? null : url.matchHost();
    if (url == null || host == null) {
      return null;
    }
    byte[] both = (host + url.path()).getBytes(UTF_8);
    int hostTo = both.length - url.path().getBytes(UTF_8).length;
    return host(both, 0, hostTo, hostTo, both.length);
  }

  private @Nullable TagVerdict host(byte[] a, int from, int hostTo, int pathFrom, int pathTo) {
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

  /** Whether an address is gated, which is no other of those in a page that are told of. */
  boolean gates(byte[] a, int from, int to) {
    return addressed(a, from, to, HostStanding.AS_ADDRESS) != null;
  }

  /** Why an address that nothing loads by itself is gated by a rule; null where it is not. */
  @Nullable TagVerdict known(byte[] a, int from, int to) {
    return addressed(a, from, to, HostStanding.BARE);
  }

  private @Nullable TagVerdict addressed(byte[] a, int from, int to, HostStanding standing) {
    return reader.read(a, from, to) == UrlReader.Kind.NETWORK
        ? named(
            reader.buffer(),
            reader.hostFrom(),
            reader.hostTo(),
            reader.pathFrom(),
            reader.pathTo(),
            standing)
        : null;
  }

  /** Whether a host and path that some text names are gated by a rule. */
  boolean gatesHost(byte[] a, int from, int hostTo, int pathFrom, int pathTo) {
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

  /** Whether a base may stay: it leads to no host that any gated rule is about. */
  boolean acceptsBase(byte[] a, int from, int to) {
    UrlReader.Kind kind = reader.read(a, from, to);
    if (kind == UrlReader.Kind.NETWORK || kind == UrlReader.Kind.EITHER) {
      String host = names.of(reader.buffer(), reader.hostFrom(), reader.hostTo());
      return network() == null && (host.equals(page.host()) || !mayBeGated(host));
    }
    return kind != UrlReader.Kind.UNREADABLE;
  }

  // Nearly every base has no rule at all, and all are not gone through for that.
  private boolean mayBeGated(String host) {
    return classification.coversHost(host)
        && classification.hostRules().stream()
            .anyMatch(
                rule ->
                    gating.gates(rule)
                        && (host.equals(rule.host()) || host.endsWith("." + rule.host())));
  }

  /** Whether a base is of another host than the page's own. */
  boolean leadsElsewhere(byte[] a, int from, int to) {
    return switch (reader.read(a, from, to)) {
      case NETWORK, EITHER ->
          !names.of(reader.buffer(), reader.hostFrom(), reader.hostTo()).equals(page.host());
      default -> false;
    };
  }

  /** Relative URLs are read against this base from here on. */
  void useBase(byte[] a, int from, int to) {
    if (judgesOwn) {
      WebUrl url = WebUrl.parse(new String(a, from, to - from, UTF_8), page.url());
      if (url != null) {
        own.use(url);
      }
    }
  }
}
