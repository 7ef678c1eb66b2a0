package io.cookiegate.coding;

/** How the rewriter can read a page in some encoding. */
public enum Handling {
  /**
   * As it is: every byte under 0x80 stands for its ASCII character wherever it is found.
   */
  ASCII_COMPATIBLE,
  /**
   * As it is, but for the bytes under 0x80 that are the second half of a character: a backslash
   * there escapes nothing in a script. They are masked before the rewriter and come back behind it.
   */
  MASKED,
  /** Only as UTF-8, into which the page is brought and from which it is brought back. */
  TRANSCODE
}
