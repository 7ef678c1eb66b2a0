package io.cookiegate.gate;

import io.cookiegate.classification.ScriptSymbols;

/**
 * The names in a script's string that is read as a selector (Selectors 4), or as a path of XPath, with
 * escapes resolved and comments left out.
 */
final class SelectorNames extends CssEscapes {
  /** What a name is of. */
  enum Kind {
    NOTHING,
    ELEMENT,
    ID,
    CLASS,
    ATTRIBUTE,
    /** An id as the value of an attribute: {@code [id="a"]}. */
    ID_VALUE,
    /** Classes between spaces, as the value of an attribute or of themselves. */
    CLASS_VALUE
  }

  /** Gets each name by its hash, those of elements and attributes in lower case. */
  interface Listener {
    void named(Kind kind, long name);
  }

  private enum Comment {
    NONE,
    SLASH,
    INSIDE,
    STAR
  }

  private static final String BEFORE_ELEMENT = " >,+~(|/";
  private static final long ID = NamedHolders.ofAttribute("id");
  private static final long CLASS = NamedHolders.ofAttribute("class");

  private final Listener listener;

  private Kind kind = Kind.NOTHING;
  private long name;
  private boolean isEmpty;

  /** What the value is of the attribute in whose brackets this is. */
  private Kind valued = Kind.NOTHING;

  private Comment comment = Comment.NONE;

  SelectorNames(Listener listener) {
    this.listener = listener;
  }

  /** Begins with a string, at whose beginning a name of some kind stands. */
  void begin(Kind first) {
    valued = Kind.NOTHING;
    comment = Comment.NONE;
    beginEscapes();
    nameBegins(first);
  }

  @Override
  boolean escapesHere() {
    return comment == Comment.NONE;
  }

  @Override
  void plain(int c) {
    if (comment != Comment.NONE) {
      comment(c);
    } else if (c == '/') {
      comment = Comment.SLASH;
    } else {
      symbol(c);
    }
  }

  /** Ends the string, which another may go on with. */
  void end() {
    endEscapes();
    nameEnds();
  }

  /** Whether the name of a class or an attribute is still to come behind its sign. */
  boolean isOpen() {
    return (kind == Kind.CLASS && isOpen(NamedHolders.CLASS))
        || (kind == Kind.ATTRIBUTE && isOpen(NamedHolders.ATTRIBUTE));
  }

  // In a template a dollar sign stands before what is put in.
  private boolean isOpen(long sign) {
    return isEmpty || name == NamedHolders.hash(sign, '$');
  }

  @Override
  void escapedByte(int c) {
    letter(c);
  }

  // As many bytes as the character has in UTF-8; those beyond ASCII are all alike.
  @Override
  void spelled(int character) {
    int bytes = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (int i = 0; i < bytes; i++) {
      letter(Math.min(character, 0x80));
    }
  }

  private void comment(int c) {
    switch (comment) {
      case SLASH -> slashed(c);
      case STAR -> comment = c == '/' ? Comment.NONE : c == '*' ? Comment.STAR : Comment.INSIDE;
      default -> comment = c == '*' ? Comment.STAR : Comment.INSIDE;
    }
  }

  // Two slashes are of a path, also before an asterisk.
  private void slashed(int c) {
    comment = c == '*' ? Comment.INSIDE : Comment.NONE;
    if (c != '*') {
      symbol('/');
    }
    if (c != '*' && c != '/') {
      read(c);
    }
  }

  private void symbol(int c) {
    if (ScriptSymbols.inWord(c) || c == '-') {
      letter(c);
    } else if (!isEmpty || !comesBeforeName(c)) {
      nameEnds();
      nameBegins(next(c));
    }
  }

  /** Whether a character between a sign and its name changes nothing. */
  private boolean comesBeforeName(int c) {
    return switch (kind) {
      case ATTRIBUTE -> AsciiText.isSpace(c) || c == '*' || c == '|';
      case ID_VALUE, CLASS_VALUE -> AsciiText.isSpace(c) || c == '"' || c == '\'';
      default -> false;
    };
  }

  private void letter(int c) {
    boolean folds = kind == Kind.ELEMENT || kind == Kind.ATTRIBUTE;
    name = NamedHolders.hash(name, folds && c < 0x80 ? AsciiText.lower((byte) c) : c);
    isEmpty = false;
  }

  private Kind next(int c) {
    return switch (c) {
      case '#' -> Kind.ID;
      case '.' -> Kind.CLASS;
      case '[', '@' -> Kind.ATTRIBUTE;
      case '=' -> valued;
      default -> {
        if (kind == Kind.CLASS_VALUE && AsciiText.isSpace(c)) {
          yield Kind.CLASS_VALUE;
        }
        yield BEFORE_ELEMENT.indexOf(c) >= 0 ? Kind.ELEMENT : Kind.NOTHING;
      }
    };
  }

  private void nameBegins(Kind of) {
    kind = of;
    isEmpty = true;
    name =
        switch (of) {
          case CLASS, CLASS_VALUE -> NamedHolders.CLASS;
          case ATTRIBUTE -> NamedHolders.ATTRIBUTE;
          default -> NamedHolders.NOTHING;
        };
  }

  private void nameEnds() {
    if (kind == Kind.ATTRIBUTE) {
      valued = name == ID ? Kind.ID_VALUE : name == CLASS ? Kind.CLASS_VALUE : Kind.NOTHING;
    }
    if (!isEmpty && kind != Kind.NOTHING) {
      listener.named(kind, name);
    }
  }
}
