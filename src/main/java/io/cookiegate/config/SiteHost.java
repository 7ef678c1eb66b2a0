package io.cookiegate.config;

import org.jspecify.annotations.Nullable;

/** A host name of a site, or the one that takes the rest. */
final class SiteHost implements Kind.OfText<String> {
  private static final HostText NAME = new HostText("a host name or \"*\"");

  @Override
  public String form() {
    return NAME.form();
  }

  @Override
  public @Nullable String parse(String text) {
    return text.equals(Site.ANY_HOST) ? text : NAME.parse(text);
  }

  @Override
  public String remedy(String text) {
    return NAME.remedy(text);
  }
}
