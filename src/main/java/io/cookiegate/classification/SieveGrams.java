package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of six bytes, case folded, of which one stands wherever a pattern does, where a word
 * begins; of patterns that have fewer there, the first four. Two bits each say of most others that no
 * pattern has them.
 */
final class SieveGrams {
  /** How many bytes of a run every pattern has. */
  static final int LENGTH = 4;

  /** How many bytes of a run most patterns have. */
  private static final int LONGEST = 6;

  /** The binary logarithm of how many longs the bits are in, at least and at most. */
  private static final int LEAST_WORDS = 11;

  private static final int MOST_WORDS = 16;

  /** How many runs share a long, about: what a text costs must not depend on how many there are. */
  private static final int SHARING = 2;

  private static final long FOUR = 0xffffffffL;
  private static final long SIX = 0xffffffffffffL;
  private static final int FOUR_BITS = LENGTH * Byte.SIZE;
  private static final int SIX_BITS = LONGEST * Byte.SIZE;

  /** Where in the product the bit is told that the first four bytes have in the lower half of a long. */
  private static final int FIRST = 15;

  /** Where in a product the bit is told that the two others have in the upper half. */
  private static final int SECOND = 27;

  private static final int FACTOR = 0x9E3779B1;

  /** What is above two bytes makes no difference to the product. */
  private static final int FACTOR_OF_OTHERS = FACTOR << 16;

  /** The bits of runs of four bytes, whatever the two others are. */
  private static final int ALL = -1;

  private static final int FOLD = 0x20;
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
  private final Map<Long, List<SieveRun.Entry>> entries = new HashMap<>();
  private long[] bits = {};
  private int shift;
  private long pairs;
  private SieveKeys keys = new SieveKeys(0);
  private SieveRun[] found = {};

  SieveGrams() {
    byte[] text = COMMON.getBytes(ISO_8859_1);
    for (int i = 0; i + LENGTH <= text.length; i++) {
      common.merge(gram(text, i), 1, Integer::sum);
    }
  }

  /** How common the run of a text at a place is. */
  int commonness(byte[] text, int at) {
    int count = common.getOrDefault(gram(text, at), 0);
    return count == 0 || at + LONGEST > text.length ? count : occurrences(text, at);
  }

  private static int occurrences(byte[] text, int at) {
    int count = 0;
    for (int i = 0; i + LONGEST <= COMMON.length(); i++) {
      int same = 0;
      while (same < LONGEST && ((COMMON.charAt(i + same) ^ text[at + same]) & ~FOLD) == 0) {
        same++;
      }
      count += same == LONGEST ? 1 : 0;
    }
    return count;
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
    boolean isShort = at + LONGEST > run.length;
    long others = isShort ? 0 : gram(run, at + LONGEST - LENGTH) >>> 16;
    long key = (gram(run, at) & FOUR) | (others << Integer.SIZE);
    entries
        .computeIfAbsent(key, first -> new ArrayList<>())
        .add(new SieveRun.Entry(pattern, offset));
  }

  /** Says that a pattern is known by its last letters alone, which are two. */
  void addPair() {
    pairs = -1;
  }

  /** All bits where words of two letters matter wherever they stand; else none. */
  long pairs() {
    return pairs;
  }

  /** Ends adding. */
  void close() {
    int words = Integer.SIZE - Integer.numberOfLeadingZeros(entries.size() / SHARING);
    words = Math.min(MOST_WORDS, Math.max(LEAST_WORDS, words));
    bits = new long[1 << words];
    shift = Integer.SIZE - words;
    keys = new SieveKeys(entries.size());
    found = new SieveRun[keys.size()];
    entries.forEach(
        (run, same) -> {
          mark(run);
          int length = run >>> Integer.SIZE == 0 ? LENGTH : LONGEST;
          found[keys.add(run)] = SieveRun.of(same, length);
        });
    entries.clear();
    common.clear();
  }

  private void mark(long run) {
    int product = (int) run * FACTOR;
    int others = (int) (run >>> Integer.SIZE);
    int second = others == 0 ? ALL : 1 << ((others * FACTOR_OF_OTHERS) >>> SECOND);
    long first = (1 << (product >>> FIRST)) & FOUR;
    bits[product >>> shift] |= first | ((long) second << Integer.SIZE);
  }

  /** Whether a run that stands at a position may be a pattern's that may be there. */
  boolean mayMatch(long run, byte[] a, int from, int to, int position, boolean open) {
    long folded = run | SieveBytes.FOLDS;
    int product = (int) folded * FACTOR;
    int others = (int) (folded >>> Integer.SIZE) * FACTOR_OF_OTHERS;
    long word = bits[product >>> shift];
    int first = (int) word >>> (product >>> FIRST);
    int found = first & ((int) (word >>> Integer.SIZE) >>> (others >>> SECOND));
    return (found & 1) != 0
        && (matches(folded & SIX, run >>> SIX_BITS, a, from, to, position, open)
            || (word >> Integer.SIZE == ALL
                && matches(folded & FOUR, run >>> FOUR_BITS, a, from, to, position, open)));
  }

  private boolean matches(
      long run, long next, byte[] a, int from, int to, int position, boolean open) {
    int key = keys.find(run);
    return key >= 0
        && (position + Long.BYTES > to || found[key].mayGoOn(next))
        && found[key].mayMatch(a, from, to, position, open);
  }
}
