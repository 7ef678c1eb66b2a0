package io.cookiegate.coding;

/** How the rewriter can read a page in some encoding. */
public enum Handling {
  /**
   * As it is. In these encodings every byte under 0x30 stands for its ASCII character wherever it
   * is found, and a letter that is the second half of a character of two bytes only ever makes a
   * name longer. So whatever a browser takes for markup, the rewriter does.
   */
  ASCII_COMPATIBLE,
  /** Only as UTF-8, into which the page is brought and from which it is brought back. */
  TRANSCODE
}
