package io.cookiegate.page;

import io.cookiegate.wording.AsciiMarkup;
import io.cookiegate.wording.Messages;

/** The markup of the choice itself, the same wherever it is offered. */
final class ConsentButtons {
  private ConsentButtons() {}

  /** The beginning of the form; the caller closes it. */
  static String open(String prefix, String returnPath) {
    return "<form method=\"post\" action=\""
        + AsciiMarkup.escaped(prefix)
        + "consent\"><input type=\"hidden\" name=\"return\" value=\""
        + AsciiMarkup.escaped(returnPath)
        + "\"/>";
  }

  /** Accept and refuse: the same element, class and size. */
  static String acceptAndRefuse(Messages messages) {
    return button("accept", messages) + button("refuse", messages);
  }

  static String button(String choice, Messages messages) {
    return button(choice, messages.text("choice." + choice));
  }

  static String button(String choice, String label) {
    return "<button type=\"submit\" name=\"choice\" value=\""
        + choice
        + "\">"
        + AsciiMarkup.escaped(label)
        + "</button>";
  }
}
