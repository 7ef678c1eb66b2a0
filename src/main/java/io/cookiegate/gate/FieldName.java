package io.cookiegate.gate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The header fields that the gate looks at. */
enum FieldName {
  ACCEPT_ENCODING("accept-encoding"),
  ACCEPT_RANGES("accept-ranges"),
  CACHE_CONTROL("cache-control"),
  CONTENT_DIGEST("content-digest"),
  CONTENT_ENCODING("content-encoding"),
  CONTENT_LENGTH("content-length"),
  CONTENT_MD5("content-md5"),
  CONTENT_RANGE("content-range"),
  CONTENT_SECURITY_POLICY("content-security-policy"),
  CONTENT_SECURITY_POLICY_REPORT_ONLY("content-security-policy-report-only"),
  CONTENT_TYPE("content-type"),
  COOKIE("cookie"),
  DIGEST("digest"),
  ETAG("etag"),
  EXPIRES("expires"),
  IF_MATCH("if-match"),
  IF_MODIFIED_SINCE("if-modified-since"),
  IF_NONE_MATCH("if-none-match"),
  IF_RANGE("if-range"),
  LAST_MODIFIED("last-modified"),
  LINK("link"),
  LOCATION("location"),
  RANGE("range"),
  REFRESH("refresh"),
  REPORT_TO("report-to"),
  REPORTING_ENDPOINTS("reporting-endpoints"),
  REPR_DIGEST("repr-digest"),
  SEC_GPC("sec-gpc"),
  SET_COOKIE("set-cookie"),
  SPECULATION_RULES("speculation-rules"),
  VARY("vary"),
  OTHER("");

  private static final int LONGEST = 35;
  private static final FieldName[][] BY_LENGTH = new FieldName[LONGEST + 1][0];

  static {
    for (FieldName field : values()) {
      FieldName[] same = BY_LENGTH[field.lowerCase.length()];
      FieldName[] more = Arrays.copyOf(same, same.length + 1);
      more[same.length] = field;
      BY_LENGTH[field.lowerCase.length()] = more;
    }
  }

  private final String lowerCase;
  private final String usual;

  FieldName(String lowerCase) {
    this.lowerCase = lowerCase;
    this.usual = usual(lowerCase);
  }

  /** As most servers write it: each word with a capital. */
  private static String usual(String lowerCase) {
    StringBuilder usual = new StringBuilder(lowerCase);
    for (int i = 0; i < usual.length(); i++) {
      if (i == 0 || usual.charAt(i - 1) == '-') {
        usual.setCharAt(i, Character.toUpperCase(usual.charAt(i)));
      }
    }
    return usual.toString();
  }

  /** The field of a name in any case. */
  static FieldName of(@Nullable String name) {
    if (name == null || name.length() > LONGEST) {
      return OTHER;
    }
    for (FieldName field : BY_LENGTH[name.length()]) {
      if (field.isCalled(name)) {
        return field;
      }
    }
    return OTHER;
  }

  /** Most names are told apart by their last letter, and most others are written in the usual way. */
  private boolean isCalled(String name) {
    int last = name.length() - 1;
    return last < 0
        || ((name.charAt(last) | ' ') == lowerCase.charAt(last)
            && (usual.equals(name) || lowerCase.equalsIgnoreCase(name)));
  }
}
