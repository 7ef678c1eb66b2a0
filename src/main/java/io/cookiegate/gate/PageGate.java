package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.AttributeSet;
import io.cookiegate.html.CloseReason;
import io.cookiegate.html.Element;
import io.cookiegate.html.EndTag;
import io.cookiegate.html.Namespace;
import io.cookiegate.html.StartTag;
import io.cookiegate.html.TagHandler;

/**
 * The judge of one page's tags under one consent: whatever would make a browser fetch, connect to
 * or run something gated is taken out, and nothing else is touched.
 *
 * <p>What counts for each attribute is in {@link AttributeRole}, what becomes of an element in
 * {@link ElementRemoval}, what an inline script is in {@link ScriptJudge}. Where scripts do not run
 * ({@code noscript}, {@code template}) no stand-in is left, so that the page proper gets its own.
 */
final class PageGate implements TagHandler {
  private final PageScope scope;
  private final AttributeGate attributes;
  private final TagAddresses addresses;
  private final LinkGate links;
  private final MetaGate metas;
  private final ElementRemoval removal;
  private final ScriptText scriptText;
  private final RulesText rulesText;
  private final BlockText blockText;
  private final StyleText styleText;
  private int dormant;
  private boolean based;
  private final Question question;
  private final AttributeText text = new AttributeText();
  private final ForeignScriptText foreignScriptText;

  PageGate(PageScope scope) {
    this.scope = scope;
    this.question = Question.of(scope);
    this.removal = new ElementRemoval(scope);
    this.addresses = new TagAddresses(scope.urls, text);
    this.attributes = new AttributeGate(scope, removal, addresses);
    this.links = new LinkGate(scope, addresses, text);
    this.metas = new MetaGate(scope);
    JudgedText judged = new JudgedText(scope.scripts);
    this.scriptText = new ScriptText(scope, judged);
    this.rulesText = new RulesText(scope);
    this.blockText = new BlockText(scope, judged);
    this.styleText = new StyleText(scope);
    this.foreignScriptText = new ForeignScriptText(scope);
  }

  @Override
  public void startTag(StartTag tag) {
    if (question.waits() && inPage()) {
      question.meet(tag);
    }
    switch (tag.element()) {
      case SCRIPT -> script(tag);
      case STYLE -> style(tag);
      case BASE -> base(tag);
      case HTML -> html(tag);
      case LINK -> {
        if (links.judge(tag)) {
          attributes.judge(tag, inPage());
        }
      }
      case META -> {
        if (metas.judge(tag)) {
          attributes.judge(tag, inPage());
        }
      }
      case PARAM -> param(tag);
      case COOKIE_LIST -> declaration(tag);
      case AMP_ANALYTICS -> ampAnalytics(tag);
      case NOSCRIPT, TEMPLATE -> {
        dormant += isEmpty(tag) ? 0 : 1;
        attributes.judge(tag, inPage());
      }
      default -> {
        if (tag.attributeCount() > 0) {
          attributes.judge(tag, inPage());
        }
      }
    }
  }

  /** Only the place of the banner may be at any tag. */
  @Override
  public boolean heedsPlainTags() {
    return question.waits();
  }

  @Override
  public AttributeSet heeded() {
    return AttributeRole.IN_HTML;
  }

  @Override
  public boolean heeds(
      Element element, Attribute attribute, byte[] a, int nameFrom, int valueFrom, int valueTo) {
    return attributes.heeds(element, attribute, a, nameFrom, valueFrom, valueTo);
  }

  @Override
  public boolean heedsBegun(
      Element element, Attribute attribute, byte[] a, int nameFrom, int valueFrom, int valueTo) {
    return attributes.heedsBegun(element, attribute, a, nameFrom, valueFrom, valueTo);
  }

  @Override
  public void endTag(EndTag tag) {
    boolean wakes = tag.element() == Element.NOSCRIPT || tag.element() == Element.TEMPLATE;
    if (wakes && dormant > 0) {
      dormant--;
    }
  }

  /** Lets go of what only the tags at hand needed. */
  void rest() {
    text.rest();
    attributes.rest();
    metas.rest();
    scope.rest();
  }

  @Override
  public byte[] atEnd() {
    return question.atEnd();
  }

  private void declaration(StartTag tag) {
    attributes.judge(tag, inPage());
    if (inPage()) {
      tag.insertAfter(scope.declaration());
    }
  }

  // In XML a tag may be all of an element.
  private static boolean isEmpty(StartTag tag) {
    return tag.selfClosing() && tag.namespace() != Namespace.HTML;
  }

