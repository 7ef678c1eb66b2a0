package io.cookiegate.gate;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.AttributeSet;
import io.cookiegate.html.Element;
import io.cookiegate.html.Namespace;
import io.cookiegate.html.StartTag;

/** What an attribute does in its element, and so what goes where it is gated. */
enum AttributeRole {
  /** Nothing that loads. */
  NONE,
  /** Its URL is what the element is for: the element goes. */
  ELEMENT,
  /** Its URL is one of several things: the attribute goes. */
  ATTRIBUTE,
  /** The same of a background that a script gives: a URL, or a style that has one. */
  BACKGROUND,
  /** URLs between spaces. */
  LIST,
  /** Values, between semicolons, that an animation gives to another attribute. */
  ANIMATED,
  /** Candidates of an image. */
  SRCSET,
  /** Declarations of style. */
  STYLE,
  /** A value of svg that may name a URL as style does. */
  PAINT,
  /** A script that runs on an event. */
  HANDLER,
  /** An address that is followed only by the visitor; it matters where it is a script. */
  FOLLOWED,
  /** A page in an attribute. */
  SRCDOC,
  /** An address, candidates or a style, of a name that only the page's own scripts know. */
  OWN_NAME;

  /** The attributes that may have a role in an element of HTML. */
  static final AttributeSet IN_HTML =
      AttributeSet.of(
          Attribute.SRC,
          Attribute.DATA_SRC,
          Attribute.DATA_LAZY_SRC,
          Attribute.HREF,
          Attribute.XLINK_HREF,
          Attribute.DATA,
          Attribute.DATA_HREF,
          Attribute.SRCSET,
          Attribute.IMAGESRCSET,
          Attribute.DATA_SRCSET,
          Attribute.DATA_LAZY_SRCSET,
          Attribute.POSTER,
          Attribute.BACKGROUND,
          Attribute.DYNSRC,
          Attribute.LOWSRC,
          Attribute.DATA_BG,
          Attribute.DATA_BACKGROUND,
          Attribute.DATA_LAZY,
          Attribute.DATA_ORIGINAL,
          Attribute.CODE,
          Attribute.CLASSID,
          Attribute.CODEBASE,
          Attribute.ARCHIVE,
          Attribute.PING,
          Attribute.ATTRIBUTIONSRC,
          Attribute.STYLE,
          Attribute.SRCDOC,
          Attribute.ACTION,
          Attribute.FORMACTION,
          Attribute.HANDLER,
          Attribute.UNKNOWN);

  static AttributeRole of(StartTag tag, int i) {
    Attribute attribute = tag.attribute(i);
    if (attribute == Attribute.UNKNOWN) {
      return unknown(tag, i);
    }
    return tag.namespace() == Namespace.HTML
        ? inHtml(tag.element(), attribute)
        : of(attribute, tag.element(), tag.namespace());
  }

  /** What an attribute of a known name does in an element of HTML. */
  static AttributeRole inHtml(Element element, Attribute attribute) {
    return HtmlRoles.of(element, attribute);
  }

  private static AttributeRole of(Attribute attribute, Element element, Namespace namespace) {
    return switch (attribute) {
      case SRC -> source(element);
      case DATA_SRC, DATA_LAZY_SRC -> lazySource(element);
      case HREF, XLINK_HREF -> reference(element, namespace);
      case DATA -> element == Element.OBJECT ? ELEMENT : NONE;
      case DATA_HREF -> element == Element.LINK ? ELEMENT : NONE;
      case SRCSET, IMAGESRCSET, DATA_SRCSET, DATA_LAZY_SRCSET -> SRCSET;
      case POSTER, BACKGROUND, DYNSRC, LOWSRC, DATA_LAZY, DATA_ORIGINAL -> ATTRIBUTE;
      case DATA_BG, DATA_BACKGROUND -> AttributeRole.BACKGROUND;
      case CODE -> element == Element.EMBED ? ELEMENT : embedded(element);
      case CLASSID, CODEBASE, ARCHIVE -> embedded(element);
      case PING, ATTRIBUTIONSRC -> LIST;
      case STYLE -> STYLE;
      case SRCDOC -> SRCDOC;
      case ACTION, FORMACTION -> FOLLOWED;
      case HANDLER -> HANDLER;
      default -> NONE;
    };
  }

  /** What known attributes do in the elements of HTML, in one step. */
  @SuppressWarnings("EnumOrdinal") // the place in a table that outlives no process
  private static final class HtmlRoles {
    private static final AttributeRole[] ALL = AttributeRole.values();
    private static final int ROW = Attribute.values().length;
    private static final byte[] ROLES = new byte[Element.values().length * ROW];

