package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.html.Attribute;
import io.cookiegate.html.Element;
import io.cookiegate.html.HtmlLimits;
import io.cookiegate.html.HtmlRewriter;
import io.cookiegate.html.Namespace;
import io.cookiegate.html.Output;
import io.cookiegate.html.StartTag;
import io.cookiegate.html.TagHandler;
import org.junit.jupiter.api.Test;

/** What may have a role in HTML has one somewhere, and nothing else has. */
class AttributeRoleTest implements TagHandler, Output {
  private int seen;
  private boolean hasRole;
  private boolean expected;

  @Override
  public void startTag(StartTag tag) {
    if (tag.namespace() == Namespace.HTML) {
      seen++;
      boolean role = AttributeRole.of(tag, 0) != AttributeRole.NONE;
      assertTrue(expected || !role, () -> tag.element() + " " + tag.attribute(0));
      assertEquals(expected, tag.mayHaveAny(AttributeRole.IN_HTML));
      // The one attribute, or none.
      assertEquals(expected ? 0 : 1, tag.next(AttributeRole.IN_HTML, 0));
      assertEquals(1, tag.next(AttributeRole.IN_HTML, 1));
      hasRole |= role;
    }
  }

  @Test
  void isKnownBeforeAttributesAreLookedAt() {
    for (Attribute attribute : Attribute.values()) {
      expected = AttributeRole.IN_HTML.contains(attribute);
      hasRole = false;
      for (Element element : Element.values()) {
        show(element, attribute);
      }
      assertEquals(expected, hasRole, attribute::name);
    }
    assertTrue(seen > 10_000, () -> "only " + seen);
  }

  private void show(Element element, Attribute attribute) {
    String name =
        switch (attribute) {
          case HANDLER -> "onload";
          case UNKNOWN -> "data-own";
          default -> attribute.lowerCaseName();
        };
    String known = element == Element.UNKNOWN ? "x-y" : element.lowerCaseName();
    byte[] page = ("<" + known + " " + name + "='/x'>").getBytes(US_ASCII);
    new HtmlRewriter(this, HtmlLimits.DEFAULT, this).write(page, 0, page.length);
  }

  @Override
  public void kept(byte[] array, int from, int to) {}

  @Override
  public void made(byte[] array, int from, int to) {}
}