  private boolean inPage() {
    return dormant == 0;
  }

  private void html(StartTag tag) {
    int lang = tag.indexOf(Attribute.LANG);
    if (lang >= 0) {
      scope.usePageLanguage(tag.decodedValue(lang));
    }
    attributes.judge(tag, inPage());
  }

  private void script(StartTag tag) {
    ScriptType type = ScriptType.of(tag, text);
    scope.nonce.read(tag);
    if (type == ScriptType.DATA) {
      block(tag);
      return;
    }
    if (!attributes.judge(tag, inPage()) || isExternal(tag)) {
      return;
    }
    if (tag.namespace() == Namespace.HTML) {
      tag.captureText(type == ScriptType.RULES ? rulesText : scriptText.begin(type, inPage()));
    } else if (!tag.selfClosing()) {
      tag.captureText(
          foreignScriptText.begin(
              type, tag.syntax(), inPage() && scope.takesMarkup(tag.namespace())));
    }
  }

  /** A block of data stays; whether scripts could read a gated address from it is kept in mind. */
  private void block(StartTag tag) {
    blockText.begin();
    for (int i = 0; i < tag.attributeCount(); i++) {
      name(tag, i);
    }
    TagVerdict verdict = blockText.isNamed() ? addresses.ofAny(tag) : null;
    if (verdict != null && !blockText.isHeld(verdict)) {
      tag.remove();
    } else if (tag.namespace() == Namespace.HTML || !tag.selfClosing()) {
      tag.captureText(blockText);
    }
  }

  /** What an attribute says of the names by which scripts call the block. */
  private void name(StartTag tag, int i) {
    switch (tag.attribute(i)) {
      case ID -> {
        text.read(tag, i);
        blockText.name(NamedHolders.hash(text.array(), text.from(), text.to()));
      }
      case CLASS -> classes(tag, i);
      case UNKNOWN ->
          blockText.name(NamedHolders.ofAttribute(tag.array(), tag.nameFrom(i), tag.nameTo(i)));
      default -> {}
    }
  }

  private void classes(StartTag tag, int i) {
    text.read(tag, i);
    int at = AsciiText.skipSpace(text.array(), text.from(), text.to());
    while (at < text.to()) {
      int end = AsciiText.skipWord(text.array(), at, text.to());
      blockText.name(NamedHolders.ofClass(text.array(), at, end));
      at = AsciiText.skipSpace(text.array(), end, text.to());
    }
  }

  // A script with a source does not run its text, even where the source is empty. What is svg's
  // here
  // may be HTML's to some browser, and there an address in href is none.
  private static boolean isExternal(StartTag tag) {
    return switch (tag.namespace()) {
      case HTML, XHTML -> tag.has(Attribute.SRC);
      case SVG, MATHML -> false;
    };
  }

  private void style(StartTag tag) {
    boolean hasText = tag.namespace() == Namespace.HTML || !tag.selfClosing();
    if (attributes.judge(tag, inPage()) && hasText) {
      tag.captureText(styleText.begin(tag.syntax(), tag.namespace() != Namespace.HTML));
    }
  }

  /**
   * The first base with an address counts. One that leads to a host with gated rules loses it, so
   * that relative URLs, before it and after, stay the site's own.
   */
  private void base(StartTag tag) {
    int href = tag.indexOf(Attribute.HREF);
    if (href < 0) {
      return;
    }
    text.read(tag, href);
    if (!scope.urls.acceptsBase(text.array(), text.from(), text.to())) {
      tag.removeAttribute(href);
    } else if (!based) {
      scope.useBase(text.array(), text.from(), text.to());
      based = true;
    }
  }

  /** A parameter of an object may name what the object loads. */
  private void param(StartTag tag) {
    int value = tag.indexOf(Attribute.VALUE);
    if (value >= 0) {
      text.read(tag, value);
      if (scope.urls.judge(text.array(), text.from(), text.to()) != null) {
        tag.remove();
      }
    }
  }

  /** AMP's runtime sends what this element says to whom it says: it has no other use. */
  private void ampAnalytics(StartTag tag) {
    if (scope.gating.gates("statistics")) {
      tag.remove();
    } else {
      attributes.judge(tag, inPage());
    }
  }

  @Override
  public void closed(CloseReason reason) {
    scope.observer.closed(
        switch (reason) {
          case TAG_TOO_LONG -> Closure.LONG_TAG;
          case TEXT_TOO_LONG -> Closure.LONG_SCRIPT;
          default -> Closure.AMBIGUOUS_MARKUP;
        });
  }
}
