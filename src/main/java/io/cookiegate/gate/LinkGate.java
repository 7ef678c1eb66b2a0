package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.StartTag;

/** The judge of link elements, which fetch by their relation. */
final class LinkGate {
  private final PageScope scope;
  private final TagAddresses addresses;
  private final AttributeText text;

  /**
   * @param text is used again for each attribute
   */
  LinkGate(PageScope scope, TagAddresses addresses, AttributeText text) {
    this.scope = scope;
    this.addresses = addresses;
    this.text = text;
  }

  /** Judges a link; false where it goes. */
  boolean judge(StartTag tag) {
    int rel = tag.indexOf(Attribute.REL);
    int href = tag.indexOf(Attribute.HREF);
    if (href < 0) {
      return true;
    }
    if (rel < 0 || !fetches(tag, rel)) {
      keepInMind(tag);
      return true;
    }
    boolean gated = leadsToGated(tag, href);
    if (gated) {
      tag.remove();
    }
    return !gated;
  }

  private boolean leadsToGated(StartTag tag, int href) {
    boolean gated = isGated(tag, href);
    int i = href;
    while (!gated && i >= 0 && RepeatedNames.maySayNothing(tag, i)) {
      i = tag.indexOf(Attribute.HREF, i + 1);
      gated = i >= 0 && isGated(tag, i);
    }
    return gated;
  }

  private boolean isGated(StartTag tag, int href) {
    text.read(tag, href);
    return scope.urls.judge(text.array(), text.from(), text.to()) != null
        || scope.contents.url(text.array(), text.from(), text.to()) != null;
  }

  /** A link that is only read, until a script makes it one that loads. */
  private void keepInMind(StartTag tag) {
    int id = tag.indexOf(Attribute.ID);
    if (id >= 0) {
      hold(tag, id);
    }
  }

  // Of several relations a browser takes the first, but Chromium looks ahead for any.
  private boolean fetches(StartTag tag, int rel) {
    boolean fetches = false;
    for (int i = rel; i >= 0 && !fetches; i = tag.indexOf(Attribute.REL, i + 1)) {
      text.read(tag, i);
      fetches = LinkRelation.fetches(text.array(), text.from(), text.to());
    }
    return fetches;
  }

  /** Keeps a link in mind that scripts can call by its id; of too many, it goes. */
  private void hold(StartTag tag, int id) {
    TagVerdict verdict = addresses.ofAny(tag);
    if (verdict != null) {
      text.read(tag, id);
      long name = NamedHolders.hash(text.array(), text.from(), text.to());
      if (!scope.scripts.holders().add(name, verdict)) {
        tag.remove();
      }
    }
  }
}
