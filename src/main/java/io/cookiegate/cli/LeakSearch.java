package io.cookiegate.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Rule;
import io.cookiegate.classification.TagRule;
import io.cookiegate.cookie.SetCookie;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.host.WebUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The search of one answer for what needs consent. Cookies and links are judged field by field, tags
 * in the tree of an independent parser, and inline scripts by a second pass of the gate, which has
 * nothing left to remove from a page that went through one.
 */
final class LeakSearch {
  private static final Pattern LINK = Pattern.compile("<([^>]*)>");

  private final SiteRules rules;
  private final Classification classification;
  private final FetchedPage page;
  private final WebUrl address;
  private final Set<Leak> leaks = new LinkedHashSet<>();

  LeakSearch(SiteRules rules, FetchedPage page) {
    this.rules = rules;
    this.classification = rules.classification();
    this.page = page;
    this.address = Objects.requireNonNull(WebUrl.parse(page.address().toString(), null));
  }

  /** Everything that should not have come. */
  List<Leak> leaks() throws IOException {
    page.all("Set-Cookie").forEach(this::cookie);
    for (String field : page.all("Link")) {
      Matcher link = LINK.matcher(field);
      while (link.find()) {
        url("link", link.group(1), address);
      }
    }
    if (page.isPage()) {
      LoadedUrls urls = LoadedUrls.of(page);
      WebUrl base = WebUrl.parse(urls.base(), address);
      urls.loaded().forEach(one -> url("tag", one, base == null ? address : base));
      secondPass();
    }
    return List.copyOf(leaks);
  }

  private void cookie(String field) {
    SetCookie cookie = SetCookie.parse(field);
    if (cookie == null || cookie.deletes(Instant.now()) || isOwn(cookie.name())) {
      return;
    }
    String domain = cookie.domain() == null ? host() : cookie.domain();
    CookieRule rule = classification.cookie(cookie.name(), domain);
    if (isGated(rule, rules.unclassifiedCookies())) {
      leaks.add(new Leak("cookie", cookie.name(), rule));
    }
  }

  private boolean isOwn(String name) {
    return rules.consent().owns(name);
  }

  private String host() {
    return String.valueOf(address.matchHost());
  }

  private boolean isGated(@Nullable Rule rule, Unclassified otherwise) {
    return rule == null ? otherwise == Unclassified.REMOVE : classification.needsConsent(rule);
  }

  private void url(String kind, String written, WebUrl base) {
    WebUrl url = WebUrl.parse(written, base);
    String host = url == null ? null : url.matchHost();
    if (url == null || host == null || !url.isNetwork() || host.equals(address.matchHost())) {
      return;
    }
    byte[] name = host.getBytes(US_ASCII);
    byte[] path = url.path().getBytes(US_ASCII);
    TagRule rule = classification.host(name, 0, name.length, path, 0, path.length);
    boolean known = rule != null && classification.needsConsent(rule);
    if (known) {
      leaks.add(new Leak(kind, url.href(), rule));
    }
  }

  private void secondPass() throws IOException {
    String path = page.address().getRawPath();
    boolean secure = address.scheme().equals("https");
    Trial trial = new Trial(new TrialSite(rules, host(), secure, path.isEmpty() ? "/" : path));
    trial.page(page.contentType(), new ByteArrayInputStream(page.content()), bytes -> {});
    for (Sighted sighted : trial.seen()) {
      boolean removed = sighted.kind() == Sighted.Kind.TAG && !sighted.isKept();
      if (removed
          && leaks.stream().noneMatch(leak -> Objects.equals(leak.rule(), sighted.rule()))) {
        leaks.add(new Leak("script", sighted.subject(), sighted.rule()));
      }
    }
  }
}
