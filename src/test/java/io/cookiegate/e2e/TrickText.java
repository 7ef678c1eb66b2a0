package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a host into a trick: {@code @@} is the host, {@code @percent@} the host percent-encoded and so
 * on, {@code @x1B@} a byte, {@code @x*99@} a text many times.
 */
final class TrickText {
  private static final Pattern MARKS =
      Pattern.compile("@x([0-9A-F]{2})@|@([^@*]+)\\*(\\d+)@|@([a-z0-9]+)@|@@");

  /** Bytes travel as characters of a private area until the text is encoded. */
  private static final char BYTES = '\uE000';

  private final String host;

  TrickText(String host) {
    this.host = host;
  }

  String of(String text) {
    return MARKS
        .matcher(text)
        .replaceAll(mark -> java.util.regex.Matcher.quoteReplacement(of(mark)));
  }

  private String of(MatchResult mark) {
    if (mark.group(1) != null) {
      return String.valueOf((char) (BYTES + Integer.parseInt(mark.group(1), 16)));
    }
    if (mark.group(2) != null) {
      return mark.group(2).repeat(Integer.parseInt(mark.group(3)));
    }
    return mark.group(4) == null ? host : spelled(mark.group(4));
  }

  private String spelled(String way) {
    return switch (way) {
      case "percent" -> each(c -> String.format("%%%02x", c));
      case "hex" -> each(c -> String.format("\\x%02x", c));
      case "wide" -> each(TrickText::wide);
      case "wideescapes" -> each(c -> escaped(wide(c)));
      case "widepercent" -> each(c -> URLEncoder.encode(wide(c), UTF_8));
      case "mathematical" ->
          each(c -> c >= 'a' && c <= 'z' ? Character.toString(0x1d41a + c - 'a') : wide(c));
      case "soft" -> host.substring(0, 3) + "\u00ad" + host.substring(3);
      case "ideographic" -> host.replace('.', '\u3002');
      case "escapeddots" -> host.replace(".", "\\\\.");
      case "entity" -> host.replace(".", "&period;");
      case "upper" -> host.toUpperCase(java.util.Locale.ROOT);
      case "split" ->
          host.chars().mapToObj(Character::toString).collect(Collectors.joining("\"+\""));
      case "first" -> host.substring(0, 1);
      case "firsthex" -> Integer.toHexString(host.charAt(0));
      case "firstwide" -> Integer.toHexString(wide(host.charAt(0)).charAt(0));
      case "firstdec" -> Integer.toString(host.charAt(0));
      case "rest" -> host.substring(1);
      case "css64" -> base64(("@import \"http://" + host + "/a\";").getBytes(US_ASCII));
      case "img64" -> base64(image().getBytes(US_ASCII));
      case "img64wide" -> base64(image().getBytes(UTF_16LE));
      case "js64" -> base64(("fetch(\"http://" + host + "/a\")").getBytes(US_ASCII));
      case "attributes" ->
          IntStream.range(0, 3000).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining(" "));
      default -> "@" + way + "@";
    };
  }

  private static String wide(int c) {
    return c == '.' ? "." : String.valueOf((char) (c - 0x20 + 0xff00));
  }

  private static String escaped(String character) {
    return String.format("\\u%04x", (int) character.charAt(0));
  }

  private String image() {
    return "<img src=http://" + host + "/a>";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private String each(IntFunction<String> spelling) {
    return host.chars().mapToObj(spelling).collect(Collectors.joining());
  }

  /** The body of a trick in its charset, with its byte order mark. */
  byte[] body(Trick trick) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex(trick.mark()));
    String charset = trick.charset() == null ? "UTF-8" : trick.charset();
    write(of(trick.body()), Charset.forName(charset), out);
    return out.toByteArray();
  }

  /** A text whose marks are resolved, in bytes. */
  static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(text, UTF_8, out);
    return out.toByteArray();
  }

  private static void write(String text, Charset charset, ByteArrayOutputStream out) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean isByte = i < text.length() && text.charAt(i) >= BYTES && text.charAt(i) < BYTES + 256;
      if (isByte || i == text.length()) {
        out.writeBytes(text.substring(from, i).getBytes(charset));
        from = i + 1;
      }
      if (isByte) {
        out.write(text.charAt(i) - BYTES);
      }
    }
  }
}
