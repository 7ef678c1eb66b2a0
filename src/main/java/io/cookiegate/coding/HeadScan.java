package io.cookiegate.coding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The other search for a charset, as Chromium and WebKit make it: by tokens, so that the text of a
 * script or a title is none, and on past the prescan's end for as long as the head goes on.
 *
 * <p>It answers only where it is sure. Whatever could be read in two ways (character references in
 * the declaration, two charsets in one tag, a script with {@code <!--} in it) ends it without an
 * answer, and so does an XML declaration that says something else.
 */
final class HeadScan {
  private static final Set<String> RAW_TEXT =
      Set.of("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes");
  private static final Set<String> OF_HEADS =
      Set.of(
          "script", "noscript", "style", "link", "meta", "object", "title", "base", "html", "head");

  private final TagCursor cursor;
  private boolean sure = true;
  private boolean inHead = true;

  private HeadScan(TagCursor cursor) {
    this.cursor = cursor;
  }

  static @Nullable Encoding of(byte[] page, int length) {
    HeadScan scan = new HeadScan(new TagCursor(page, length));
    Encoding inMarkup = scan.scan();
    Encoding inXml = XmlDeclaration.encoding(page, length);
    if (!scan.sure || (inXml != null && inMarkup != null && inXml != inMarkup)) {
      return null;
    }
    return inMarkup != null ? inMarkup : inXml;
  }

  private @Nullable Encoding scan() {
    while (!cursor.ended() && sure && (inHead || cursor.position() < Prescan.LENGTH)) {
      Encoding declared = null;
      if (cursor.peek(0) == '<') {
        declared = construct(cursor.peek(1));
      } else {
        cursor.move(1);
      }
      if (declared != null) {
        return declared;
      }
    }
    return null;
  }

  private @Nullable Encoding construct(int next) {
    if (Ascii.isLetter(next)) {
      cursor.move(1);
      return startTag(cursor.tagName());
    }
    if (next == '/' && Ascii.isLetter(cursor.peek(2))) {
      cursor.move(2);
      endTag(cursor.tagName());
    } else if (cursor.sees("<!--")) {
      comment();
    } else if (next == '!' || next == '/' || next == '?') {
      cursor.moveBehind(">");
    } else {
      cursor.move(1);
    }
    return null;
  }

  private @Nullable Encoding startTag(String name) {
    inHead &= OF_HEADS.contains(name);
    if (name.equals("meta")) {
      return meta();
    }
    skipAttributes();
    if (name.equals("plaintext")) {
      sure = false;
    } else if (RAW_TEXT.contains(name)) {
      skipText(name);
    }
    return null;
  }

  private @Nullable Encoding meta() {
    MetaDeclaration meta = MetaDeclaration.read(cursor);
    if (cursor.ended() || !meta.isPlain()) {
      sure = false;
      return null;
    }
    cursor.move(1);
    return meta.encoding();
  }

  private void endTag(String name) {
    inHead &= !name.equals("head") && OF_HEADS.contains(name);
    skipAttributes();
  }

  private void skipAttributes() {
    while (cursor.nextAttribute()) {}
    cursor.move(1);
  }

  /** To the {@code <} of the matching end tag. */
  private void skipText(String name) {
    while (!cursor.ended() && sure && !endsText(name)) {
      sure = !name.equals("script") || !cursor.sees("<!--");
      cursor.move(1);
    }
  }

  private boolean endsText(String name) {
    if (cursor.peek(0) != '<' || cursor.peek(1) != '/' || !cursor.sees("</" + name)) {
      return false;
    }
    int behind = cursor.peek(2 + name.length());
    return Ascii.isSpace(behind) || behind == '/' || behind == '>';
  }

  /**
   * A comment as the tokenizer ends it (WHATWG HTML 13.2.5.43 to 51), which is more ways than the
   * prescan knows.
   */
  private void comment() {
    cursor.move("<!--".length());
    if (cursor.sees(">") || cursor.sees("->")) {
      cursor.moveBehind(">");
      return;
    }
    while (!cursor.ended() && !cursor.sees("-->") && !cursor.sees("--!>")) {
      cursor.move(1);
    }
    cursor.moveBehind(">");
  }
}
