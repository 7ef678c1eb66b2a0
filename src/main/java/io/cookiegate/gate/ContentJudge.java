package io.cookiegate.gate;

import io.cookiegate.host.UrlReader;
import io.cookiegate.html.HtmlLimits;
import io.cookiegate.html.HtmlRewriter;
import io.cookiegate.html.Output;
import io.cookiegate.html.Syntax;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The judge of what a URL or an attribute has inside itself: scripts, style sheets, pages. */
final class ContentJudge {
  private final PageScope scope;
  private final Scratch scriptText = new Scratch();

  ContentJudge(PageScope scope) {
    this.scope = scope;
  }

  /** Why a script in an element or a URL is gated; null where it is not. */
  @Nullable TagVerdict script(byte[] a, int from, int to) {
    scope.scripts.begin(ScriptKind.SCRIPT);
    return verdict(a, from, to);
  }

  /** Why a script of a type in an element is gated; null where it is not. */
  @Nullable TagVerdict script(ScriptType type, byte[] a, int from, int to) {
    scope.scripts.begin(ScriptKind.of(type));
    TagVerdict verdict = verdict(a, from, to);
    boolean narrow =
        type != ScriptType.RULES
            || scope.gating.passesAll()
            || SpeculationRules.nameWhatTheyFetch(a, from, to);
    return verdict == null && !narrow ? TagVerdict.NAMELESS : verdict;
  }

  /** Why an event handler is gated; null where it is not. */
  @Nullable TagVerdict handler(byte[] a, int from, int to) {
    scope.scripts.begin(ScriptKind.HANDLER);
    return verdict(a, from, to);
  }

  /** Whether an event handler has a construct by which scripts load things. */
  boolean loads(byte[] a, int from, int to) {
    scope.scripts.begin(ScriptKind.HANDLER);
    scope.scripts.read(a, from, to);
    scope.scripts.end();
    return scope.scripts.hasLoaded();
  }

  private @Nullable TagVerdict module(byte[] a, int from, int to) {
    scope.scripts.begin(ScriptKind.MODULE);
    return verdict(a, from, to);
  }

  private @Nullable TagVerdict verdict(byte[] a, int from, int to) {
    if (!scope.scripts.mayMatter(a, from, to)) {
      return null;
    }
    scope.scripts.read(a, from, to);
    return scope.scripts.end();
  }

  /** Why what is inside a URL that is loaded or followed is gated; null where it is not. */
  @Nullable TagVerdict url(byte[] a, int from, int to) {
    UrlReader.Kind kind = scope.urls.kind(a, from, to);
    return switch (kind) {
      case JAVASCRIPT -> script(a, from, to, scriptText);
      case DATA -> DataUrl.isPicture(a, from, to) ? null : content(DataUrl.parse(a, from, to));
      default -> null;
    };
  }

  /** The script after the colon, percent-encoded or not. */
  private @Nullable TagVerdict script(byte[] a, int from, int to, Scratch scratch) {
    int start = AsciiText.indexOf(a, from, to, ':') + 1;
    if (AsciiText.indexOf(a, start, to, '%') == to) {
      return script(a, start, to);
    }
    byte[] plain = scratch.ofLength(to - start);
    return script(plain, 0, PercentText.decode(a, start, to, plain));
  }

  /** Lets go of what only the URL at hand needed. */
  void rest() {
    scriptText.rest();
  }

  private @Nullable TagVerdict content(DataUrl url) {
    if (url.isMedia()) {
      return null;
    }
    byte[] body = url.body();
    if (url.isStyle()) {
      return scope.styles.without(body, 0, body.length) == null ? null : TagVerdict.NAMELESS;
    }
    if (url.isMarkup()) {
      boolean kept =
          page(Syntax.HTML, body, 0, body.length) == null
              && page(Syntax.XML, body, 0, body.length) == null;
      return kept ? null : TagVerdict.NAMELESS;
    }
    TagVerdict verdict = script(body, 0, body.length);
    return verdict == null && url.mayBeModule() ? module(body, 0, body.length) : verdict;
  }

  /** A page inside this one without what is gated; null where nothing is. */
  byte @Nullable [] page(byte[] a, int from, int to) {
    return page(Syntax.HTML, a, from, to);
  }

  private byte @Nullable [] page(Syntax syntax, byte[] a, int from, int to) {
    PageScope nested = scope.nested();
    if (nested == null) {
      return Bytes.NONE;
    }
    Bytes kept = new Bytes();
    HtmlRewriter rewriter =
        new HtmlRewriter(syntax, new PageGate(nested), HtmlLimits.DEFAULT, new Collecting(kept));
    rewriter.write(a, from, to);
    rewriter.end();
    boolean same = Arrays.equals(kept.array(), 0, kept.length(), a, from, to);
    return same ? null : kept.copy();
  }

  private record Collecting(Bytes kept) implements Output {
    @Override
    public void kept(byte[] array, int from, int to) {
      kept.add(array, from, to);
    }

    @Override
    public void made(byte[] array, int from, int to) {
      kept.add(array, from, to);
    }
  }
}
