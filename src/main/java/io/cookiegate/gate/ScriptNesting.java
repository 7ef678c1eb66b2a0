package io.cookiegate.gate;

/** The brackets that are open at a place of a script, down to a bounded depth. */
final class ScriptNesting {
  /** What a bracket opened. */
  enum Kind {
    /** The parentheses of {@code if}, {@code while}, {@code for} and {@code with}: a statement follows. */
    HEAD,
    PARENTHESIS,
    /** The arguments of a function that may do anything with them. */
    CALL,
    SQUARE,
    /** A block or the body of a function. */
    BLOCK,
    /** An object literal: it is a value. */
    OBJECT,
    /** The hole of a template. */
    HOLE
  }

  private static final int DEEPEST = 1024;

  private Kind[] open = new Kind[32];
  private int depth;
  private boolean lost;

  void clear() {
    depth = 0;
    lost = false;
  }

  int depth() {
    return depth;
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
      open = java.util.Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = kind;
  }

  /** Whether the innermost bracket that is open is of this kind. */
  boolean in(Kind kind) {
    return depth > 0 && open[depth - 1] == kind;
  }

  /** What a closing bracket closes; where it matches nothing, what its own kind would be. */
  Kind close(int bracket) {
    if (depth == 0) {
      lost = true;
      return byBracket(bracket);
    }
    Kind kind = open[depth - 1];
    if (bracketOf(kind) != bracket) {
      lost = true;
      return byBracket(bracket);
    }
    depth--;
    return kind;
  }

  private static int bracketOf(Kind kind) {
    return switch (kind) {
      case HEAD, PARENTHESIS, CALL -> ')';
      case SQUARE -> ']';
      case BLOCK, OBJECT, HOLE -> '}';
    };
  }

  private static Kind byBracket(int bracket) {
    return bracket == ')' ? Kind.PARENTHESIS : bracket == ']' ? Kind.SQUARE : Kind.BLOCK;
  }
}
