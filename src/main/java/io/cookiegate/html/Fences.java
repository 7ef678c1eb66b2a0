package io.cookiegate.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The end tags that one reader of a page takes for the end of a text where another is still inside
 * some other token. There are two such readers besides the tree builder without scripts:
 *
 * <ul>
 *   <li>With scripts, noscript is raw text up to the first {@code </noscript} that whitespace, / or
 *       &gt; follows (WHATWG HTML 13.2.6.4.7, "noscript", scripting flag enabled). The gate does not
 *       know the visitor.
 *   <li>Browsers scan ahead for what can be fetched early, and Chromium's scanner is a tokenizer
 *       without a tree builder: to it, {@code <svg><style>} begins raw text, {@code <svg><title/>}
 *       too, and a CDATA section is a comment up to its first &gt;.
 * </ul>
 *
 * <pre>
 *   &lt;noscript&gt;&lt;p title="&lt;/noscript&gt;&lt;img src=https://tracker.example/&gt;"&gt;
 *   &lt;svg&gt;&lt;style&gt;&lt;!--&lt;/style&gt;&lt;img src=https://tracker.example/&gt;--&gt;
 * </pre>
 *
 * A rewriter that follows one reading can be led past the others.
 *
 * <p>The way out is to make them agree, not to choose: the literal ends the text wherever it stands.
 * A tag it stands in is dropped up to the literal; a comment, a CDATA section or a raw text it stands
 * in gets the end that is missing. What could hide an end tag from the scanner is such a literal too:
 * inside a script {@code <script} (with {@code <!--} before it), after an empty one {@code <!--}.
 */
final class Fences {
  /** What stands at a {@code <}. */
  enum Match {
    YES,
    NO,
    /** The range ends before it can be told. */
    OPEN
  }

  private static final byte[][] NAMES = {
    name("noscript"),
    name("script"),
    name("style"),
    name("title"),
    name("textarea"),
    name("xmp"),
    name("iframe"),
    name("noembed"),
    name("noframes"),
    name("script")
  };
  private static final int NOSCRIPT = 0;
  private static final int SCRIPT = 1;

  /** A script that is empty to the tree builder, and to the scanner the beginning of one. */
  private static final int EMPTY_SCRIPT = 9;

  private static final int NONE = -1;
  private static final byte[] COMMENT = name("<!--");

  /** The bytes by which a literal may begin before the place where a search ends. */
  static final int OVERLAP = 2 + 8;

  private boolean noscript;
  private int text = NONE;

  /** The next literal of each name in the range at hand, once it was looked for. */
  private final int[] found = new int[NAMES.length];

  private boolean looked = true;

  /** How many bytes were searched: a measure of the work that does not depend on clocks. */
  private long work;

