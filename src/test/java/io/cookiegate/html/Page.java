package io.cookiegate.html;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page that is rewritten in a test: handler, limits, cuts, and what came out. */
final class Page implements Output {
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final List<String> made = new ArrayList<>();
  int keptCalls;

  /** Rewrites a page in pieces of a size. */
  static String rewrite(String page, int piece, TagHandler handler, HtmlLimits limits) {
    Page result = new Page();
    byte[] bytes = page.getBytes(StandardCharsets.ISO_8859_1);
    HtmlRewriter rewriter = new HtmlRewriter(handler, limits, result);
    for (int at = 0; at < bytes.length; at += piece) {
      result.write(rewriter, bytes, at, Math.min(bytes.length, at + piece));
    }
    rewriter.end();
    return result.text();
  }

  static String rewrite(String page, TagHandler handler) {
    return rewrite(page, Math.max(1, page.length()), handler, HtmlLimits.DEFAULT);
  }

  /** Writes a range at an odd place of an array of its own, so that wrong positions show. */
  void write(HtmlRewriter rewriter, byte[] bytes, int from, int to) {
    byte[] array = new byte[to - from + 7];
    System.arraycopy(bytes, from, array, 3, to - from);
    rewriter.write(array, 3, 3 + to - from);
    java.util.Arrays.fill(array, (byte) '#');
  }

  String text() {
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void kept(byte[] array, int from, int to) {
    if (from >= to) {
      throw new IllegalStateException("an empty range was sent");
    }
    keptCalls++;
    out.write(array, from, to - from);
  }

  @Override
  public void made(byte[] array, int from, int to) {
    made.add(new String(array, from, to - from, StandardCharsets.ISO_8859_1));
    out.write(array, from, to - from);
  }
}
