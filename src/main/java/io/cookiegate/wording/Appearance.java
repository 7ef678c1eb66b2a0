package io.cookiegate.wording;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How what visitors meet on a site reads and looks.
 *
 * @param banner the template of the banner
 * @param styleSheet the style sheet in place of the product's; null for that
 */
public record Appearance(Wording wording, Template banner, @Nullable String styleSheet) {
  /** The product's own. */
  public static final Appearance BUILT_IN =
      new Appearance(Wording.BUILT_IN, BannerTemplate.BUILT_IN, null);

  public Appearance {
    requireNonNull(wording, "wording");
    requireNonNull(banner, "banner");
  }
}
