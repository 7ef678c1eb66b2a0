package io.cookiegate.html;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** How the tokenizer reads what follows a start tag (WHATWG HTML 13.2.6.2 and 13.2.6.4.7). */
enum TextMode {
  DATA,
  RCDATA,
  RAWTEXT,
  SCRIPT,
  PLAINTEXT;

  /** The mode after the start tag of an HTML element. */
  static TextMode of(Element element) {
    return switch (element) {
      case TEXTAREA, TITLE -> RCDATA;
      case STYLE, XMP, IFRAME, NOEMBED, NOFRAMES -> RAWTEXT;
      case SCRIPT -> SCRIPT;
      case PLAINTEXT -> PLAINTEXT;
      default -> DATA;
    };
  }

  /** Whether the text of an element can be held and judged. */
  static boolean capturable(Element element, Namespace namespace) {
    if (namespace == Namespace.HTML) {
      return of(element) != DATA;
    }
    return element == Element.SCRIPT || element == Element.STYLE;
  }

  private static final byte[] NOTHING = {};
  private static final Map<Element, byte[]> NAMES = names();

  private static Map<Element, byte[]> names() {
    Map<Element, byte[]> names = new EnumMap<>(Element.class);
    for (Element element : Element.values()) {
      if (of(element) != DATA || element == Element.NOSCRIPT) {
        names.put(element, element.lowerCaseName().getBytes(StandardCharsets.US_ASCII));
      }
    }
    return names;
  }

  /** The name that the end tag of a text must have, in lower case. */
  static byte[] endName(Element element) {
    return NAMES.getOrDefault(element, NOTHING);
  }
}
