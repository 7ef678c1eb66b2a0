package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.StartTag;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a gated element: a script leaves its stand-in, an embed a placeholder of its size,
 * a frame of a frameset an empty page (without it the others would move), everything else nothing.
 */
final class ElementRemoval {
  private static final byte[] BLANK = "about:blank".getBytes(US_ASCII);

  private final PageScope scope;

  ElementRemoval(PageScope scope) {
    this.scope = scope;
  }

  /**
   * Removes an element.
   *
   * @param attribute the attribute that is gated
   * @param inPage whether the element is in the page proper, where scripts run
   */
  void remove(StartTag tag, int attribute, TagVerdict verdict, boolean inPage) {
    switch (tag.element()) {
      case SCRIPT -> script(tag, verdict, inPage);
      case FRAME -> tag.setAttribute(attribute, BLANK);
      case IFRAME, OBJECT, EMBED, FENCEDFRAME, PORTAL, AMP_IFRAME, AMP_AD -> embed(tag, verdict);
      default -> tag.remove();
    }
  }

  private void script(StartTag tag, TagVerdict verdict, boolean inPage) {
    byte[] standIn =
        inPage && scope.takesMarkup(tag.namespace()) ? scope.standIn(verdict) : Bytes.NONE;
    tag.replace(standIn);
  }

  private void embed(StartTag tag, TagVerdict verdict) {
    String width = text(tag, Attribute.WIDTH);
    String height = text(tag, Attribute.HEIGHT);
    boolean takesMarkup = scope.takesMarkup(tag.namespace());
    if (isUnseen(width) || isUnseen(height) || !takesMarkup || isHidden(tag)) {
      tag.remove();
    } else {
      tag.replace(scope.placeholder(embed(tag, verdict, width, height)));
    }
  }

  private Embed embed(
      StartTag tag, TagVerdict verdict, @Nullable String width, @Nullable String height) {
    return new Embed(
        scope.service(verdict),
        width,
        height,
        text(tag, Attribute.CLASS),
        scope.embedLanguage(),
        scope.place());
  }

  private static @Nullable String text(StartTag tag, Attribute name) {
    int i = tag.indexOf(name);
    return i < 0 ? null : tag.decodedValue(i);
  }

  // A frame of no size is there to run something, not to be seen.
  private static boolean isUnseen(@Nullable String size) {
    String length = size == null ? "" : size.strip();
    return length.equals("0") || length.equals("1") || length.equals("0px") || length.equals("1px");
  }

  private static boolean isHidden(StartTag tag) {
    String style = text(tag, Attribute.STYLE);
    String plain = style == null ? "" : style.replaceAll("\\s", "");
    return tag.has(Attribute.HIDDEN)
        || plain.contains("display:none")
        || plain.contains("visibility:hidden");
  }
}
