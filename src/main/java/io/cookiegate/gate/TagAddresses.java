package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.StartTag;
import org.jspecify.annotations.Nullable;

/** The gated addresses in a tag's attributes, for scripts to read there. */
final class TagAddresses {
  private final UrlJudge urls;
  private final AttributeText text;

  /**
   * @param text is used again for each attribute
   */
  TagAddresses(UrlJudge urls, AttributeText text) {
    this.urls = urls;
    this.text = text;
  }

  /** Why one of the attributes is a gated address; null where none is. */
  @Nullable TagVerdict ofAny(StartTag tag) {
    TagVerdict verdict = null;
    for (int i = 0; i < tag.attributeCount() && verdict == null; i++) {
      verdict = known(tag, i);
    }
    return verdict;
  }

  /** The same of the attributes that load nothing by themselves. */
  @Nullable TagVerdict ofNoRole(StartTag tag) {
    TagVerdict verdict = null;
    for (int i = 0; i < tag.attributeCount() && verdict == null; i++) {
      if (AttributeRole.of(tag, i) == AttributeRole.NONE && tag.attribute(i) != Attribute.HREF) {
        verdict = known(tag, i);
      }
    }
    return verdict;
  }

  private @Nullable TagVerdict known(StartTag tag, int i) {
    text.read(tag, i);
    return urls.known(text.array(), text.from(), text.to());
  }
}
