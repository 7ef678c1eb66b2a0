package io.cookiegate.html;

import java.util.Arrays;

/**
 * The candidates of a srcset attribute (WHATWG HTML 4.8.4.2, parsing a srcset attribute), as ranges
 * of its decoded text. Descriptors are not checked: what a browser would refuse is listed too.
 * Reusable; allocates only when a text has more candidates than any before.
 */
public final class Srcset {
  private static final int FIRST = 3 * 8;
  private static final int LONGEST_AT_REST = 3 * 64;

  private int[] spans = new int[FIRST];
  private int count;

  /**
   * Whether no URL of a text, in which character references may still stand, can name a host or have
   * a scheme: nowhere in it are two slashes side by side, a backslash, a colon, an ampersand, a control
   * or a byte beyond ASCII. Of short texts that is not known.
   */
  public static boolean isSurelyRelative(byte[] a, int from, int to) {
    if (to - from < 8) {
      return false;
    }
    long signs = Swar.urlSigns(Swar.read(a, to - 8));
    // Windows share a byte, so that two slashes are side by side in one of them.
    for (int at = from; at < to - 8; at += 7) {
      signs |= Swar.urlSigns(Swar.read(a, at));
    }
    return signs == 0;
  }

  /** Reads a text; its ranges replace those of the text before. */
  public void read(byte[] a, int from, int to) {
    count = 0;
    int at = skipSeparators(a, from, to);
    while (at < to) {
      at = skipSeparators(a, candidate(a, at, to), to);
    }
  }

  private static int skipSeparators(byte[] a, int from, int to) {
    int at = from;
    while (at < to && (Ascii.isSpace(a[at]) || a[at] == ',')) {
      at++;
    }
    return at;
  }

  private int candidate(byte[] a, int from, int to) {
    int end = from;
    while (end < to && !Ascii.isSpace(a[end])) {
      end++;
    }
    int urlTo = end;
    while (a[urlTo - 1] == ',') {
      urlTo--;
    }
    int candidateTo = urlTo < end ? urlTo : descriptors(a, end, to);
    add(from, urlTo, candidateTo);
    return candidateTo;
  }

  /** On to the comma that ends the descriptors: one outside parentheses. */
  private static int descriptors(byte[] a, int from, int to) {
    boolean inParentheses = false;
    int at = from;
    while (at < to && (inParentheses || a[at] != ',')) {
      inParentheses = inParentheses ? a[at] != ')' : a[at] == '(';
      at++;
    }
    return at;
  }

  private void add(int urlFrom, int urlTo, int to) {
    if (3 * count == spans.length) {
      spans = Arrays.copyOf(spans, 2 * spans.length);
    }
    spans[3 * count] = urlFrom;
    spans[3 * count + 1] = urlTo;
    spans[3 * count + 2] = to;
    count++;
  }

  /** Lets go of the ranges where there are many. */
  public void rest() {
    count = 0;
    if (spans.length > LONGEST_AT_REST) {
      spans = new int[FIRST];
    }
  }

  /** The number of candidates. */
  public int count() {
    return count;
  }

  /** The position of a candidate's URL, which is the position of the candidate. */
  public int urlFrom(int i) {
    return spans[3 * i];
  }

  /** The position after a candidate's URL. */
  public int urlTo(int i) {
    return spans[3 * i + 1];
  }

  /** The position after the candidate, its descriptors included, its comma not. */
  public int to(int i) {
    return spans[3 * i + 2];
  }
}
