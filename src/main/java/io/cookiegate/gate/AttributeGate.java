package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.CssUrls;
import io.cookiegate.html.Element;
import io.cookiegate.html.Namespace;
import io.cookiegate.html.Srcset;
import io.cookiegate.html.StartTag;
import org.jspecify.annotations.Nullable;

/** The judge of a tag's attributes, one by one: each loses what is gated in it. */
final class AttributeGate {
  private static final byte[] SEPARATOR = {',', ' '};

  static {
    if (Attribute.values().length > 2 * Long.SIZE) {
      throw new IllegalStateException("two words have no bit for each name");
    }
  }

  private final PageScope scope;
  private final ElementRemoval removal;
  private final AttributeText text = new AttributeText();
  private final Srcset candidates = new Srcset();
  private @Nullable TagVerdict address;

  /** A bit for each name that was met in the tag at hand. */
  private long seenFirst;

  private long seenRest;

  AttributeGate(PageScope scope, ElementRemoval removal) {
    this.scope = scope;
    this.removal = removal;
  }

  /** Judges all attributes; false where the element goes. */
  boolean judge(StartTag tag, boolean inPage) {
    if (tag.namespace() == Namespace.HTML && !tag.mayHaveAny(AttributeRole.IN_HTML)) {
      return true;
    }
    seenFirst = 0;
    seenRest = 0;
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
    if (role == AttributeRole.NONE || !counts(tag, i)) {
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

  // Of attributes with one name a browser takes the first; but what Chromium fetches ahead of its
  // parser, it takes from the first that is not empty.
  @SuppressWarnings("EnumOrdinal") // it is the place of a bit, and outlives no tag
  private boolean counts(StartTag tag, int i) {
    Attribute name = tag.attribute(i);
    return switch (name) {
      case UNKNOWN, HANDLER, XLINK_HREF -> true;
      default -> isFirst(name.ordinal(), maySayNothing(tag, i));
    };
  }

  private boolean isFirst(int name, boolean saysNothing) {
    long bit = 1L << name;
    long seen = name < Long.SIZE ? seenFirst : seenRest;
    long heard = saysNothing ? 0 : bit;
    if (name < Long.SIZE) {
      seenFirst |= heard;
    } else {
      seenRest |= heard;
    }
    return (seen & bit) == 0;
  }

  private static boolean maySayNothing(StartTag tag, int i) {
    int from = tag.valueFrom(i);
    int first = from < tag.valueTo(i) ? tag.array()[from] & 0xff : ' ';
    return first <= ' ' || first == '&';
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
      case SRCSET -> srcset(tag, i);
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

  private void srcset(StartTag tag, int i) {
    byte[] a = text.array();
    candidates.read(a, text.from(), text.to());
    Bytes kept = null;
    for (int candidate = 0; candidate < candidates.count(); candidate++) {
      boolean gated = isGated(a, candidate);
      if (gated && kept == null) {
        kept = before(a, candidate);
      } else if (!gated && kept != null) {
        add(kept, a, candidate);
      }
    }
    if (kept != null) {
      replace(tag, i, kept);
    }
  }

  private boolean isGated(byte[] a, int candidate) {
    return scope.urls.judge(a, candidates.urlFrom(candidate), candidates.urlTo(candidate)) != null;
  }

  private Bytes before(byte[] a, int candidate) {
    Bytes kept = new Bytes();
    for (int i = 0; i < candidate; i++) {
      add(kept, a, i);
    }
    return kept;
  }

  private void add(Bytes kept, byte[] a, int candidate) {
    if (kept.length() > 0) {
      kept.add(SEPARATOR);
    }
    kept.add(a, candidates.urlFrom(candidate), candidates.to(candidate));
  }

  private static void replace(StartTag tag, int i, Bytes kept) {
    if (kept.length() > 0) {
      tag.setAttribute(i, kept.copy());
    } else if (tag.element() == Element.SOURCE) {
      tag.remove();
    } else {
      tag.removeAttribute(i);
    }
  }

  private void style(StartTag tag, int i) {
    byte[] without = scope.styles.without(text.array(), text.from(), text.to());
    if (without != null) {
      tag.setAttribute(i, without);
    }
  }

  private void handler(StartTag tag, int i) {
    TagVerdict verdict = scope.contents.handler(text.array(), text.from(), text.to());
    if (verdict == null && hasAddress(tag)) {
      text.read(tag, i);
      verdict = scope.contents.loads(text.array(), text.from(), text.to()) ? address : null;
    }
    removeInline(verdict, tag, i);
  }

  private void background(StartTag tag, int i) {
    TagVerdict verdict = scope.urls.judge(text.array(), text.from(), text.to());
    removeIf(verdict == null ? ownStyle() : verdict, tag, i);
  }

  private void ownName(StartTag tag, int i) {
    TagVerdict verdict = ownAddress(text.array());
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
  private @Nullable TagVerdict ownAddress(byte[] a) {
    TagVerdict verdict = scope.urls.known(a, text.from(), text.to());
    if (verdict == null && AsciiText.indexOf(a, text.from(), text.to(), ',') < text.to()) {
      candidates.read(a, text.from(), text.to());
      for (int c = 0; c < candidates.count() && verdict == null; c++) {
        verdict = scope.urls.known(a, candidates.urlFrom(c), candidates.urlTo(c));
      }
    }
    return verdict;
  }

  private void removeInline(@Nullable TagVerdict verdict, StartTag tag, int i) {
    if (verdict != null) {
      scope.inlineRemoved(verdict);
    }
    removeIf(verdict, tag, i);
  }

  /** Whether an attribute that loads nothing by itself has a gated address, for a handler to read. */
  private boolean hasAddress(StartTag tag) {
    address = null;
    for (int i = 0; i < tag.attributeCount() && address == null; i++) {
      if (AttributeRole.of(tag, i) == AttributeRole.NONE && tag.attribute(i) != Attribute.HREF) {
        text.read(tag, i);
        address = scope.urls.known(text.array(), text.from(), text.to());
      }
    }
    return address != null;
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

  /** Judges a link, which fetches by its relation; false where it goes. */
  boolean link(StartTag tag) {
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
    while (!gated && i >= 0 && maySayNothing(tag, i)) {
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
    TagVerdict verdict = address(tag);
    if (verdict != null) {
      text.read(tag, id);
      long name = NamedHolders.hash(text.array(), text.from(), text.to());
      if (!scope.scripts.holders().add(name, verdict)) {
        tag.remove();
      }
    }
  }

  /** Why one of the attributes is a gated address; null where none is. */
  @Nullable TagVerdict address(StartTag tag) {
    TagVerdict verdict = null;
    for (int i = 0; i < tag.attributeCount() && verdict == null; i++) {
      text.read(tag, i);
      verdict = scope.urls.known(text.array(), text.from(), text.to());
    }
    return verdict;
  }
}
