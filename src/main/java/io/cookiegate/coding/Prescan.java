package io.cookiegate.coding;

import org.jspecify.annotations.Nullable;

/**
 * The standard's search for a charset in the first bytes of a page (WHATWG HTML 13.2.3.2, "prescan
 * a byte stream to determine its encoding"). It knows tags and comments, and takes the text of a
 * script for markup.
 */
final class Prescan {
  /** How many bytes a browser waits for. */
  static final int LENGTH = 1024;

  private final TagCursor cursor;

  private Prescan(TagCursor cursor) {
    this.cursor = cursor;
  }

  /** The encoding that these bytes declare in markup, or else in an XML declaration. */
  static @Nullable Encoding of(byte[] page, int length) {
    Encoding inMarkup = new Prescan(new TagCursor(page, length)).scan();
    return inMarkup != null ? inMarkup : XmlDeclaration.encoding(page, length);
  }

  private @Nullable Encoding scan() {
    while (!cursor.ended()) {
      Encoding declared = cursor.peek(0) == '<' ? construct() : null;
      if (declared != null) {
        return declared;
      }
      cursor.move(1);
    }
    return null;
  }

  /** Moves to the last byte of what begins here. */
  private @Nullable Encoding construct() {
    if (cursor.sees("<!--")) {
      // The hyphens that open it may close it too.
      cursor.move(2);
      cursor.moveBehind("-->");
      cursor.move(-1);
    } else if (isMeta()) {
      cursor.move("<meta".length());
      MetaDeclaration meta = MetaDeclaration.read(cursor);
      return cursor.ended() ? null : meta.encoding();
    } else if (isTag()) {
      skipTag();
    } else if (isOther(cursor.peek(1))) {
      cursor.move(1);
      cursor.moveBehind(">");
      cursor.move(-1);
    }
    return null;
  }

  private boolean isMeta() {
    int next = cursor.peek("<meta".length());
    return cursor.sees("<meta") && (Ascii.isSpace(next) || next == '/');
  }

  private boolean isTag() {
    return Ascii.isLetter(cursor.peek(cursor.peek(1) == '/' ? 2 : 1));
  }

  private static boolean isOther(int c) {
    return c == '!' || c == '/' || c == '?';
  }

  private void skipTag() {
    while (!cursor.ended() && !Ascii.isSpace(cursor.peek(0)) && cursor.peek(0) != '>') {
      cursor.move(1);
    }
    while (cursor.nextAttribute()) {}
  }
}
