package io.cookiegate.html;

/**
 * The removal of an element with its content. A text element ends where its text ends; any other by
 * counting the tags of its name, however the tree builder would nest them: nothing of what is removed
 * reaches a browser, so where exactly it ends is no question of safety.
 */
final class Removal {
  private long name;
  private int open;
  private int foreign;
  private boolean active;

  void beginText() {
    active = true;
    open = 0;
  }

  void begin(long elementName, boolean inForeign) {
    active = true;
    name = elementName;
    open = 1;
    foreign = inForeign ? 1 : 0;
  }

  /** Whether it is a text element that goes, and not an element with markup inside. */
  boolean ofText() {
    return open == 0;
  }

  boolean active() {
    return active;
  }

  void end() {
    active = false;
  }

  /** Counts a start tag inside; returns how the text after it is to be read. */
  TextMode start(Element element, long elementName, boolean selfClosing) {
    boolean counts = !(selfClosing && foreign > 0);
    open += counts && elementName == name ? 1 : 0;
    if (element == Element.SVG || element == Element.MATH) {
      foreign += selfClosing ? 0 : 1;
    }
    return foreign > 0 ? TextMode.DATA : TextMode.of(element);
  }

  /** Counts an end tag inside; ends the removal after the element's own. */
  void end(Element element, long elementName) {
    if ((element == Element.SVG || element == Element.MATH) && foreign > 0) {
      foreign--;
    }
    open -= elementName == name ? 1 : 0;
    active = open > 0;
  }
}
