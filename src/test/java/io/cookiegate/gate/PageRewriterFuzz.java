package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cookiegate.host.WebUrl;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A fuzz target: any bytes as a page. The first byte is the length of the first piece and the second
 * that of the others; the rest is the page.
 */
public final class PageRewriterFuzz {
  private static final List<String> GATED =
      List.of("hotjar.com", "doubleclick.net", "google-analytics.com");
  private static final WebUrl SITE = WebUrl.parse("https://www.site.example/dir/page.html", null);

  private PageRewriterFuzz() {}

  /** Called by the fuzzer, and by the replay of the inputs that are kept. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length >= 2) {
      byte[] page = Arrays.copyOfRange(input, 2, input.length);
      Result whole = rewrite(page, page.length, 1);
      Result cut = rewrite(page, input[0] & 0xff, 1 + (input[1] & 0x3f));
      assertEquals(whole.closed, cut.closed);
      if (!whole.closed) {
        assertArrayEquals(whole.output, cut.output);
      }
      // A page that says by a byte order mark that it is UTF-16 stays so, which jsoup is not told.
      if (!startsAsUtf16(page)) {
        check(new String(whole.output, UTF_8));
        check(new String(cut.output, UTF_8));
      }
    }
  }

  private static final class Result {
    final byte[] output;
    final boolean closed;

    Result(ByteArrayOutputStream out, boolean closed) {
      this.output = out.toByteArray();
      this.closed = closed;
    }
  }

  private static Result rewrite(byte[] page, int first, int others) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BodySink sink = bytes -> GatedPage.append(out, bytes);
    try (BodyRewriter rewriter = new GatedPage().open()) {
      int from = 0;
      while (from < page.length) {
        int length = Math.min(from == 0 && first > 0 ? first : others, page.length - from);
        rewriter.write(ByteBuffer.wrap(page, from, length), sink);
        from += length;
      }
      rewriter.end(sink);
      return new Result(out, false);
    } catch (BodyClosedException closed) {
      if (closed.closure() == Closure.FAILURE) {
        throw new AssertionError("the gate failed", closed);
      }
      return new Result(out, true);
    }
  }

  private static boolean startsAsUtf16(byte[] page) {
    return page.length >= 2
        && ((page[0] == (byte) 0xfe && page[1] == (byte) 0xff)
            || (page[0] == (byte) 0xff && page[1] == (byte) 0xfe));
  }

  private static void check(String output) {
    for (Element element : Jsoup.parse(output).select("script, img, iframe")) {
      if (loads(element)) {
        WebUrl url = WebUrl.parse(element.attributes().get("src"), SITE);
        assertFalse(url != null && url.isNetwork() && isGated(url.matchHost()), () -> output);
      }
    }
  }

  /** A script with a type or language may be data; in SVG and MathML none of the three has a src. */
  private static boolean loads(Element element) {
    boolean plain = !element.hasAttr("type") && !element.hasAttr("language");
    return element.tag().namespace().equals(Parser.NamespaceHtml)
        && (plain || !element.normalName().equals("script"));
  }

  private static boolean isGated(String host) {
    return host != null && GATED.stream().anyMatch(g -> host.equals(g) || host.endsWith("." + g));
  }
}
