package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of four bytes, case folded, of which at least one stands at an even place of a text
 * wherever in it a pattern is. A bit each says of most others that no pattern has them.
 */
final class SieveGrams {
  static final int LENGTH = 4;

  /** The binary logarithm of how many longs the bits are in. */
  private static final int WORDS = 11;

  /** Where in the product the second of the two bits is told that a run has in its long. */
  private static final int SECOND = 9;

  private static final int FIRST = 15;
  private static final int FACTOR = 0x9E3779B1;
  private static final int FOLDS = (int) SieveBytes.FOLDS;

  /** What scripts and pages are full of, and so is of little use to tell them apart. */
  private static final String COMMON =
      " function(){return this.document.createElement('script').type='text/javascript';"
          + "var window.location.href=document.getElementsByTagName(\"head\")[0].parentNode.appendChild"
          + ".insertBefore(getElementById.addEventListener('load',init,DOMContentLoaded.setAttribute("
          + "className.length.prototype.toString.indexOf.replace.split.join.push.options.config.settings"
          + " https://www.http://static.cdn.assets.images.media.site.api.tracking.analytics.data.web.app"
          + ".com/.net/.org/.io/.de/.se/.co/async.defer.true,false,null,undefined,object,string,number"
          + " if(typeof else for while switch case break default throw new Date().getTime Math.random"
          + " const let import export module require console.log error message content title name value"
          + " page view event click button input form user account customer product service order price"
          + " account.client.track.query.request.response.callback.timeout.setTimeout.start.create.visit"
          + " the and that with from your this have will more about information ation ment able ting ering"
          + " style=\"display:none;visibility:hidden\" width=\"1\" height=\"1\" class=\"id=\"href=\"src=\""
          + " data-layer-target.querySelector.forEach.map(filter.reduce.Object.keys.Array.JSON.parse"
          + ".stringify.innerHTML.dispatch.state.props.render.component.children.context.public.platform"
          + " @context schema.org @type itemListElement position image url headline datePublished author"
          + " check hooks queue remove click slice trigger apply ajax( stack clean contains convert mouse found"
          + " widget format hide enable internal param embed native private global loader reader seed body"
          + " asset .contents .hidden s.current t.parent ticker interface interval ready bridge outside mate"
          + " index toggle active class scroll resize animate handle update select change delete insert"
          + " network server session storage locale string boolean integer register instance entity"
          + " google facebook twitter linkedin instagram youtube share follow social pixel cookie consent";

  private final Map<Integer, Integer> common = new HashMap<>();
  private final Map<Integer, List<Entry>> entries = new HashMap<>();
  private final long[] bits = new long[1 << WORDS];
  private int[] keys = {};
  private Entry[][] found = {};

  private record Entry(SievePattern pattern, int offset) {}

  SieveGrams() {
    byte[] text = COMMON.getBytes(ISO_8859_1);
    for (int i = 0; i + LENGTH <= text.length; i++) {
      common.merge(gram(text, i), 1, Integer::sum);
    }
  }

  /** How common the two runs of a text at a place and after it are. */
  int commonness(byte[] text, int at) {
    return common.getOrDefault(gram(text, at), 0) + common.getOrDefault(gram(text, at + 1), 0);
  }

  boolean isCommon(byte[] text) {
    return COMMON.contains(new String(text, ISO_8859_1));
  }

  static int gram(byte[] a, int at) {
    return FOLDS
        | (a[at] & 0xff)
        | (a[at + 1] & 0xff) << 8
        | (a[at + 2] & 0xff) << 16
        | (a[at + 3] & 0xff) << 24;
  }

  /** Adds a run that stands at an offset from where a pattern begins. */
  void add(byte[] run, int at, SievePattern pattern, int offset) {
    int gram = gram(run, at);
    int product = gram * FACTOR;
    bits[word(product)] |= 1L << (product >>> FIRST) | 1L << (product >>> SECOND);
    List<Entry> same = entries.computeIfAbsent(gram, key -> new ArrayList<>());
    same.add(new Entry(pattern, offset));
  }

  /** Ends adding. */
  void close() {
    int capacity = Integer.highestOneBit(Math.max(8, entries.size() * 2)) * 2;
    keys = new int[capacity];
    found = new Entry[capacity][];
    entries.forEach(
        (gram, same) -> {
          int at = first(gram);
          while (found[at] != null) {
            at = (at + 1) & (capacity - 1);
          }
          keys[at] = gram;
          found[at] = same.toArray(Entry[]::new);
        });
    entries.clear();
    common.clear();
  }

  private static int word(int product) {
    return product >>> (Integer.SIZE - WORDS);
  }

  private int first(int gram) {
    return ((gram * FACTOR) >>> 7) & (keys.length - 1);
  }

  /** The lowest bit says whether a run, folded, may be a pattern's; the others mean nothing. */
  private long mayBe(int gram) {
    int product = gram * FACTOR;
    long word = bits[word(product)];
    return word >>> (product >>> FIRST) & word >>> (product >>> SECOND);
  }

  /**
   * The lowest bit says whether a run may be a pattern's that begins at an even place of eight bytes.
   *
   * @param next the eight bytes from the fifth one on
   */
  long runs(long word, long next) {
    long folded = word | SieveBytes.FOLDS;
    long foldedNext = next | SieveBytes.FOLDS;
    return mayBe((int) folded)
        | mayBe((int) (folded >>> 16))
        | mayBe((int) foldedNext)
        | mayBe((int) (foldedNext >>> 16));
  }

  /** Whether a pattern may be there of which a run stands at an even place of eight bytes. */
  boolean matches(byte[] a, int from, int to, int at, boolean open) {
    long word = SieveBytes.read(a, at) | SieveBytes.FOLDS;
    long next = SieveBytes.read(a, at + 4) | SieveBytes.FOLDS;
    long found =
        (mayBe((int) word) & 1)
            | (mayBe((int) (word >>> 16)) & 1) << 2
            | (mayBe((int) next) & 1) << 4
            | (mayBe((int) (next >>> 16)) & 1) << 6;
    for (long rest = found; rest != 0; rest &= rest - 1) {
      int position = at + Long.numberOfTrailingZeros(rest);
      int gram = FOLDS | SieveBytes.readInt(a, position);
      if (position < to && matches(gram, a, from, to, position, open)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a run that stands at a position may be a pattern's that may be there. */
  boolean mayMatch(int gram, byte[] a, int from, int to, int position, boolean open) {
    return (mayBe(gram) & 1) != 0 && matches(gram, a, from, to, position, open);
  }

  /** Whether a pattern may be there of which a run, folded, stands at a position. */
  boolean matches(int gram, byte[] a, int from, int to, int position, boolean open) {
    for (int at = first(gram); found[at] != null; at = (at + 1) & (keys.length - 1)) {
      if (keys[at] == gram) {
        return matches(found[at], a, from, to, position, open);
      }
    }
    return false;
  }

  private static boolean matches(
      Entry[] entries, byte[] a, int from, int to, int position, boolean open) {
    for (Entry entry : entries) {
      if (entry.pattern.at(a, from, to, position - entry.offset, open)) {
        return true;
      }
    }
    return false;
  }
}
