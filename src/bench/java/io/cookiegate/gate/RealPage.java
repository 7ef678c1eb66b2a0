package io.cookiegate.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jsoup.Jsoup;

/** One page, and the times that were measured of it. */
final class RealPage {
  static final String HEADING =
      String.format(
          "%-44s %8s %9s %6s %7s %6s %9s %7s",
          "page", "bytes", "gate us", "MB/s", "of copy", "jsoup", "unseen us", "of copy");

  private final String name;
  private final byte[] bytes;
  private final PageLoad load;
  private final NewScripts scripts;
  private final PageLoad newcomer;
  private final Times gate = new Times();
  private final Times unseen = new Times();
  private final Times copy = new Times();
  private final Times jsoup = new Times();

  RealPage(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    this.load = new PageLoad(CatalogueSite.plan(), bytes);
    this.scripts = new NewScripts(bytes);
    this.newcomer = new PageLoad(CatalogueSite.plan(), scripts.bytes());
  }

  /** Measures each once more, one after the other. */
  void sample() {
    gate.sample(() -> load);
    copy.sample(() -> this::copyFar);
    unseen.sample(() -> this::runNew);
    jsoup.sample(() -> this::parse);
  }

  /** Forgets what was measured: the compilers were at work. */
  void forget() {
    gate.forget();
    unseen.forget();
    copy.forget();
    jsoup.forget();
  }

  /** The page with scripts that never came, on a site whose other pages did. */
  private void runNew() {
    scripts.renew();
    newcomer.run();
  }

  private void copyFar() {
    FarCopy.of(bytes.length);
  }

  private void parse() {
    try {
      Jsoup.parse(new ByteArrayInputStream(bytes), "UTF-8", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int length() {
    return bytes.length;
  }

  Times gate() {
    return gate;
  }

  Times unseen() {
    return unseen;
  }

  Times copy() {
    return copy;
  }

  Times jsoup() {
    return jsoup;
  }

  double ofCopy() {
    return copy.least() / gate.least();
  }

  double timesJsoup() {
    return jsoup.least() / gate.least();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-44s %8d %9.1f %6.0f %7.4f %6.2f %9.1f %7.4f",
        name,
        bytes.length,
        gate.least(),
        bytes.length / gate.least(),
        ofCopy(),
        timesJsoup(),
        unseen.least(),
        copy.least() / unseen.least());
  }
}
