package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.CssUrls;
import io.cookiegate.html.Element;
import io.cookiegate.html.Namespace;
import io.cookiegate.html.StartTag;
import org.jspecify.annotations.Nullable;

/** The judge of a tag's attributes, one by one: each loses what is gated in it. */
final class AttributeGate {
  private final PageScope scope;
  private final ElementRemoval removal;
  private final AttributeText text = new AttributeText();
  private final RepeatedNames names = new RepeatedNames();
  private final SrcsetGate candidates;
  private final TagAddresses addresses;

  AttributeGate(PageScope scope, ElementRemoval removal, TagAddresses addresses) {
    this.scope = scope;
    this.removal = removal;
    this.addresses = addresses;
    this.candidates = new SrcsetGate(scope.urls);
  }

  /** Judges all attributes; false where the element goes. */
  boolean judge(StartTag tag, boolean inPage) {
    if (tag.namespace() == Namespace.HTML && !tag.mayHaveAny(AttributeRole.IN_HTML)) {
      return true;
    }
    names.begin();
    return tag.namespace() == Namespace.HTML ? judgeHtml(tag, inPage) : judgeAll(tag, inPage);
  }

  private boolean judgeHtml(StartTag tag, boolean inPage) {
    int i = tag.next(AttributeRole.IN_HTML, 0);
    while (i < tag.attributeCount()) {
      if (!judge(tag, i, inPage)) {
        return false;
      }
      i = tag.next(AttributeRole.IN_HTML, i + 1);
    }
    return true;
  }

  private boolean judgeAll(StartTag tag, boolean inPage) {
    for (int i = 0; i < tag.attributeCount(); i++) {
      if (!judge(tag, i, inPage)) {
        return false;
      }
    }
    return true;
  }

  private boolean judge(StartTag tag, int i, boolean inPage) {
    AttributeRole role = AttributeRole.of(tag, i);
    if (role == AttributeRole.NONE || !names.counts(tag, i)) {
      return true;
    }
    boolean passes = surelyPasses(role, tag.array(), tag.valueFrom(i), tag.valueTo(i));
    return passes || judge(tag, i, role, inPage);
  }

  /** Whether an attribute of an element of HTML must be judged, for all that is seen at once. */
  boolean heeds(
      Element element, Attribute attribute, byte[] a, int nameFrom, int valueFrom, int valueTo) {
    if (attribute == Attribute.UNKNOWN) {
      return AttributeRole.mayBeOwnAddress(a, nameFrom, valueFrom, valueTo);
    }
    AttributeRole role = AttributeRole.inHtml(element, attribute);
    return role != AttributeRole.NONE && !surelyPasses(role, a, valueFrom, valueTo);
  }

  /** The same of an attribute of which only the first bytes of the value are known. */
  boolean heedsBegun(
      Element element, Attribute attribute, byte[] a, int nameFrom, int valueFrom, int valueTo) {
    if (attribute == Attribute.UNKNOWN) {
      return AttributeRole.mayBeOwnAddress(a, nameFrom, valueFrom, valueTo);
    }
    return switch (AttributeRole.inHtml(element, attribute)) {
      case NONE -> false;
      case ELEMENT, ATTRIBUTE, BACKGROUND ->
          runsContent(element) || !isPicture(a, valueFrom, valueTo);
      default -> true;
    };
  }

  // A picture in an address loads nothing.
  private static boolean isPicture(byte[] a, int from, int to) {
    return AsciiText.startsWith(a, from, to, "data:image/");
  }

  /** Whether a value, as it is written, is of the usual kinds that nothing is to be done about. */
  private boolean surelyPasses(AttributeRole role, byte[] a, int from, int to) {
    return switch (role) {
      case FOLLOWED -> !mayBeScript(a, from, to);
      case ELEMENT, ATTRIBUTE, BACKGROUND -> scope.urls.isSurelyOwn(a, from, to);
      case SRCSET -> scope.urls.areSurelyOwn(a, from, to);
      case STYLE, PAINT -> CssUrls.surelyHasNone(a, from, to);
      default -> false;
    };
  }

  // Most links can be told by their first byte.
  private static boolean mayBeScript(byte[] a, int from, int to) {
    return from < to && (a[from] == '&' || mayRun(a[from]));
  }

  /** Lets go of what only the tag at hand needed. */
  void rest() {
    text.rest();
    candidates.rest();
  }

  private boolean judge(StartTag tag, int i, AttributeRole role, boolean inPage) {
    text.read(tag, i);
    switch (role) {
      case ELEMENT -> {
        return element(tag, i, inPage);
      }
      case ATTRIBUTE -> removeIf(scope.urls.judge(text.array(), text.from(), text.to()), tag, i);
      case BACKGROUND -> background(tag, i);
      case LIST -> list(tag, i);
      case ANIMATED -> animated(tag, i);
      case SRCSET -> candidates.judge(tag, i, text);
      case STYLE, PAINT -> style(tag, i);
      case HANDLER -> handler(tag, i);
      case FOLLOWED -> followed(tag, i);
      case SRCDOC -> srcdoc(tag, i);
      case OWN_NAME -> ownName(tag, i);
      case NONE -> {}
    }
    return true;
  }

