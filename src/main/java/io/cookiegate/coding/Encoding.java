package io.cookiegate.coding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An encoding of the Encoding Standard, which is every encoding a browser reads, with the labels
 * that name it (section 4.2).
 *
 * <p>There is no UTF-7, no UTF-32 and no EBCDIC here: browsers do not know them, and take a page
 * that claims one for a page that claims nothing.
 */
enum Encoding {
  UTF_8("unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
  IBM866("866 cp866 csibm866 ibm866"),
  ISO_8859_2(
      "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
  ISO_8859_3(
      "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
  ISO_8859_4(
      "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
  ISO_8859_5(
      "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5"
          + " iso_8859-5:1988"),
  ISO_8859_6(
      "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e"
          + " iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"),
  ISO_8859_7(
      "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597"
          + " iso_8859-7 iso_8859-7:1987 sun_eu_greek"),
  ISO_8859_8(
      "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598"
          + " iso_8859-8 iso_8859-8:1988 visual"),
  ISO_8859_8_I("csiso88598i iso-8859-8-i logical"),
  ISO_8859_10("csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
  ISO_8859_13("iso-8859-13 iso8859-13 iso885913"),
  ISO_8859_14("iso-8859-14 iso8859-14 iso885914"),
  ISO_8859_15("csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"),
  ISO_8859_16("iso-8859-16"),
  KOI8_R("cskoi8r koi koi8 koi8-r koi8_r"),
  KOI8_U("koi8-ru koi8-u"),
  MACINTOSH("csmacintosh mac macintosh x-mac-roman"),
  WINDOWS_874("dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
  WINDOWS_1250("cp1250 windows-1250 x-cp1250"),
  WINDOWS_1251("cp1251 windows-1251 x-cp1251"),
  WINDOWS_1252(
      "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1"
          + " iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"),
  WINDOWS_1253("cp1253 windows-1253 x-cp1253"),
  WINDOWS_1254(
      "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5"
          + " latin5 windows-1254 x-cp1254"),
  WINDOWS_1255("cp1255 windows-1255 x-cp1255"),
  WINDOWS_1256("cp1256 windows-1256 x-cp1256"),
  WINDOWS_1257("cp1257 windows-1257 x-cp1257"),
  WINDOWS_1258("cp1258 windows-1258 x-cp1258"),
  X_MAC_CYRILLIC("x-mac-cyrillic x-mac-ukrainian"),
  GBK(
      "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
      Handling.MASKED),
  GB18030("gb18030", Handling.MASKED),
  BIG5("big5 big5-hkscs cn-big5 csbig5 x-x-big5", Handling.MASKED),
  EUC_JP("cseucpkdfmtjapanese euc-jp x-euc-jp"),
  ISO_2022_JP("csiso2022jp iso-2022-jp", Handling.TRANSCODE),
  SHIFT_JIS(
      "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis", Handling.MASKED),
  EUC_KR(
      "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601"
          + " ksc_5601 windows-949",
      Handling.MASKED),
  /**
   * One U+FFFD instead of a page (section 14.1): browsers read no markup in it, whatever is there.
   */
  REPLACEMENT("csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement"),
  UTF_16BE("unicodefffe utf-16be", Handling.TRANSCODE),
  UTF_16LE(
      "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le", Handling.TRANSCODE),
  X_USER_DEFINED("x-user-defined");

  private static final Map<String, Encoding> BY_LABEL = byLabel();

  private final String labels;
  private final Handling handling;

  Encoding(String labels) {
    this(labels, Handling.ASCII_COMPATIBLE);
  }

  Encoding(String labels, Handling handling) {
    this.labels = labels;
    this.handling = handling;
  }

  Handling handling() {
    return handling;
  }

  /** The charset of the runtime that reads it best; ISO-8859-1 where there is none. */
  Charset charset() {
    String name =
        switch (this) {
          case GBK -> "GBK";
          case BIG5 -> "Big5-HKSCS";
          case SHIFT_JIS -> "windows-31j";
          case EUC_KR -> "x-windows-949";
          case MACINTOSH -> "x-MacRoman";
          case X_MAC_CYRILLIC -> "x-MacCyrillic";
          case ISO_8859_8_I -> "ISO-8859-8";
          default -> name().replace('_', '-');
        };
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
  }

  /**
   * The encoding with this label, in any case and between any ASCII white space (section 4.2, "get
   * an encoding").
   */
  static @Nullable Encoding ofLabel(String label) {
    return BY_LABEL.get(Ascii.lower(Ascii.strip(label)));
  }

  /**
   * What a page means that names this encoding in its own text: it could be read, so it is no
   * UTF-16, and x-user-defined is windows-1252 there (WHATWG HTML 13.2.3.2).
   */
  Encoding asDeclaredInside() {
    return switch (this) {
      case UTF_16BE, UTF_16LE -> UTF_8;
      case X_USER_DEFINED -> WINDOWS_1252;
      default -> this;
    };
  }

  private static Map<String, Encoding> byLabel() {
    Map<String, Encoding> map = new HashMap<>();
    for (Encoding encoding : values()) {
      for (String label : encoding.labels.split(" ", -1)) {
        map.put(label, encoding);
      }
    }
    return Map.copyOf(map);
  }
}
