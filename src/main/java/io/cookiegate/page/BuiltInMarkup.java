package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Service;
import io.cookiegate.gate.PageMarkup;
import org.jspecify.annotations.Nullable;

/** The product's own markup in place of something removed. */
public final class BuiltInMarkup implements PageMarkup {
  private static final byte[] NOTHING = new byte[0];

  private final String prefix;

  /**
   * Markup that refers to own pages.
   *
   * @param prefix the first part of their paths; begins and ends with {@code /}
   */
  public BuiltInMarkup(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public String language(@Nullable String acceptLanguage) {
    return Languages.best(acceptLanguage);
  }

  @Override
  public byte[] banner(Classification classification, String language, String target) {
    return new BannerMarkup(classification, prefix).of(language, target).getBytes(US_ASCII);
  }

  @Override
  public byte[] placeholder(
      @Nullable Service service, @Nullable String width, @Nullable String height, String language) {
    return new Placeholder(service, language, prefix).sized(width, height).getBytes(US_ASCII);
  }

  @Override
  public byte[] standIn(Service service) {
    if (service.standIns().isEmpty()) {
      return NOTHING;
    }
    String source = prefix + "stand-in.js" + StandInScript.query(service);
    return ("<script src=\"" + AsciiMarkup.escaped(source) + "\"></script>").getBytes(US_ASCII);
  }
}
