package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A fuzz target: any bytes as a page. The first byte is the length of the first piece and the second
 * that of the others; the rest is the page.
 */
public final class PageRewriterFuzz {
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
        if (whole.closed) {
          check(new String(cut.output, UTF_8));
        }
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

  /**
   * Nothing gated in what the nu.validator parser sees, and in what jsoup sees. Each is known to err:
   * the first loses a byte in a comment that has an opening in it, the second mistakes elements
   * of text whose start tag ends in a slash, in svg and out of it, and ends a script inside a noscript
   * where a script in its comment ends. There the other one must see it too.
   */
  private static void check(String output) {
    boolean seen = !Loads.byValidator(output).isEmpty();
    boolean seenByJsoup = !Loads.byJsoup(output).isEmpty();
    assertFalse(seen && (seenByJsoup || !Loads.errsValidator(output)), () -> output);
    assertFalse(seenByJsoup && (seen || !Loads.errsJsoup(output)), () -> output);
  }
}
