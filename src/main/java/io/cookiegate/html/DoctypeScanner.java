package io.cookiegate.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The document type declaration of an XML document (XML 1.0, section 2.8): where it ends, and whether
 * its internal subset may stay. An entity can be a URL and a default attribute a whole tag, so a
 * subset stays only if all it does is to name namespaces, as drawing programs write it, and
 * characters by the names that HTML has for them, as pages of XHTML do.
 */
final class DoctypeScanner {
  private enum State {
    OUTSIDE,
    SUBSET,
    DECLARATION,
    COMMENT_OPEN,
    SECTION,
    DONE
  }

  private static final Pattern HARMLESS =
      Pattern.compile(
          "\\s+|<!--.*?-->|<!ENTITY\\s+([\\w.:-]+)\\s+([\"'])"
              + "(?:http://(?:www\\.w3\\.org|ns\\.adobe\\.com)/[\\w./:#-]*"
              + "|((?:&#x?[0-9A-Fa-f]+;)+))\\2\\s*>",
          Pattern.DOTALL);

  private final SectionScanner section = new SectionScanner();
  private State state = State.DONE;
  private byte quote;
  private byte last;
  private int offset;
  private int subsetFrom;
  private int subsetTo;

  /** Begins behind {@code <!}. */
  void begin() {
    state = State.OUTSIDE;
    quote = 0;
    last = 0;
    offset = 2;
    subsetFrom = -1;
    subsetTo = -1;
  }

  boolean done() {
    return state == State.DONE;
  }

  /** Scans on; returns the position after the declaration's end, or the end of the range. */
  int scan(byte[] a, int from, int to) {
    int at = from;
    while (at < to && state != State.DONE) {
      if (state == State.SECTION) {
        int end = section.scan(a, at, to);
        offset += end - at;
        at = end;
        state = section.done() ? State.SUBSET : State.SECTION;
      } else {
        read(a[at++]);
        offset++;
      }
    }
    return at;
  }

  private void read(byte b) {
    if (quote != 0) {
      quote = b == quote ? 0 : quote;
    } else {
      switch (state) {
        case OUTSIDE -> outside(b);
        case SUBSET -> subset(b);
        case DECLARATION -> declaration(b);
        case COMMENT_OPEN -> beginSection('-', 2);
        case SECTION, DONE -> {}
      }
    }
    last = b;
  }

  private boolean quoted(byte b) {
    quote = b == '"' || b == '\'' ? b : 0;
    return quote != 0;
  }

  private void outside(byte b) {
    if (quoted(b)) {
      return;
    }
    if (b == '[') {
      state = State.SUBSET;
      subsetFrom = offset;
    } else if (b == '>') {
      state = State.DONE;
    }
  }

  private void subset(byte b) {
    if (b == ']') {
      state = State.OUTSIDE;
      subsetTo = offset + 1;
    } else if (last == '<' && b == '?') {
      beginSection('?', 1);
    } else if (last == '<' && b == '!') {
      state = State.DECLARATION;
    }
  }

  private void declaration(byte b) {
    if (b == '-' && last == '!') {
      state = State.COMMENT_OPEN;
    } else if (!quoted(b) && b == '>') {
      state = State.SUBSET;
    }
  }

  private void beginSection(char closing, int atLeast) {
    state = State.SECTION;
    section.begin(closing, atLeast);
  }

  /** Whether the declaration has a subset that must go. */
  boolean isUnsafe(byte[] a, int base) {
    if (subsetFrom < 0) {
      return false;
    }
    String subset = new String(a, base + subsetFrom + 1, subsetTo - subsetFrom - 2, ISO_8859_1);
    Matcher declaration = HARMLESS.matcher(subset);
    int at = 0;
    while (at < subset.length()
        && declaration.region(at, subset.length()).lookingAt()
        && saysWhatHtmlSays(declaration.group(1), declaration.group(3))) {
      at = declaration.end();
    }
    return at < subset.length();
  }

  /** Whether a reference to an entity is read here as it is meant; what is ASCII could be markup. */
  private static boolean saysWhatHtmlSays(@Nullable String name, @Nullable String characters) {
    if (name == null || characters == null) {
      return true;
    }
    String meant = decoded(characters);
    return meant.equals(decoded("&" + name + ";")) && meant.chars().allMatch(c -> c > 0x9f);
  }

  private static String decoded(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    byte[] into = new byte[CharacterReferences.bound(bytes.length)];
    int length = new CharacterReferences().decodeAttribute(bytes, 0, bytes.length, into);
    return new String(into, 0, length, UTF_8);
  }

  /** The position of the subset's opening bracket, from the declaration's beginning. */
  int subsetFrom() {
    return subsetFrom;
  }

  /** The position after the subset's closing bracket. */
  int subsetTo() {
    return subsetTo;
  }
}