  private static byte[] name(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether any reader is inside a text. */
  boolean up() {
    return noscript || text != NONE;
  }

  /** Whether the scanner is inside a text of svg or math. */
  boolean scannerInText() {
    return text != NONE;
  }

  /** Whether the scanner is inside a script of svg. */
  boolean scannerInScript() {
    return text == SCRIPT;
  }

  /** Whether the scanner believes to be inside a script of svg that was empty. */
  boolean scannerInEmptyScript() {
    return text == EMPTY_SCRIPT;
  }

  /** Begins noscript in HTML. */
  void raiseNoscript() {
    noscript = true;
  }

  /** Begins an element of svg or math, which is a text to the scanner if its name is one's. */
  void raise(Element element, boolean empty) {
    int index = indexOf(element);
    if (index == NOSCRIPT) {
      noscript = true;
    } else if (text == NONE) {
      text = index == SCRIPT && empty ? EMPTY_SCRIPT : index;
    }
  }

  private static int indexOf(Element element) {
    return switch (element) {
      case NOSCRIPT -> NOSCRIPT;
      case SCRIPT -> SCRIPT;
      case STYLE -> 2;
      case TITLE -> 3;
      case TEXTAREA -> 4;
      case XMP -> 5;
      case IFRAME -> 6;
      case NOEMBED -> 7;
      case NOFRAMES -> 8;
      default -> NONE;
    };
  }

  /** Ends what an end tag ends that is sent. */
  void lower(Element element) {
    int index = indexOf(element);
    if (index != NONE) {
      noscript &= index != NOSCRIPT;
      text = isText(index) ? NONE : text;
    }
  }

  private boolean isText(int index) {
    return text == index || (text == EMPTY_SCRIPT && index == SCRIPT);
  }

  /** Whether an end tag is one of the literals. */
  boolean endsAt(Element element) {
    int index = indexOf(element);
    return index != NONE && (index == NOSCRIPT ? noscript : isText(index));
  }

  /** The state, to come back to where what begins is not sent after all. */
  int state() {
    return 2 * text + (noscript ? 1 : 0);
  }

  void restore(int state) {
    noscript = (state & 1) != 0;
    text = state >> 1;
  }

  /** Forgets where literals were found: another range begins. */
  void begin() {
    if (looked) {
      Arrays.fill(found, NONE);
      looked = false;
    }
  }

  /** Whether a literal begins at a {@code <}. */
  Match at(byte[] a, int less, int to) {
    Match match = noscript ? endTag(a, less, to, NAMES[NOSCRIPT]) : Match.NO;
    if (match == Match.NO && text != NONE) {
      match = at(a, less, to, text);
    }
    return match;
  }

  private static Match at(byte[] a, int less, int to, int index) {
    Match match = endTag(a, less, to, NAMES[index]);
    if (match != Match.NO) {
      return match;
    }
    return switch (index) {
      case SCRIPT -> name(a, less + 1, to, NAMES[SCRIPT]);
      case EMPTY_SCRIPT -> comment(a, less, to);
      default -> Match.NO;
    };
  }

  private static Match comment(byte[] a, int less, int to) {
    int compared = Math.min(COMMENT.length, to - less);
    for (int i = 1; i < compared; i++) {
      if (a[less + i] != COMMENT[i]) {
        return Match.NO;
      }
    }
    return compared < COMMENT.length ? Match.OPEN : Match.YES;
  }

  /** Whether an end tag of a name begins at a {@code <}: the "appropriate end tag" test. */
  static Match endTag(byte[] a, int less, int to, byte[] name) {
    if (less + 1 == to) {
      return Match.OPEN;
    }
    if (a[less + 1] != '/') {
      return Match.NO;
    }
    return name(a, less + 2, to, name);
  }

  private static Match name(byte[] a, int nameFrom, int to, byte[] name) {
    int compared = Math.min(name.length, to - nameFrom);
    for (int i = 0; i < compared; i++) {
      if (Ascii.lower(a[nameFrom + i]) != name[i]) {
        return Match.NO;
      }
    }
    int after = nameFrom + name.length;
    if (after >= to) {
      return Match.OPEN;
    }
    return Ascii.endsTagName(a[after]) ? Match.YES : Match.NO;
  }

  /** The first whole literal in the range at hand, or its end; asked for further and further on. */
  int find(byte[] a, int from, int to) {
    int first = noscript ? find(a, from, to, NOSCRIPT) : to;
    return text == NONE ? first : Math.min(first, find(a, from, to, text));
  }

  // Each name is looked for once, whatever is raised and lowered in between.
  private int find(byte[] a, int from, int to, int index) {
    if (found[index] < from) {
      found[index] = search(a, from, to, index);
      looked = true;
    }
    return found[index];
  }

  private int search(byte[] a, int from, int to, int index) {
    int at = Swar.indexOf(a, from, to, (byte) '<');
    while (at < to && at(a, at, to, index) != Match.YES) {
      at = Swar.indexOf(a, at + 1, to, (byte) '<');
    }
    work += at - from;
    return at;
  }

  long work() {
    return work;
  }

  /** The first literal in a range, whole or cut by its end, or the end. */
  int next(byte[] a, int from, int to) {
    int at = Swar.indexOf(a, from, to, (byte) '<');
    while (at < to && at(a, at, to) == Match.NO) {
      at = Swar.indexOf(a, at + 1, to, (byte) '<');
    }
    work += at - from;
    return at;
  }

  /** Whether a {@code <} begins markup to a reader to whom what stands here is no text. */
  static Match markup(byte[] a, int less, int to) {
    if (less + 1 == to) {
      return Match.OPEN;
    }
    byte b = a[less + 1];
    boolean opens = Ascii.isLetter(b) || b == '/' || b == '!' || b == '?';
    return opens ? Match.YES : Match.NO;
  }
}
