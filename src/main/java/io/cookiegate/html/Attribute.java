package io.cookiegate.html;

/** The attributes the rewriter or its handlers know by name; every other is {@link #UNKNOWN}. */
public enum Attribute {
  ACTION("action"),
  ALLOW("allow"),
  ALLOWFULLSCREEN("allowfullscreen"),
  ALT("alt"),
  ARCHIVE("archive"),
  AS("as"),
  ASYNC("async"),
  ATTRIBUTIONSRC("attributionsrc"),
  BACKGROUND("background"),
  BLOCKING("blocking"),
  CHARSET("charset"),
  CITE("cite"),
  CLASS("class"),
  CLASSID("classid"),
  CODE("code"),
  CODEBASE("codebase"),
  COLOR("color"),
  CONTENT("content"),
  CROSSORIGIN("crossorigin"),
  DATA("data"),
  DATA_BACKGROUND("data-background"),
  DATA_BG("data-bg"),
  DATA_HREF("data-href"),
  DATA_LAZY("data-lazy"),
  DATA_LAZY_SRC("data-lazy-src"),
  DATA_LAZY_SRCSET("data-lazy-srcset"),
  DATA_ORIGINAL("data-original"),
  DATA_SRC("data-src"),
  DATA_SRCSET("data-srcset"),
  DATA_TYPE("data-type"),
  DATA_URL("data-url"),
  DEFER("defer"),
  DIR("dir"),
  DOWNLOAD("download"),
  DYNSRC("dynsrc"),
  ENCODING("encoding"),
  EVENT("event"),
  FACE("face"),
  FETCHPRIORITY("fetchpriority"),
  FOR("for"),
  FORMACTION("formaction"),
  HEIGHT("height"),
  HIDDEN("hidden"),
  HREF("href"),
  HTTP_EQUIV("http-equiv"),
  ICON("icon"),
  ID("id"),
  IMAGESIZES("imagesizes"),
  IMAGESRCSET("imagesrcset"),
  INTEGRITY("integrity"),
  ITEMPROP("itemprop"),
  LANG("lang"),
  LANGUAGE("language"),
  LOADING("loading"),
  LONGDESC("longdesc"),
  LOWSRC("lowsrc"),
  MANIFEST("manifest"),
  MEDIA("media"),
  METHOD("method"),
  NAME("name"),
  NOMODULE("nomodule"),
  NONCE("nonce"),
  PING("ping"),
  POSTER("poster"),
  PROFILE("profile"),
  PROPERTY("property"),
  REFERRERPOLICY("referrerpolicy"),
  REL("rel"),
  REV("rev"),
  SANDBOX("sandbox"),
  SHADOWROOTMODE("shadowrootmode"),
  SIZE("size"),
  SIZES("sizes"),
  SRC("src"),
  SRCDOC("srcdoc"),
  SRCSET("srcset"),
  STYLE("style"),
  TARGET("target"),
  TITLE("title"),
  TYPE("type"),
  USEMAP("usemap"),
  VALUE("value"),
  WIDTH("width"),
  XLINK_HREF("xlink:href"),
  /** An attribute of any other name. */
  UNKNOWN("");

  private static final NameTable KNOWN = NameTable.of(values(), Attribute::lowerCaseName);

  private final String name;

  Attribute(String name) {
    this.name = name;
  }

  /** The name in lower-case ASCII. */
  public String lowerCaseName() {
    return name;
  }

  private static final Attribute[] ALL = values();

  /** The attribute of the name in a range, without allocation. */
  static Attribute of(byte[] a, int from, int to) {
    return ALL[KNOWN.find(a, from, to)];
  }

  static Attribute of(int ordinal) {
    return ALL[ordinal];
  }

  /** The ordinal of the attribute of the name in a range. */
  static int ordinalOf(byte[] a, int from, int to) {
    return KNOWN.find(a, from, to);
  }

  /** The ordinal of the attribute of a name of 1 to 8 bytes, the lowest of a word, without controls. */
  static int ordinalOf(long word, int length) {
    return KNOWN.find(word, length);
  }
}
