package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page none of whose inline scripts ever came: each begins with a comment that has a number of its
 * own. All else of the page is what it was.
 */
final class NewScripts {
  private static final Pattern BEGINNING =
      Pattern.compile("(?i)<script(?![^>]*\\b(?:src|json|template))[^>]*>");
  private static final String COMMENT = "/*0000000000*/";
  private static final int LAST_DIGIT = COMMENT.indexOf("0*");

  private final byte[] bytes;
  private final List<Integer> digits = new ArrayList<>();
  private long number;

  NewScripts(byte[] page) {
    StringBuilder marked = new StringBuilder();
    Matcher beginning = BEGINNING.matcher(new String(page, ISO_8859_1));
    while (beginning.find()) {
      beginning.appendReplacement(marked, "$0" + COMMENT);
      digits.add(marked.length() - COMMENT.length() + LAST_DIGIT);
    }
    beginning.appendTail(marked);
    bytes = marked.toString().getBytes(ISO_8859_1);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Makes all scripts other ones. */
  void renew() {
    for (int last : digits) {
      number++;
      long rest = number;
      for (int at = last; rest > 0; at--) {
        bytes[at] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
  }
}
