package io.cookiegate.gate;

/** Gets a script's text sorted into code, strings and what does not run. */
interface ScriptReader {
  /** A character of code that is not white space, quotes included. */
  void code(int c);

  /** A string or a part of a template begins; its quote was told as code. */
  void stringBegins();

  /** A character of a string, its escapes resolved; 128 and above stand for any beyond ASCII. */
  void string(int c);

  /** The string or the part of a template ends. */
  void stringEnds();

  /** White space, or what stands for it: a comment. */
  void gap();

  /** A character of a comment or of a regular expression: a mention. */
  void aside(int c);
}
