package io.cookiegate.html;

import java.util.Set;

/**
 * The elements the rewriter or its handlers know by name, of any namespace; every other is {@link
 * #UNKNOWN}. Names are lower case here and compared without case.
 */
public enum Element {
  A("a"),
  ABBR("abbr"),
  ADDRESS("address"),
  AMP_AD("amp-ad"),
  AMP_ANALYTICS("amp-analytics"),
  AMP_IFRAME("amp-iframe"),
  AMP_IMG("amp-img"),
  AMP_PIXEL("amp-pixel"),
  AMP_SCRIPT("amp-script"),
  ANNOTATION_XML("annotation-xml"),
  APPLET("applet"),
  AREA("area"),
  ARTICLE("article"),
  ASIDE("aside"),
  AUDIO("audio"),
  B("b"),
  BASE("base"),
  BASEFONT("basefont"),
  BGSOUND("bgsound"),
  BIG("big"),
  BLOCKQUOTE("blockquote"),
  BODY("body"),
  BR("br"),
  BUTTON("button"),
  CANVAS("canvas"),
  CAPTION("caption"),
  CENTER("center"),
  CODE("code"),
  COL("col"),
  COLGROUP("colgroup"),
  COOKIE_LIST("cookie-list"),
  DD("dd"),
  DESC("desc"),
  DETAILS("details"),
  DIALOG("dialog"),
  DIR("dir"),
  DIV("div"),
  DL("dl"),
  DT("dt"),
  EM("em"),
  EMBED("embed"),
  FE_IMAGE("feimage"),
  FENCEDFRAME("fencedframe"),
  FIELDSET("fieldset"),
  FIGCAPTION("figcaption"),
  FIGURE("figure"),
  FONT("font"),
  FOOTER("footer"),
  FOREIGN_OBJECT("foreignobject"),
  FORM("form"),
  FRAME("frame"),
  FRAMESET("frameset"),
  G("g"),
  H1("h1"),
  H2("h2"),
  H3("h3"),
  H4("h4"),
  H5("h5"),
  H6("h6"),
  HEAD("head"),
  HEADER("header"),
  HGROUP("hgroup"),
  HR("hr"),
  HTML("html"),
  I("i"),
  IFRAME("iframe"),
  IMAGE("image"),
  IMG("img"),
  INPUT("input"),
  KEYGEN("keygen"),
  LABEL("label"),
  LI("li"),
  LINK("link"),
  LISTING("listing"),
  MAIN("main"),
  MALIGNMARK("malignmark"),
  MAP("map"),
  MARQUEE("marquee"),
  MATH("math"),
  MENU("menu"),
  META("meta"),
  MGLYPH("mglyph"),
  MI("mi"),
  MN("mn"),
  MO("mo"),
  MS("ms"),
  MTEXT("mtext"),
  NAV("nav"),
  NOBR("nobr"),
  NOEMBED("noembed"),
  NOFRAMES("noframes"),
  NOSCRIPT("noscript"),
  OBJECT("object"),
  OL("ol"),
  OPTGROUP("optgroup"),
  OPTION("option"),
  P("p"),
  PARAM("param"),
  PATH("path"),
  PICTURE("picture"),
  PLAINTEXT("plaintext"),
  PORTAL("portal"),
  PRE("pre"),
  RP("rp"),
  RT("rt"),
  RUBY("ruby"),
  S("s"),
  SCRIPT("script"),
  SEARCH("search"),
  SECTION("section"),
  SELECT("select"),
  SMALL("small"),
  SOURCE("source"),
  SPAN("span"),
  STRIKE("strike"),
  STRONG("strong"),
  STYLE("style"),
  SUB("sub"),
  SUMMARY("summary"),
  SUP("sup"),
  SVG("svg"),
  TABLE("table"),
  TBODY("tbody"),
  TD("td"),
  TEMPLATE("template"),
  TEXTAREA("textarea"),
  TFOOT("tfoot"),
  TH("th"),
  THEAD("thead"),
  TITLE("title"),
  TR("tr"),
  TRACK("track"),
  TT("tt"),
  U("u"),
  UL("ul"),
  USE("use"),
  VAR("var"),
  VIDEO("video"),
  WBR("wbr"),
  /** The processing instruction of that name, in XML. */
  XML_STYLESHEET("xml-stylesheet"),
  XMP("xmp"),
  /** An element of any other name. */
  UNKNOWN("");

  private static final NameTable KNOWN = NameTable.of(values(), Element::lowerCaseName);

  private final String name;
  private final boolean plain;

  Element(String name) {
    this.name = name;
    this.plain = !Remarkable.NAMES.contains(name);
  }

  /** The names of elements that change how what follows is read, or that handlers look for. */
  private static final class Remarkable {
    static final Set<String> NAMES =
        Set.of(
            "amp-analytics",
            "base",
            "body",
            "col",
            "cookie-list",
            "frameset",
            "html",
            "iframe",
            "input",
            "link",
            "math",
            "meta",
            "noembed",
            "noframes",
            "noscript",
            "param",
            "plaintext",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "xmp");
  }

  /**
   * Whether names of up to 7 bytes with a first byte, which is a letter, are no remarkable element's:
   * at the byte times 8 plus the length.
   */
  private static final boolean[] SURELY_PLAIN = surelyPlain();

  private static boolean[] surelyPlain() {
    boolean[] plain = new boolean[256 * 8];
    for (int letter = 'a'; letter <= 'z'; letter++) {
      for (int length = 1; length < 8; length++) {
        boolean remarkable = isRemarkable((char) letter, length);
        plain[letter * 8 + length] = !remarkable;
        plain[(letter - 'a' + 'A') * 8 + length] = !remarkable;
      }
    }
    return plain;
  }

  private static boolean isRemarkable(char letter, int length) {
    return Remarkable.NAMES.stream()
        .anyMatch(name -> name.charAt(0) == letter && name.length() == length);
  }

  /** Whether no name of a length that begins with a byte is one of which {@link #isPlain} is false. */
  static boolean isSurelyPlain(byte first, int length) {
    return SURELY_PLAIN[((first & 0xFF) << 3) | (length & 7)];
  }

  /** Whether the element, in HTML content, changes nothing about how what follows is read. */
  boolean isPlain() {
    return plain;
  }

  /** The name in lower-case ASCII. */
  public String lowerCaseName() {
    return name;
  }

  private static final Element[] ALL = values();

  /** The element of the name in a range, without allocation. */
  static Element of(byte[] a, int from, int to) {
    return ALL[KNOWN.find(a, from, to)];
  }

  /** The element of a name of 1 to 8 bytes, the lowest of a word, without controls. */
  static Element of(long word, int length) {
    return ALL[KNOWN.find(word, length)];
  }
}
