package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.coding.PageCharset;
import io.cookiegate.host.UrlReader;
import io.cookiegate.host.WebUrl;
import io.cookiegate.html.Srcset;
import org.jspecify.annotations.Nullable;

/**
 * The judge of the URLs of one page. A URL is gated where its host is, by {@link HostJudge}. A URL that a
 * browser would refuse loads nothing and stays; one that cannot be read for sure goes.
 *
 * <p>Relative URLs are the site's own. They matter only where the site's own host has rules (a
 * self-hosted analytics tool), for a base that leads to any host with rules is taken out.
 */
final class UrlJudge {
  private final HostJudge hosts;
  private final GateObserver observer;
  private final PageContext page;
  private final PageCharset charset;
  private final UrlReader reader = new UrlReader();
  private final HostNames names;
  private final boolean judgesOwn;
  private final OwnAddress own = new OwnAddress();

  UrlJudge(
      SiteRules rules,
      Gating gating,
      GateObserver observer,
      PageContext page,
      PageCharset charset) {
    this.hosts = new HostJudge(rules, gating, observer, page.host());
    this.names = gating.hostNames();
    this.observer = observer;
    this.page = page;
    this.charset = charset;
    this.judgesOwn = rules.classification().coversHost(page.host());
    if (judgesOwn) {
      own.use(page.url());
    }
  }

  /** Lets go of what only the URL at hand needed. */
  void rest() {
    reader.rest();
    own.rest();
    hosts.rest();
  }

  /** The judge of the hosts in these URLs. */
  HostJudge hosts() {
    return hosts;
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
    return hosts.judge(
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
    return hosts.judge(both, 0, hostTo, hostTo, both.length);
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
        ? hosts.named(
            reader.buffer(),
            reader.hostFrom(),
            reader.hostTo(),
            reader.pathFrom(),
            reader.pathTo(),
            standing)
        : null;
  }

  /** Whether a base may stay: it leads to no host that any gated rule is about. */
  boolean acceptsBase(byte[] a, int from, int to) {
    UrlReader.Kind kind = reader.read(a, from, to);
    if (kind == UrlReader.Kind.NETWORK || kind == UrlReader.Kind.EITHER) {
      String host = names.of(reader.buffer(), reader.hostFrom(), reader.hostTo());
      return network() == null && (host.equals(page.host()) || !hosts.mayBeGated(host));
    }
    return kind != UrlReader.Kind.UNREADABLE;
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
