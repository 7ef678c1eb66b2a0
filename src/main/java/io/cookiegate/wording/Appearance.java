package io.cookiegate.wording;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How what visitors meet on a site reads and looks.
 *
 * @param banner the template of the banner
 * @param styleSheet the style sheet in place of the product's; null for that
 * @param declarationPages the paths of the site's pages that the declaration is put into
 */
public record Appearance(
    Wording wording, Template banner, @Nullable String styleSheet, Set<String> declarationPages) {
  /** The product's own. */
  public static final Appearance BUILT_IN =
      new Appearance(Wording.BUILT_IN, BannerTemplate.BUILT_IN, null, Set.of());

  public Appearance {
    requireNonNull(wording, "wording");
    requireNonNull(banner, "banner");
    declarationPages = Set.copyOf(declarationPages);
  }
}
