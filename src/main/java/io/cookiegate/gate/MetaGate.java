package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.MetaRefresh;
import io.cookiegate.html.StartTag;
import java.time.Instant;

/** The judge of meta elements that stand for a header field. */
final class MetaGate {
  private final PageScope scope;
  private final AttributeText name = new AttributeText();
  private final AttributeText content = new AttributeText();
  private final MetaRefresh refresh = new MetaRefresh();
  private final CookieVerdicts cookies;

  MetaGate(PageScope scope) {
    this.scope = scope;
    this.cookies = new CookieVerdicts(scope.rules, scope.gating, scope.observer);
  }

  /** Judges a meta element; false where it goes. */
  boolean judge(StartTag tag) {
    int equiv = tag.indexOf(Attribute.HTTP_EQUIV);
    int value = tag.indexOf(Attribute.CONTENT);
    boolean gated = equiv >= 0 && value >= 0 && isGated(tag, equiv, value);
    if (gated) {
      tag.remove();
    }
    return !gated;
  }

  /** Lets go of what only the tag at hand needed. */
  void rest() {
    name.rest();
    content.rest();
  }

  private boolean isGated(StartTag tag, int equiv, int value) {
    name.read(tag, equiv);
    if (name.is("refresh")) {
      return refreshes(tag, value);
    }
    if (name.is("content-security-policy")) {
      policy(tag, value);
    }
    return name.is("set-cookie") && setsCookie(tag.decodedValue(value));
  }

  private void policy(StartTag tag, int value) {
    String policies = tag.decodedValue(value);
    String allowing = ContentPolicy.allowingMarkup(policies, ownScripts());
    scope.useNonce(ContentPolicy.nonce(policies));
    if (!allowing.equals(policies)) {
      tag.setAttribute(value, allowing.getBytes(UTF_8));
    }
  }

  private String ownScripts() {
    return ContentPolicy.source(scope.page.origin(), scope.rules.markup().folder());
  }

  private boolean refreshes(StartTag tag, int value) {
    content.read(tag, value);
    byte[] a = content.array();
    return refresh.read(a, content.from(), content.to())
        && scope.urls.judge(a, refresh.urlFrom(), refresh.urlTo()) != null;
  }

  // No browser of today takes it, some WebView of yesterday may.
  private boolean setsCookie(String field) {
    return cookies.setCookie(field, scope.page.host(), Instant.EPOCH)
        instanceof CookieVerdicts.Verdict.Remove;
  }
}
