package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page costs in memory: nothing for markup that is kept. */
class MemoryTest {
  private static final int CHUNK = 8192;
  private static final int PAGE = 32 << 10;
  private static final int ROUNDS = 100;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=\"a\" id=b>text &amp; text</p>\n",
        "<a href=\"/news/1?a=b&amp;c\" title='x'>text</a>",
        "<img src=\"/i/1.jpg\" srcset=\"/i/2.jpg 2x, /i/3.jpg 3x\" alt=\"\" width=1 loading=lazy>",
        "<img src=\"https://www.plain.example/1.jpg\" style=\"color:red\">",
        "<!-- comment --><div data-x='{\"a\":1}'><br></div>",
        "<script>var a = 'b'; function c(d) { return d < a && /x/.test(d); }</script>",
        "<script src=\"/js/own.js\" async></script>",
        "<style>.a > b { color: red; background: url(/i/x.png) }</style>",
        "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><title>t</title></svg>",
        "<textarea>x</textarea><select><option>1</select>",
        "<link rel=\"stylesheet\" href=\"/a.css\"><meta name=\"a\" content=\"b\">",
        "<script type=\"text/javascript\">var a = 1</script><script type=module>let a</script>",
        "<script language=JavaScript>var a = 1</script><script type=text/template>x</script>",
        "<script type=\"application/ld+json\">{\"a\":\"https://b.example/\"}</script>",
        "<script src=/a.js type=\"0123456789abcdef-text/javascript\" nonce=x1></script>",
        "<a href=\"javascript:void(0)\" onclick=\"return a(this)\">a</a>",
        "<a href=\"javascript:a(%27b%27)\">a</a><a href='mailto:a@b.example'>b</a>",
        "<link rel=icon href=\"data:image/png;base64,AAAA\"><base target=_top>",
        "<style>a{background:url(data:image/gif;base64,AAAA)}b{c:url('\\41 .png')}</style>",
        "<svg><style><![CDATA[a > b{c:url(d.png)}]]></style><style>a{b:c}</style></svg>",
        "<svg><script>a()</script><script><![CDATA[a(\"&amp;\")]]></script></svg>",
        "<img src=\"https://cdn.plain.example/a/../b/./c.png\"><img src=../d/./e.png>",
        "<img src=\"https://cdn.plain.example/%C3%A5/%41.png\">",
        "<img src=\"https://cdn.plain.example/\u00e5/\u4e2d.png\">",
        "<img src=\"https://cdn.plain.example:8443/a\tb.png\"><iframe src=/own.html></iframe>",
        "<math><annotation-xml encoding=text/html><p>x</p></annotation-xml></math>",
        "<input type=image src=a.png><object data=b.swf><param name=c value=d></object>"
      })
  void keptMarkupAllocatesNothing(String piece) {
    int times = PAGE / piece.length();
    long whole = allocated(piece.repeat(times), PAGE) - allocated("text ".repeat(PAGE / 5), PAGE);
    // The smallest object has 16 bytes; what a compiler at work leaves now and then is far less.
    assertTrue(whole < 8L * times, piece + " " + times + " times: " + whole / times);
  }

  /** The site's own host has rules, so that relative addresses are judged too. */
  @Test
  void aRelativeAddressAllocatesNothing() {
    String piece = "<img src=a/b.png><img src=\"../x.png?y\"><script src=/js/own.js></script>";
    int times = PAGE / piece.length();
    long whole = allocated(piece.repeat(times), PAGE, "www.site.example");
    assertTrue(whole - allocated("text ".repeat(PAGE / 5), PAGE) < 8L * times, "whole: " + whole);
  }

  @Test
  void aCutCostsTheTokenItIsInAndNoMore() {
    String page = "<p class=\"a\" id=b>text &amp; text</p>\n".repeat(PAGE / 40);
    long cut = allocated(page, CHUNK) / (PAGE / CHUNK);
    assertTrue(cut < 2048, "a chunk costs " + cut);
  }

  /** The bytes allocated by a page that comes in chunks, once all code is compiled. */
  private static long allocated(String page, int chunk) {
    return allocated(page, chunk, "www.plain.example");
  }

  private static long allocated(String page, int chunk, String host) {
    byte[] bytes = page.getBytes(UTF_8);
    List<ByteBuffer> chunks = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += chunk) {
      chunks.add(ByteBuffer.wrap(bytes, i, Math.min(chunk, bytes.length - i)).slice());
    }
    long least = Long.MAX_VALUE;
    try (BodyRewriter rewriter = new GatedPage().host(host).open()) {
      for (int attempt = 0; attempt < 40 && (attempt < 10 || least >= 1024); attempt++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
          write(rewriter, chunks);
        }
        least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / ROUNDS);
      }
    }
    return least;
  }

  private static void write(BodyRewriter rewriter, List<ByteBuffer> chunks) {
    for (ByteBuffer chunk : chunks) {
      rewriter.write(chunk.rewind(), bytes -> {});
    }
  }
}
