package io.cookiegate.coding;

/** How the rewriter can read a page of some encoding. */
public enum Handling {
  /** As it is: every byte under 0x40, and with it all of the markup, stands for the ASCII character it is. */
  ASCII_COMPATIBLE,
  /** Only as UTF-8, into which it is brought and from which it is brought back. */
  TRANSCODE
}
