package io.cookiegate.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content codings (RFC 9110 section 8.4.1) that can be undone and done again. */
public final class ContentCodings {
  /** A page has one; two have been seen; more is an attempt at something. */
  private static final int MOST = 3;

  /** Dearer levels win a few percent of size for several times the work. */
  private static final int DEFAULT_LEVEL = 1;

  private ContentCodings() {}

  /**
   * Whether {@link #decoder} can undo every coding in this {@code Content-Encoding} value: {@code
   * gzip}, {@code x-gzip}, {@code deflate}, {@code br}, {@code zstd}, {@code identity}, or a list
   * of at most three of them.
   */
  public static boolean canUndo(String contentEncoding) {
    return read(contentEncoding) != null;
  }

  /**
   * A step that undoes the codings of a {@code Content-Encoding} value, the last one first.
   *
   * <p>It hands on pieces of at most 16 KiB over accessible arrays, each as soon as it is known,
   * and refuses to expand by more than 1100 times after the first 4 MiB: whoever cannot take that
   * much from one write hands over shorter slices.
   *
   * @throws CodingException when one of them is unknown
   */
  public static ByteStep decoder(String contentEncoding) {
    List<Coding> codings = known(contentEncoding);
    if (codings.isEmpty()) {
      return ByteSteps.identity();
    }
    Collections.reverse(codings);
    return new ExpansionLimit(ByteSteps.chain(codings.stream().map(Coding::decoder).toList()));
  }

  /**
   * A step that applies the codings of a {@code Content-Encoding} value in order, each at a level
   * that costs little.
   */
  public static ByteStep encoder(String contentEncoding) {
    return encoder(contentEncoding, DEFAULT_LEVEL);
  }

  /**
   * A step that applies the codings of a {@code Content-Encoding} value in order.
   *
   * @param level from 1, fast, to 9, small; brought into the range of each coding that a stream can
   *     afford
   * @throws CodingException when one of them is unknown
   */
  public static ByteStep encoder(String contentEncoding, int level) {
    List<Coding> codings = known(contentEncoding);
    if (codings.isEmpty()) {
      return ByteSteps.identity();
    }
    return ByteSteps.chain(
        codings.stream().map(coding -> coding.encoder(coding.within(level))).toList());
  }

  /**
   * Steps that undo the codings of a {@code Content-Encoding} value and apply them again to what was
   * made of the bytes in between.
   *
   * <p>They do what {@link #decoder} and {@link #encoder} do, and cost less where the coding is
   * gzip or deflate: see {@link Recoding}.
   *
   * @throws CodingException when one of them is unknown
   */
  public static Recoding recoding(String contentEncoding) {
    List<Coding> codings = known(contentEncoding);
    boolean follows = codings.size() == 1 && codings.get(0).isDeflate();
    Recoder recoder = follows ? Recoder.borrow() : null;
    if (recoder == null) {
      return Recoding.apart(contentEncoding);
    }
    return codings.get(0) == Coding.GZIP ? Recoding.gzip(recoder) : Recoding.deflate(recoder);
  }

  /**
   * The {@code Accept-Encoding} value with only the codings that can be undone, their weights as
   * they were; the same instance where nothing goes, and {@code identity} where nothing is left. A
   * {@code *} gives way to the codings it stood for.
   */
  public static String restrictAccept(String acceptEncoding) {
    return AcceptEncoding.restrict(acceptEncoding);
  }

  private static List<Coding> known(String contentEncoding) {
    List<Coding> codings = read(contentEncoding);
    if (codings == null) {
      throw new CodingException("The body has a content coding that cannot be undone.");
    }
    return codings;
  }

  private static @Nullable List<Coding> read(String contentEncoding) {
    List<Coding> codings = new ArrayList<>(1);
    for (String name : contentEncoding.split(",", -1)) {
      Coding coding = name.isBlank() ? Coding.IDENTITY : Coding.of(name.strip());
      if (coding == null || codings.size() == MOST) {
        return null;
      }
      if (coding != Coding.IDENTITY) {
        codings.add(coding);
      }
    }
    return codings;
  }
}
