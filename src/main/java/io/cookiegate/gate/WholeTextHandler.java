package io.cookiegate.gate;

import io.cookiegate.html.TextHandler;
import io.cookiegate.html.TextVerdict;

/** The judge of a text that is looked at when all of it is there; one that is too long goes. */
interface WholeTextHandler extends TextHandler {
  @Override
  default boolean judgesWhole() {
    return true;
  }

  @Override
  default Reading text(byte[] array, int from, int to) {
    return Reading.GO_ON;
  }

  @Override
  default TextVerdict end() {
    throw new IllegalStateException("the text is judged whole");
  }

  @Override
  TextVerdict end(byte[] array, int from, int to);
}
