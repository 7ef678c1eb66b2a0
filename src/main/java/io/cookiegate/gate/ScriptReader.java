package io.cookiegate.gate;

/** Gets a script's text sorted into code, strings and what does not run. */
interface ScriptReader {
  /** Whether nothing that follows matters, so that it need not be told. */
  boolean isDone();

  /** A character of code, quotes included; not white space, nor of a word but by an escape. */
  void code(int c);

  /** The next bytes of a word of code; those of an escape in it are told one by one. */
  void word(byte[] a, int from, int to);

  /** A string or a part of a template begins; its quote was told as code. */
  void stringBegins();

  /** A character of a string, its escapes resolved; 128 and above stand for any beyond ASCII. */
  void string(int c);

  /** The next bytes of a string that have no escape among them. */
  void string(byte[] a, int from, int to);

  /** The string or the part of a template ends. */
  void stringEnds();

  /** White space, or what stands for it: a comment. */
  void gap();

  /** A character of a comment or of a regular expression, told only where the lexer is unsure. */
  void aside(int c);
}
