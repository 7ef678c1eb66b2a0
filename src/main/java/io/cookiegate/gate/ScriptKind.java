package io.cookiegate.gate;

/** As what a text is read that {@link ScriptJudge} judges. */
enum ScriptKind {
  /** A script that runs as it is. */
  SCRIPT(0),
  /** An event handler, in which the names of the element's own properties are bare. */
  HANDLER(1),
  /** A module or speculation rules: they load without saying so. */
  MODULE(2),
  /** A block of data, in which whole addresses count, and no script is. */
  BLOCK(3),
  /** An import map, in which a value loads and a key does not. */
  MAP(4);

  private final int number;

  ScriptKind(int number) {
    this.number = number;
  }

  /** As what the text of a script element of a type is read. */
  static ScriptKind of(ScriptType type) {
    return switch (type) {
      case CLASSIC -> SCRIPT;
      case LOADING, RULES -> MODULE;
      case MAP -> MAP;
      case DATA -> BLOCK;
    };
  }

  /** A number of three bits, which no other has. */
  int number() {
    return number;
  }
}
