package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cookiegate.html.CharacterReferences;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a script or a style sheet inside svg or math says: its text is markup, so comments in it are
 * nothing, CDATA sections are text, and character references stand for characters.
 */
final class ForeignText {
  private static final Pattern ASIDES =
      Pattern.compile(
          "<!\\[CDATA\\[|]]>|<!--(?:-?>|.*?--!?>)|<[!?/](?!\\[CDATA\\[|--)[^>]*>", Pattern.DOTALL);

  private ForeignText() {}

  static byte[] plain(Bytes held) {
    String markup = new String(held.array(), 0, held.length(), ISO_8859_1);
    byte[] text = ASIDES.matcher(markup).replaceAll("").getBytes(ISO_8859_1);
    byte[] decoded = new byte[CharacterReferences.bound(text.length)];
    return Arrays.copyOf(
        decoded, CharacterReferences.decodeAttribute(text, 0, text.length, decoded));
  }
}
