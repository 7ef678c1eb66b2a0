package io.cookiegate.html;

/**
 * The guard of noscript. A visitor without scripts gets its content as markup; with scripts a
 * browser reads it as raw text up to the first {@code </noscript} that whitespace, / or &gt;
 * follows (WHATWG HTML 13.2.6.4.7, "noscript", scripting flag enabled). The gate does not know the
 * visitor, so both readings must be safe, and they differ where the literal stands inside another
 * token:
 *
 * <pre>
 *   &lt;noscript&gt;&lt;p title="&lt;/noscript&gt;&lt;img src=https://tracker.example/&gt;"&gt;
 * </pre>
 *
 * Without scripts that is one p. With scripts noscript ends inside the quotes and the img is
 * fetched. A rewriter that follows one reading can be led past the other.
 *
 * <p>The way out is to make the two agree, not to choose: the literal ends noscript wherever it
 * stands. A tag it stands in is dropped up to the literal; a comment, a CDATA section or a raw text
 * it stands in gets the end that is missing. The visitor with scripts, which is nearly every one,
 * sees the page as before; without scripts the broken piece ends early instead of swallowing what
 * follows.
 */
final class NoscriptFence {
  private static final byte[] NAME = {'n', 'o', 's', 'c', 'r', 'i', 'p', 't'};

  /** The bytes by which a literal may begin before the place where a search ends. */
  static final int OVERLAP = 2 + NAME.length;

  /** What stands at a {@code <}. */
  enum Match {
    YES,
    NO,
    /** The range ends before it can be told. */
    OPEN
  }

  private NoscriptFence() {}

  /** Whether the end tag of noscript begins at a {@code <}. */
  static Match at(byte[] a, int less, int to) {
    return endTag(a, less, to, NAME);
  }

  /** Whether an end tag of a name begins at a {@code <}: the "appropriate end tag" test. */
  static Match endTag(byte[] a, int less, int to, byte[] name) {
    if (less + 1 == to) {
      return Match.OPEN;
    }
    if (a[less + 1] != '/') {
      return Match.NO;
    }
    int nameFrom = less + 2;
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

  /** The first whole literal in a range, or its end. */
  static int find(byte[] a, int from, int to) {
    int at = Swar.indexOf(a, from, to, (byte) '<');
    while (at < to && at(a, at, to) != Match.YES) {
      at = Swar.indexOf(a, at + 1, to, (byte) '<');
    }
    return at;
  }
}
