package io.cookiegate.html;

import java.util.Arrays;

/**
 * The attributes the rewriter or its handlers know by name; every other is {@link #UNKNOWN} or
 * {@link #HANDLER}.
 */
public enum Attribute {
  ACTION("action"),
  ALIGN("align"),
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
  COLSPAN("colspan"),
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
  DATETIME("datetime"),
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
  ROLE("role"),
  ROWSPAN("rowspan"),
  SANDBOX("sandbox"),
  SHADOWROOTMODE("shadowrootmode"),
  SIZE("size"),
  SIZES("sizes"),
  SRC("src"),
  SRCDOC("srcdoc"),
  SRCSET("srcset"),
  STYLE("style"),
  TABINDEX("tabindex"),
  TARGET("target"),
  TITLE("title"),
  TYPE("type"),
  USEMAP("usemap"),
  VALUE("value"),
  WIDTH("width"),
  XLINK_HREF("xlink:href"),
  /** An attribute of any other name. */
  UNKNOWN(""),
  /** An attribute of any other name that begins with {@code on}, as those for events do. */
  HANDLER("");

  @SuppressWarnings("EnumOrdinal") // The numbers of the table.
  private static final NameTable KNOWN =
      NameTable.of(Arrays.copyOf(values(), UNKNOWN.ordinal() + 1), Attribute::lowerCaseName);

  private final String name;

  Attribute(String name) {
    this.name = name;
  }

  /** The name in lower-case ASCII. */
  public String lowerCaseName() {
    return name;
  }

  private static final Attribute[] ALL = values();

  @SuppressWarnings("EnumOrdinal")
  private static final int NO_NAME = UNKNOWN.ordinal();

  @SuppressWarnings("EnumOrdinal")
  private static final int ON_EVENT = HANDLER.ordinal();

  /** The first two bytes of a word, but for their case, and those of a handler's name. */
  private static final int TWO_BUT_CASE = 0xDFDF;

  private static final int ON = ('N' << 8) | 'O';

  /** The attribute of the name in a range, without allocation. */
  static Attribute of(byte[] a, int from, int to) {
    return ALL[ordinalOf(a, from, to)];
  }

  static Attribute of(int ordinal) {
    return ALL[ordinal];
  }

  /** The ordinal of the attribute of the name in a range. */
  static int ordinalOf(byte[] a, int from, int to) {
    int found = KNOWN.find(a, from, to);
    boolean event =
        found == NO_NAME && to - from > 2 && isOn((a[from] & 0xFF) | (a[from + 1] << 8));
    return event ? ON_EVENT : found;
  }

  /** The ordinal of the attribute of a name of 1 to 8 bytes, the lowest of a word, without controls. */
  static int ordinalOf(long word, int length) {
    int found = KNOWN.find(word, length);
    return found == NO_NAME && length > 2 && isOn((int) word) ? ON_EVENT : found;
  }

  /** The ordinal of the attribute of a name of 8 bytes or more, by its first and its last eight. */
  static int ordinalOf(long first, long last, int length) {
    int found = KNOWN.find(first, last, length);
    return found == NO_NAME && isOn((int) first) ? ON_EVENT : found;
  }

  private static boolean isOn(int word) {
    return (word & TWO_BUT_CASE) == ON;
  }
}
