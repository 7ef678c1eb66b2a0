package io.cookiegate.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StartTagTest {
  private static String rewrite(String page, TagHandler handler) {
    String whole = Page.rewrite(page, handler);
    for (int piece = 1; piece < page.length(); piece++) {
      assertEquals(whole, Page.rewrite(page, piece, handler, HtmlLimits.DEFAULT));
    }
    return whole;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  @Test
  void removesAnAttributeAndNothingElse() {
    TagHandler handler = tag -> tag.removeAttribute(tag.indexOf(Attribute.STYLE));
    assertEquals("<p a=1  b>", rewrite("<p a=1 style=\"x\" b>", handler));
    assertEquals("<p >", rewrite("<p style=x>", handler));
    assertEquals("<p />", rewrite("<p style='x'/>", handler));
    assertEquals("<p a\"b>", rewrite("<p style= 'x'a\"b>", handler));
  }

  @Test
  void removesDuplicatesThatWouldComeToLife() {
    TagHandler handler = tag -> tag.removeAttribute(tag.indexOf(Attribute.SRC));
    assertEquals("<img  a >", rewrite("<img src=x a SRC=y>", handler));
  }

  @Test
  void doesNotLetANeighbourTakeAnEqualsSign() {
    TagHandler handler = tag -> tag.removeAttribute(tag.indexOf(Attribute.STYLE));
    assertEquals("<p a /=b>", rewrite("<p a style='x'=b>", handler));
  }

  @Test
  void setsAttributesAsText() {
    TagHandler handler = tag -> tag.setAttribute(tag.indexOf(Attribute.SRC), bytes("a&b\"c"));
    assertEquals("<img a src=\"a&amp;b&quot;c\" b>", rewrite("<img a src = x b>", handler));
    assertEquals("<img src=\"a&amp;b&quot;c\">", rewrite("<img src>", handler));
    assertEquals("<img src=\"a&amp;b&quot;c\"/>", rewrite("<img src=''/>", handler));
    assertEquals("<img src=\"a&amp;b&quot;c\">", rewrite("<img src=>", handler));
  }

  @Test
  void putsMarkupAroundATag() {
    TagHandler handler =
        tag -> {
          tag.insertBefore(bytes("<i>"));
          tag.insertAfter(bytes("<b>"));
          tag.insertAfter(bytes("</b>"));
        };
    assertEquals("<i><p><b></b>x", rewrite("<p>x", handler));
    assertEquals("<i><title>x</title>", rewrite("<title>x</title>", handler));
  }

  @Test
  void replacesAnElement() {
    TagHandler handler = tag -> tag.replace(bytes("<u></u>"));
    assertEquals("a<u></u>b", rewrite("a<iframe src=x><p></iframe>b", handler));
    assertEquals("a<u></u>b", rewrite("a<img>b", handler));
    assertEquals("a<u></u>b", rewrite("a<div><div></div>x</div>b", handler));
  }

  @Test
  void putsMarkupIntoNoSvgButEndsOneThatItsTagEnds() {
    TagHandler image = tag -> replace(tag, Element.IMG);
    assertEquals("<svg><g></svg><u></u>x", rewrite("<svg><g><img>x", image));
    assertEquals("<svg><desc><u></u>x", rewrite("<svg><desc><img>x", image));
    assertEquals("<svg>x", rewrite("<svg><image/>x", tag -> replace(tag, Element.IMAGE)));
  }

  private static void replace(StartTag tag, Element element) {
    if (tag.element() == element) {
      tag.replace(bytes("<u></u>"));
    }
  }

  @Test
  void putsMarkupAtEndTagsAndTheEndOfThePage() {
    TagHandler handler =
        new TagHandler() {
          @Override
          public void startTag(StartTag tag) {}

          @Override
          public void endTag(EndTag tag) {
            if (tag.element() == Element.BODY) {
              tag.insertBefore(bytes("<i>"));
              tag.insertAfter(bytes("<b>"));
            }
          }

          @Override
          public byte[] atEnd() {
            return bytes("<hr>");
          }
        };
    assertEquals("x<i></BODY ><b>y<hr>", rewrite("x</BODY >y", handler));
    assertEquals("x<hr>", rewrite("x", handler));
    assertEquals("x<!-- ", rewrite("x<!-- ", handler));
    assertEquals("x<", rewrite("x<", handler));
  }

  @Test
  void knowsNamesWithoutCase() {
    TagHandler handler =
        tag -> {
          assertEquals(Element.AMP_ANALYTICS, tag.element());
          assertEquals(true, tag.named(bytes("amp-analytics")));
          assertEquals(0, tag.indexOf(Attribute.DATA_LAZY_SRCSET));
          assertEquals(1, tag.indexOf(bytes("zz")));
          assertEquals(Attribute.UNKNOWN, tag.attribute(1));
          assertEquals(true, tag.valueNeedsDecoding(1));
          assertEquals("a&b", tag.decodedValue(1));
        };
    rewrite("<Amp-ANALYTICS Data-Lazy-Srcset=x zZ='a&amp;b'>", handler);
  }
}