  private static void removeIf(@Nullable Object gated, StartTag tag, int i) {
    if (gated != null) {
      tag.removeAttribute(i);
    }
  }

  private boolean element(StartTag tag, int i, boolean inPage) {
    TagVerdict verdict = scope.urls.judge(text.array(), text.from(), text.to());
    if (verdict == null && runsContent(tag.element())) {
      verdict = scope.contents.url(text.array(), text.from(), text.to());
    }
    if (verdict != null) {
      removal.remove(tag, i, verdict, inPage);
    }
    return verdict == null;
  }

  private static boolean runsContent(Element element) {
    return switch (element) {
      case SCRIPT, IFRAME, FRAME, EMBED, OBJECT, FENCEDFRAME, PORTAL, AMP_IFRAME, XML_STYLESHEET ->
          true;
      default -> false;
    };
  }

  private void list(StartTag tag, int i) {
    byte[] a = text.array();
    int at = AsciiText.skipSpace(a, text.from(), text.to());
    while (at < text.to()) {
      int end = AsciiText.skipWord(a, at, text.to());
      if (scope.urls.judge(a, at, end) != null) {
        tag.removeAttribute(i);
        return;
      }
      at = AsciiText.skipSpace(a, end, text.to());
    }
  }

  private void animated(StartTag tag, int i) {
    byte[] a = text.array();
    int at = text.from();
    boolean gated = givesGated(a, at, text.to()) || scope.styles.without(a, at, text.to()) != null;
    while (at < text.to() && !gated) {
      int end = AsciiText.indexOf(a, at, text.to(), ';');
      gated = givesGated(a, at, end);
      at = end + 1;
    }
    removeIf(gated ? TagVerdict.NAMELESS : null, tag, i);
  }

  // An animation may make a link one that runs a script, and a mask one that comes from elsewhere.
  private boolean givesGated(byte[] a, int from, int to) {
    return scope.urls.judge(a, from, to) != null || scope.contents.url(a, from, to) != null;
  }

  private void style(StartTag tag, int i) {
    byte[] without = scope.styles.without(text.array(), text.from(), text.to());
    if (without != null) {
      tag.setAttribute(i, without);
    }
  }

  private void handler(StartTag tag, int i) {
    TagVerdict verdict = scope.contents.handler(text.array(), text.from(), text.to());
    removeInline(verdict == null ? loadsAddress(tag) : verdict, tag, i);
  }

  /** Why an address beside a handler that loads is gated; null where none is. */
  private @Nullable TagVerdict loadsAddress(StartTag tag) {
    TagVerdict address = addresses.ofNoRole(tag);
    boolean loads = address != null && scope.contents.loads(text.array(), text.from(), text.to());
    return loads ? address : null;
  }

  private void background(StartTag tag, int i) {
    TagVerdict verdict = scope.urls.judge(text.array(), text.from(), text.to());
    removeIf(verdict == null ? ownStyle() : verdict, tag, i);
  }

  private void ownName(StartTag tag, int i) {
    TagVerdict verdict = ownAddress();
    removeInline(verdict == null ? ownStyle() : verdict, tag, i);
  }

  /** Why a text is a gated style that begins with an address; null where it is none. */
  private @Nullable TagVerdict ownStyle() {
    byte[] a = text.array();
    int first = AsciiText.skipSpace(a, text.from(), text.to());
    boolean gated =
        AsciiText.startsWith(a, first, text.to(), "url(")
            && scope.styles.without(a, first, text.to()) != null;
    return gated ? TagVerdict.NAMELESS : null;
  }

  /** Why an address, or one of the candidates of an image that begin with one, is gated. */
  private @Nullable TagVerdict ownAddress() {
    TagVerdict verdict = scope.urls.known(text.array(), text.from(), text.to());
    return verdict == null ? candidates.known(text.array(), text.from(), text.to()) : verdict;
  }

  private void removeInline(@Nullable TagVerdict verdict, StartTag tag, int i) {
    if (verdict != null) {
      scope.inlineRemoved(verdict);
    }
    removeIf(verdict, tag, i);
  }

  private void followed(StartTag tag, int i) {
    int first = AsciiText.skipSpace(text.array(), text.from(), text.to());
    if (first < text.to() && mayRun(text.array()[first])) {
      removeIf(scope.contents.url(text.array(), text.from(), text.to()), tag, i);
    }
  }

  // Of the addresses that a visitor follows, only a script matters: javascript: or data:, perhaps
  // behind a control, which browsers leave out.
  private static boolean mayRun(byte first) {
    int letter = first | 0x20;
    return letter == 'j' || letter == 'd' || (first >= 0 && first <= ' ');
  }

  private void srcdoc(StartTag tag, int i) {
    byte[] without = scope.contents.page(text.array(), text.from(), text.to());
    if (without != null) {
      tag.setAttribute(i, without);
    }
  }
}
