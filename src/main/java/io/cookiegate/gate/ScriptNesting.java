package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** The brackets that are open at a place of a script, down to a bounded depth. */
final class ScriptNesting {
  /** What a bracket opened. */
  enum Kind {
    /** The parentheses of {@code if}, {@code while}, {@code for} and {@code with}: a statement follows. */
    HEAD('h'),
    PARENTHESIS('p'),
    /** The arguments of a function that may do anything with them. */
    CALL('c'),
    /** The arguments of one that hands the elements of an array on as arguments. */
    APPLY('a'),
    /** An array whose elements are handed on. */
    LIST('l'),
    SQUARE('s'),
    /** A block or the body of a function. */
    BLOCK('b'),
    /** An object literal: it is a value. */
    OBJECT('o'),
    /** The hole of a template. */
    HOLE('t');

    private final byte code;

    Kind(char code) {
      this.code = (byte) code;
    }

    static Kind of(byte code) {
      return switch (code) {
        case 'h' -> HEAD;
        case 'p' -> PARENTHESIS;
        case 'c' -> CALL;
        case 'a' -> APPLY;
        case 'l' -> LIST;
        case 's' -> SQUARE;
        case 'b' -> BLOCK;
        case 'o' -> OBJECT;
        default -> HOLE;
      };
    }
  }

  /** The brackets at a place of a script. */
  record Place(String open, boolean lost) {
    static final Place START = new Place("", false);
  }

  private static final int DEEPEST = 1024;

  private byte[] open = new byte[32];
  private int depth;
  private boolean lost;

  int depth() {
    return depth;
  }

  /** The brackets that are open, outermost first. */
  Place place() {
    return new Place(new String(open, 0, depth, US_ASCII), lost);
  }

  void goTo(Place place) {
    depth = place.open.length();
    lost = place.lost;
    if (open.length < depth) {
      open = new byte[DEEPEST];
    }
    for (int i = 0; i < depth; i++) {
      open[i] = (byte) place.open.charAt(i);
    }
  }

  /** Whether brackets did not match or were nested too deep: what is open is not known any more. */
  boolean lost() {
    return lost;
  }

  void open(Kind kind) {
    if (depth == DEEPEST) {
      lost = true;
      return;
    }
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = kind.code;
  }

  /** Whether the innermost bracket that is open is of this kind. */
  boolean in(Kind kind) {
    return depth > 0 && open[depth - 1] == kind.code;
  }

  /** What a closing bracket closes; where it matches nothing, what its own kind would be. */
  Kind close(int bracket) {
    if (depth == 0) {
      lost = true;
      return byBracket(bracket);
    }
    Kind kind = Kind.of(open[depth - 1]);
    if (bracketOf(kind) != bracket) {
      lost = true;
      return byBracket(bracket);
    }
    depth--;
    return kind;
  }

  private static int bracketOf(Kind kind) {
    return switch (kind) {
      case HEAD, PARENTHESIS, CALL, APPLY -> ')';
      case SQUARE, LIST -> ']';
      case BLOCK, OBJECT, HOLE -> '}';
    };
  }

  private static Kind byBracket(int bracket) {
    return bracket == ')' ? Kind.PARENTHESIS : bracket == ']' ? Kind.SQUARE : Kind.BLOCK;
  }
}
