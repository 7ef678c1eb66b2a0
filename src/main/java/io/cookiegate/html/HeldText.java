package io.cookiegate.html;

/** The text of an element from its beginning on, as long as all of it is held. */
public interface HeldText {
  /** Takes a piece of the text. */
  interface Reader {
    void read(byte[] array, int from, int to);
  }

  /** Gives a reader all of the text that was shown: before the piece at hand, or at the end all. */
  void read(Reader reader);
}
