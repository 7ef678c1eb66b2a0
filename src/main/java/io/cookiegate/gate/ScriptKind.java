package io.cookiegate.gate;

/** As what a text is read that {@link ScriptJudge} judges. */
enum ScriptKind {
  /** A script that runs as it is. */
  SCRIPT(0),
  /** An event handler, in which the names of the element's own properties are bare. */
  HANDLER(1),
  /** A module, an import map or speculation rules: they load without saying so. */
  MODULE(2),
  /** A block of data, in which whole addresses count, and no script is. */
  BLOCK(3);

  private final int number;

  ScriptKind(int number) {
    this.number = number;
  }

  /** A number of two bits, which no other has. */
  int number() {
    return number;
  }
}