    static {
      for (Element element : Element.values()) {
        for (Attribute attribute : Attribute.values()) {
          AttributeRole role = AttributeRole.of(attribute, element, Namespace.HTML);
          ROLES[element.ordinal() * ROW + attribute.ordinal()] = (byte) role.ordinal();
        }
      }
    }

    static AttributeRole of(Element element, Attribute attribute) {
      return ALL[ROLES[element.ordinal() * ROW + attribute.ordinal()]];
    }
  }

  private static AttributeRole source(Element element) {
    return switch (element) {
      case SCRIPT,
          IFRAME,
          FRAME,
          EMBED,
          FENCEDFRAME,
          PORTAL,
          IMG,
          IMAGE,
          SOURCE,
          TRACK,
          AMP_AD,
          AMP_IFRAME,
          AMP_IMG,
          AMP_PIXEL,
          AMP_SCRIPT ->
          ELEMENT;
      default -> ATTRIBUTE;
    };
  }

  private static AttributeRole lazySource(Element element) {
    return switch (element) {
      case VIDEO, AUDIO, INPUT -> ATTRIBUTE;
      default -> source(element);
    };
  }

  private static AttributeRole reference(Element element, Namespace namespace) {
    return switch (element) {
      // A link fetches by its rel, a base by other tags.
      case LINK, BASE -> NONE;
      case A, AREA -> FOLLOWED;
      case SCRIPT, XML_STYLESHEET -> ELEMENT;
      case IMAGE, USE, FE_IMAGE -> ATTRIBUTE;
      default -> foreignReference(namespace);
    };
  }

  private static AttributeRole foreignReference(Namespace namespace) {
    return switch (namespace) {
      case SVG -> ATTRIBUTE;
      case MATHML -> FOLLOWED;
      case HTML, XHTML -> NONE;
    };
  }

  private static AttributeRole embedded(Element element) {
    return element == Element.OBJECT || element == Element.APPLET ? ATTRIBUTE : NONE;
  }

  private static AttributeRole unknown(StartTag tag, int i) {
    byte[] a = tag.array();
    int from = tag.nameFrom(i);
    boolean event =
        tag.nameTo(i) - from > 2
            && AsciiText.lower(a[from]) == 'o'
            && AsciiText.lower(a[from + 1]) == 'n';
    if (event) {
      return HANDLER;
    }
    if (isOwnAddress(tag, i)) {
      return OWN_NAME;
    }
    if (tag.namespace() != Namespace.SVG) {
      return NONE;
    }
    return isAnimated(a, from, tag.nameTo(i)) ? ANIMATED : PAINT;
  }

  /** Whether an attribute of a page's own may be an address, of something that nobody follows. */
  private static boolean isOwnAddress(StartTag tag, int i) {
    return switch (tag.element()) {
      case A, AREA, FORM, BUTTON -> false;
      default -> mayBeOwnAddress(tag.array(), tag.nameFrom(i), tag.valueFrom(i), tag.valueTo(i));
    };
  }

  /** The same in whatever element, of a name that ends somewhere before its value. */
  static boolean mayBeOwnAddress(byte[] a, int nameFrom, int valueFrom, int valueTo) {
    return valueFrom < valueTo && mayBegin(a[valueFrom]) && isOwnName(a, nameFrom, valueFrom);
  }

  /** What only scripts know: {@code data-} and something, or a source that lazy libraries look for. */
  private static boolean isOwnName(byte[] a, int from, int valueFrom) {
    int to = valueFrom;
    while (to > from && isBetween(a[to - 1])) {
      to--;
    }
    return (to - from > 5 && AsciiText.startsWith(a, from, to, "data-"))
        || AsciiText.endsWith(a, from, to, "src")
        || AsciiText.endsWith(a, from, to, "srcset")
        || AsciiText.is(a, from, to, "original");
  }

  private static boolean isBetween(byte b) {
    return b == '=' || b == '"' || b == '\'' || (b >= 0 && b <= ' ');
  }

  // Or a style begins here: url(.
  private static boolean mayBegin(byte b) {
    return switch (b) {
      case '/', '\\', 'h', 'H', 'u', 'U', '&', ' ', '\t', '\n', '\r' -> true;
      default -> false;
    };
  }

  private static boolean isAnimated(byte[] a, int from, int to) {
    return AsciiText.is(a, from, to, "to")
        || AsciiText.is(a, from, to, "from")
        || AsciiText.is(a, from, to, "by")
        || AsciiText.is(a, from, to, "values");
  }
}
