package io.cookiegate.host;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser (WHATWG URL 4.4), told as one method per state instead of one loop: without a
 * state override the states only ever move on, so each one hands the rest of the text to the next.
 */
final class UrlParser {
  private static final Set<String> SPECIAL = Set.of("http", "https", "ws", "wss", "ftp", "file");

  private final @Nullable WebUrl base;

  private UrlParser(@Nullable WebUrl base) {
    this.base = base;
  }

  static @Nullable WebUrl parse(String input, @Nullable WebUrl base) {
    return new UrlParser(base).start(UrlText.clean(input));
  }

  static boolean isSpecial(String scheme) {
    return SPECIAL.contains(scheme);
  }

  /** Scheme start and scheme state. */
  private @Nullable WebUrl start(String text) {
    int colon = UrlText.schemeEnd(text);
    return colon < 0
        ? withoutScheme(text)
        : withScheme(text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1));
  }

  private @Nullable WebUrl withScheme(String scheme, String rest) {
    if (scheme.equals("file")) {
      return file(rest);
    }
    if (isSpecial(scheme)) {
      return base != null && base.scheme().equals(scheme) && !rest.startsWith("//")
          ? relative(rest, base)
          : authorityAfterSlashes(scheme, rest);
    }
    if (rest.startsWith("//")) {
      return authority(scheme, rest.substring(2));
    }
    return rest.startsWith("/") ? pathOnly(scheme, rest) : opaque(scheme, rest);
  }

  /** No scheme state. */
  private @Nullable WebUrl withoutScheme(String text) {
    if (base == null || (base.hasOpaquePath() && !text.startsWith("#"))) {
      return null;
    }
    if (base.hasOpaquePath()) {
      return new Tail(text).finish(base.scheme(), base.authority(), base.segments(), base.query());
    }
    return base.scheme().equals("file") ? file(text) : relative(text, base);
  }

  /** Relative and relative slash states. */
  private @Nullable WebUrl relative(String text, WebUrl base) {
    String scheme = base.scheme();
    if (!isSlash(text, 0, scheme)) {
      return sibling(text, base);
    }
    if (isSlash(text, 1, scheme)) {
      return isSpecial(scheme)
          ? authorityAfterSlashes(scheme, text)
          : authority(scheme, text.substring(2));
    }
    return path(scheme, base.authority(), List.of(), text.substring(1));
  }

  private static WebUrl sibling(String text, WebUrl base) {
    Tail tail = new Tail(text);
    if (tail.before.isEmpty()) {
      return tail.finish(base.scheme(), base.authority(), base.segments(), base.query());
    }
    UrlPathBuilder path = new UrlPathBuilder(base.scheme(), base.segments().segments()).shorten();
    return tail.finish(base.scheme(), base.authority(), path.append(tail.before), null);
  }

  /** Special authority ignore slashes state: however many there are, of either kind. */
  private static @Nullable WebUrl authorityAfterSlashes(String scheme, String text) {
    int from = 0;
    while (isSlash(text, from, scheme)) {
      from++;
    }
    return authority(scheme, text.substring(from));
  }

  private static @Nullable WebUrl authority(String scheme, String text) {
    int end = UrlText.authorityEnd(text, isSpecial(scheme));
    Authority authority = new AuthorityParser(scheme).parse(text.substring(0, end));
    return authority == null ? null : pathStart(scheme, authority, text.substring(end));
  }

  /** Path start state. */
  private static WebUrl pathStart(String scheme, Authority authority, String text) {
    boolean slash = isSlash(text, 0, scheme);
    boolean nothing = text.isEmpty() || text.startsWith("?") || text.startsWith("#");
    if (nothing && !isSpecial(scheme)) {
      return new Tail(text).finish(scheme, authority, UrlPath.EMPTY, null);
    }
    return path(scheme, authority, List.of(), slash ? text.substring(1) : text);
  }

  private static WebUrl path(String scheme, Authority authority, List<String> base, String text) {
    Tail tail = new Tail(text);
    UrlPath path = new UrlPathBuilder(scheme, base).append(tail.before);
    return tail.finish(scheme, authority, path, null);
  }

  private static WebUrl pathOnly(String scheme, String rest) {
    return path(scheme, Authority.NONE, List.of(), rest.substring(1));
  }

  /** Opaque path state. */
  private static WebUrl opaque(String scheme, String text) {
    Tail tail = new Tail(text);
    boolean spaceBeforeMark = tail.before.endsWith(" ");
    String kept =
        spaceBeforeMark ? tail.before.substring(0, tail.before.length() - 1) + "%20" : tail.before;
    UrlPath path = UrlPath.opaque(PercentEncodeSet.C0_CONTROL.encode(kept));
    return tail.finish(scheme, Authority.NONE, path, null);
  }

  /** File state. */
  private @Nullable WebUrl file(String text) {
    if (isSlash(text, 0, "file")) {
      return isSlash(text, 1, "file") ? fileHost(text.substring(2)) : fileSlash(text.substring(1));
    }
    if (base == null || !base.scheme().equals("file")) {
      return path("file", Authority.EMPTY, List.of(), text);
    }
    boolean drive = WindowsDrive.startsIn(text);
    return drive ? path("file", base.authority(), List.of(), text) : sibling(text, base);
  }

  /** File slash state, after its one slash. */
  private WebUrl fileSlash(String text) {
    if (base == null || !base.scheme().equals("file")) {
      return path("file", Authority.EMPTY, List.of(), text);
    }
    List<String> segments = base.segments().segments();
    boolean keepsDrive =
        !WindowsDrive.startsIn(text)
            && !segments.isEmpty()
            && WindowsDrive.isNormalized(segments.get(0));
    return path("file", base.authority(), keepsDrive ? segments.subList(0, 1) : List.of(), text);
  }

  /** File host state. */
  private static @Nullable WebUrl fileHost(String text) {
    int end = UrlText.authorityEnd(text, true);
    String name = text.substring(0, end);
    if (WindowsDrive.is(name)) {
      return path("file", Authority.EMPTY, List.of(), text);
    }
    String host = name.isEmpty() ? "" : HostParser.parse(name);
    if (host == null) {
      return null;
    }
    return pathStart(
        "file",
        host.equals("localhost") ? Authority.EMPTY : Authority.ofHost(host),
        text.substring(end));
  }

  private static boolean isSlash(String text, int at, String scheme) {
    return at < text.length()
        && (text.charAt(at) == '/' || (text.charAt(at) == '\\' && isSpecial(scheme)));
  }

  /** A text cut at its query and its fragment. */
  private static final class Tail {
    final String before;
    private final @Nullable String query;
    private final @Nullable String fragment;

    Tail(String text) {
      int hash = text.indexOf('#');
      String beforeFragment = hash < 0 ? text : text.substring(0, hash);
      int mark = beforeFragment.indexOf('?');
      before = mark < 0 ? beforeFragment : beforeFragment.substring(0, mark);
      query = mark < 0 ? null : beforeFragment.substring(mark + 1);
      fragment = hash < 0 ? null : text.substring(hash + 1);
    }

    WebUrl finish(String scheme, Authority authority, UrlPath path, @Nullable String inherited) {
      PercentEncodeSet set =
          isSpecial(scheme) ? PercentEncodeSet.SPECIAL_QUERY : PercentEncodeSet.QUERY;
      String encodedQuery = query == null ? inherited : set.encode(query);
      String encodedFragment = fragment == null ? null : PercentEncodeSet.FRAGMENT.encode(fragment);
      return new WebUrl(scheme, authority, path, encodedQuery, encodedFragment);
    }
  }
}
