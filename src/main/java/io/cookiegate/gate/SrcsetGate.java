package io.cookiegate.gate;

import io.cookiegate.html.Element;
import io.cookiegate.html.Srcset;
import io.cookiegate.html.StartTag;
import org.jspecify.annotations.Nullable;

/** The judge of an image's candidates: those that are gated go. */
final class SrcsetGate {
  private static final byte[] SEPARATOR = {',', ' '};

  private final UrlJudge urls;
  private final Srcset candidates = new Srcset();

  SrcsetGate(UrlJudge urls) {
    this.urls = urls;
  }

  /** Judges the candidates in an attribute, whose text was read. */
  void judge(StartTag tag, int i, AttributeText text) {
    byte[] a = text.array();
    candidates.read(a, text.from(), text.to());
    Bytes kept = null;
    for (int candidate = 0; candidate < candidates.count(); candidate++) {
      boolean gated = isGated(a, candidate);
      if (gated && kept == null) {
        kept = before(a, candidate);
      } else if (!gated && kept != null) {
        add(kept, a, candidate);
      }
    }
    if (kept != null) {
      replace(tag, i, kept);
    }
  }

  private boolean isGated(byte[] a, int candidate) {
    return urls.judge(a, candidates.urlFrom(candidate), candidates.urlTo(candidate)) != null;
  }

  private Bytes before(byte[] a, int candidate) {
    Bytes kept = new Bytes();
    for (int i = 0; i < candidate; i++) {
      add(kept, a, i);
    }
    return kept;
  }

  private void add(Bytes kept, byte[] a, int candidate) {
    if (kept.length() > 0) {
      kept.add(SEPARATOR);
    }
    kept.add(a, candidates.urlFrom(candidate), candidates.to(candidate));
  }

  private static void replace(StartTag tag, int i, Bytes kept) {
    if (kept.length() > 0) {
      tag.setAttribute(i, kept.copy());
    } else if (tag.element() == Element.SOURCE) {
      tag.remove();
    } else {
      tag.removeAttribute(i);
    }
  }

  /** Why one of several candidates, which nothing loads by itself, is gated; null where none is. */
  @Nullable TagVerdict known(byte[] a, int from, int to) {
    TagVerdict verdict = null;
    if (AsciiText.indexOf(a, from, to, ',') < to) {
      candidates.read(a, from, to);
      for (int c = 0; c < candidates.count() && verdict == null; c++) {
        verdict = urls.known(a, candidates.urlFrom(c), candidates.urlTo(c));
      }
    }
    return verdict;
  }

  /** Lets go of what only the tag at hand needed. */
  void rest() {
    candidates.rest();
  }
}
