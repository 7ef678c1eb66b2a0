package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Random;

/**
 * The gate's own error page: a plain sentence and a random id, under which the log has the reason.
 *
 * @param sentence what the visitor reads
 * @param id from {@link #newId}
 * @param html whether the visitor takes HTML; else it is plain text
 */
public record ErrorPage(int status, String sentence, String id, boolean html) {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final Random RANDOM = new SecureRandom();

  /** 40 random bits in eight letters that are hard to misread (Crockford's alphabet). */
  public static String newId() {
    char[] id = new char[8];
    for (int i = 0; i < id.length; i++) {
      id[i] = ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()));
    }
    return new String(id);
  }

  /** Host and path as the log shows them: printable, short and without path parameters. */
  public static String place(String host, String path) {
    String place = host + withoutParameters(path);
    String shown = place.length() > 200 ? place.substring(0, 200) + "..." : place;
    return shown.replaceAll("[^!-~]", "?");
  }

  /**
   * A path without what stands between {@code ;} and the next {@code /} (RFC 3986 3.3), where old
   * applications put the session's id.
   */
  public static String withoutParameters(String path) {
    if (path.indexOf(';') < 0 && path.indexOf('%') < 0) {
      return path;
    }
    return path.replaceAll("(?i)(?:;|%3b)[^/]*", "");
  }

  /** The value of {@code Content-Type}. */
  public String contentType() {
    return html ? "text/html;charset=utf-8" : "text/plain;charset=utf-8";
  }

  /** The content. */
  public byte[] content() {
    return (html ? markup() : sentence + "\nError id: " + id + "\n").getBytes(US_ASCII);
  }

  private String markup() {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + status
        + "</title></head>\n<body><h1>"
        + sentence
        + "</h1>\n<p>Error id: "
        + id
        + "</p></body></html>\n";
  }
}
