package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.coding.PageCharset;
import io.cookiegate.html.Attribute;
import io.cookiegate.html.CloseReason;
import io.cookiegate.html.Element;
import io.cookiegate.html.EndTag;
import io.cookiegate.html.HtmlLimits;
import io.cookiegate.html.HtmlRewriter;
import io.cookiegate.html.Output;
import io.cookiegate.html.StartTag;
import io.cookiegate.html.TagHandler;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The tags that the judge of a page is not shown would have been nothing to it. */
class HeededTagsTest {
  private static final String[] VALUES = {
    "https://www.google-analytics.com/collect",
    "0; url=https://www.google-analytics.com/collect",
    "javascript:new Image().src='https://www.google-analytics.com/collect'",
    "background:url(https://www.google-analytics.com/collect)",
    "sv"
  };

  /** The judge of a page, shown every tag there is. */
  private record Heeding(PageGate gate) implements TagHandler {
    @Override
    public void startTag(StartTag tag) {
      gate.startTag(tag);
    }

    @Override
    public void endTag(EndTag tag) {
      gate.endTag(tag);
    }

    @Override
    public void closed(CloseReason reason) {
      gate.closed(reason);
    }

    @Override
    public byte[] atEnd() {
      return gate.atEnd();
    }
  }

  private static final class Text implements Output {
    private final Bytes bytes = new Bytes();

    @Override
    public void kept(byte[] array, int from, int to) {
      bytes.add(array, from, to);
    }

    @Override
    public void made(byte[] array, int from, int to) {
      bytes.add(array, from, to);
    }
  }

  private static String rewrite(String page, boolean all) {
    RewritePlan plan = new GatedPage().plan();
    PageScope scope =
        new PageScope(
            plan.rules(), plan.gating(), plan.observer(), plan.page(), PageCharset.utf8());
    PageGate gate = new PageGate(scope);
    Text text = new Text();
    HtmlRewriter rewriter =
        new HtmlRewriter(all ? new Heeding(gate) : gate, HtmlLimits.DEFAULT, text);
    byte[] bytes = page.getBytes(UTF_8);
    rewriter.write(bytes, 0, bytes.length);
    rewriter.end();
    return new String(text.bytes.copy(), UTF_8);
  }

  @Test
  void noAttributeOfAnyElementIsOverlooked() {
    int changed = 0;
    for (Element element : Element.values()) {
      String page = page(element);
      String rewritten = rewrite(page, true);
      assertEquals(rewritten, rewrite(page, false), element.lowerCaseName());
      changed += page.equals(rewritten) ? 0 : 1;
    }
    assertTrue(changed > 100, changed + " elements with something to remove");
  }

  private static String page(Element element) {
    String name = element == Element.UNKNOWN ? "x-element" : element.lowerCaseName();
    StringBuilder page = new StringBuilder("<body>");
    for (Attribute attribute : Attribute.values()) {
      for (String value : VALUES) {
        page.append('<').append(name).append(before(attribute)).append(' ');
        page.append(name(attribute)).append("=\"").append(value).append("\">");
        page.append("</").append(name).append(">\n");
      }
    }
    return page.toString();
  }

  private static String name(Attribute attribute) {
    return switch (attribute) {
      case UNKNOWN -> "data-own";
      case HANDLER -> "onload";
      default -> attribute.lowerCaseName();
    };
  }

  /** What gives an attribute its meaning. */
  private static String before(Attribute attribute) {
    return switch (attribute) {
      case CONTENT -> " http-equiv=\"refresh\"";
      case HREF -> " rel=\"stylesheet\"";
      default -> "";
    };
  }

  @Provide
  Arbitrary<String> pages() {
    return Tracking.pages();
  }

  @Provide
  Arbitrary<String> soup() {
    return Tracking.soup();
  }

  @Property(tries = 300)
  void noPageIsOtherForBeingShownAllTags(@ForAll("pages") String page) {
    assertEquals(rewrite(page, true), rewrite(page, false));
  }

  @Property(tries = 600)
  void noSoupIsOtherForBeingShownAllTags(@ForAll("soup") String page) {
    assertEquals(rewrite(page, true), rewrite(page, false));
  }
}
