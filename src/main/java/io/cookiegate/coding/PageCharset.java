package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The charset of one page on its way: two steps around the rewriter, which agree on what a browser
 * will take the page for.
 *
 * <pre> page -> reader() -> ASCII-compatible bytes -> rewriter -> writer() -> page in the charset
 * it came in
 * </pre>
 *
 * <p>A byte order mark counts before the header, the header before what the page says of itself
 * (WHATWG HTML 13.2.3.2). A page in an encoding in which the rewriter can see the markup passes as
 * it is, without a copy and without delay but for the few bytes that may be a byte order mark.
 * UTF-16 and ISO-2022-JP become UTF-8 and, behind the rewriter, what they were. In encodings with
 * characters of two bytes of which the second may look like ASCII, those are masked ({@link
 * TrailMask}).
 *
 * <p>What the rewriter puts into a page should be ASCII: it does not know the charset.
 */
public final class PageCharset {
  private static final int GUESSED = 63;

  private final @Nullable Encoding declared;
  private final Supplier<ByteStep> undeclared;
  private final Switch reader = new Sniffer();
  private final Switch writer = new Switch();
  private @Nullable Encoding known;

  private PageCharset(@Nullable Encoding declared, boolean xml) {
    this.declared = declared;
    this.undeclared =
        xml
            ? () -> new UndeclaredXmlReader(this::readerOf)
            : () -> new UndeclaredReader(this::readerOf, this::becomeGuarded);
  }

  /**
   * A page about to be read.
   *
   * @param contentType the value of its {@code Content-Type}, those of several fields joined by
   *     commas, or null
   */
  public static PageCharset of(@Nullable String contentType) {
    return new PageCharset(declared(contentType), false);
  }

  /** A document of XML about to be read: by itself it is UTF-8 (XML 1.0, section 4.3.3). */
  public static PageCharset ofXml(@Nullable String contentType) {
    return new PageCharset(declared(contentType), true);
  }

  private static @Nullable Encoding declared(@Nullable String contentType) {
    Declared known = last;
    if (known.contentType.equals(contentType)) {
      return known.encoding;
    }
    String label = ContentType.charset(contentType);
    Encoding encoding = label == null ? null : Encoding.ofLabel(label);
    if (contentType != null) {
      last = new Declared(contentType, encoding);
    }
    return encoding;
  }

  /** What the content type of the last page declared: most pages of a site have the same. */
  private record Declared(String contentType, @Nullable Encoding encoding) {}

  private static volatile Declared last = new Declared("", null);

  /** A text that is UTF-8, whatever it says. */
  public static PageCharset utf8() {
    PageCharset charset = new PageCharset(Encoding.UTF_8, false);
    charset.known = Encoding.UTF_8;
    return charset;
  }

  /** The step from the page's bytes to what the rewriter reads. */
  public ByteStep reader() {
    return reader;
  }

  /** The step from what the rewriter writes to the page's bytes. */
  public ByteStep writer() {
    return writer;
  }

  /**
   * What text of the page means that the rewriter has at hand, in bytes as the rewriter sees them,
   * as far as the page has told; UTF-8 where it is read as that.
   */
  public byte[] inUtf8(byte[] a, int from, int to) {
    Encoding encoding = known == null ? Encoding.WINDOWS_1252 : known;
    return switch (encoding.handling()) {
      case TRANSCODE -> Arrays.copyOfRange(a, from, to);
      case MASKED -> utf8(TrailMask.unmasked(a, from, to), encoding);
      case ASCII_COMPATIBLE -> utf8(Arrays.copyOfRange(a, from, to), encoding);
    };
  }

  /** A text in the charset that its content type names, as it is where that names none. */
  public static byte[] inUtf8(String contentType, byte[] text) {
    String label = ContentType.charset(contentType);
    Encoding encoding = label == null ? null : Encoding.ofLabel(label);
    return encoding == null ? text : utf8(text, encoding);
  }

  private static byte[] utf8(byte[] text, Encoding encoding) {
    return encoding == Encoding.UTF_8
        ? text
        : new String(text, encoding.charset()).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether what the rewriter sees is UTF-8, as far as the page has told. */
  public boolean isUtf8() {
    return known == Encoding.UTF_8 || (known != null && known.handling() == Handling.TRANSCODE);
  }

  /** A number that tells encodings apart, below 64; 0 is UTF-8, and the highest one that is guessed. */
  @SuppressWarnings("EnumOrdinal") // it outlives no process
  public int number() {
    Encoding encoding = known;
    return encoding == null ? GUESSED : encoding.ordinal();
  }

  /** Whether the page leaves it to browsers to guess how its bytes are to be read. */
  public boolean isGuessed() {
    return known == null;
  }

  private void become(@Nullable Encoding encoding) {
    reader.become(encoding == null ? undeclared.get() : readerOf(encoding));
  }

  /** The reader of an encoding, whose writer becomes the page's. */
  private ByteStep readerOf(Encoding encoding) {
    known = encoding;
    if (encoding == Encoding.ISO_2022_JP) {
      Iso2022Jp page = new Iso2022Jp();
      writer.become(page.writer());
      return page.reader();
    }
    return switch (encoding.handling()) {
      case TRANSCODE -> {
        Utf16 page = new Utf16(encoding == Encoding.UTF_16BE);
        writer.become(page.writer());
        yield page.reader();
      }
      case MASKED -> {
        TrailMask page = new TrailMask(encoding);
        writer.become(page.writer());
        yield page.reader();
      }
      case ASCII_COMPATIBLE -> ByteSteps.identity();
    };
  }

  /** What stood between an ESC and what would complete it may be removed by the rewriter. */
  private void becomeGuarded() {
    writer.become(new EscapeRemover());
  }

  /** A step that is another one, once that is known. */
  private static class Switch implements ByteStep {
    private ByteStep step = ByteSteps.identity();

    final void become(ByteStep known) {
      step = known;
    }

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      step.write(in, out);
    }

    @Override
    public void flush(ByteSink out) {
      step.flush(out);
    }

    @Override
    public void end(ByteSink out) {
      step.end(out);
    }

    @Override
    public final void close() {
      step.close();
    }
  }

  /** The reader while it may still meet a byte order mark. */
  private final class Sniffer extends Switch {
    private final byte[] start = new byte[ByteOrderMark.LONGEST];
    private int length;
    private boolean known;

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      if (!known && !sniff(in)) {
        return;
      }
      passStart(out);
      super.write(in, out);
    }

    /** Looks at the next bytes, and takes them only where they do not tell. */
    private boolean sniff(ByteBuffer in) {
      int more = Math.min(start.length - length, in.remaining());
      in.get(in.position(), start, length, more);
      if (ByteOrderMark.mayCome(start, length + more)
          && ByteOrderMark.of(start, length + more) == null) {
        in.position(in.position() + more);
        length += more;
        return false;
      }
      decide(length + more);
      return true;
    }

    private void decide(int seen) {
      known = true;
      ByteOrderMark mark = ByteOrderMark.of(start, seen);
      boolean counts = mark != null && (declared == null || !mark.yieldsToHeader());
      PageCharset.this.become(counts && mark != null ? mark.encoding() : declared);
    }

    private void passStart(ByteSink out) {
      if (length > 0) {
        ByteBuffer held = ByteBuffer.wrap(start, 0, length);
        length = 0;
        super.write(held, out);
      }
    }

    @Override
    public void end(ByteSink out) {
      if (!known) {
        decide(length);
      }
      passStart(out);
      super.end(out);
    }
  }
}
