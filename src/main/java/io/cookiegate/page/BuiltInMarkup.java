package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Service;
import io.cookiegate.gate.Embed;
import io.cookiegate.gate.Invitation;
import io.cookiegate.gate.PageMarkup;
import io.cookiegate.gate.Place;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.wording.Appearance;
import io.cookiegate.wording.AsciiMarkup;
import org.jspecify.annotations.Nullable;

/** The gate's markup in place of something removed, in a site's words and looks. */
public final class BuiltInMarkup implements PageMarkup {
  private static final byte[] NOTHING = new byte[0];

  private final String prefix;
  private final Appearance appearance;
  private final OwnFile style;
  private final BannerMarkup banner;
  private final boolean records;

  /**
   * Markup in the product's own words.
   *
   * @param prefix the first part of the paths of own pages; begins and ends with {@code /}
   */
  public BuiltInMarkup(String prefix) {
    this(prefix, Appearance.BUILT_IN);
  }

  /** Markup in a site's words. */
  public BuiltInMarkup(String prefix, Appearance appearance) {
    this(prefix, appearance, false);
  }

  /**
   * Markup in a site's words.
   *
   * @param records whether choices are recorded, which the declaration tells
   */
  public BuiltInMarkup(String prefix, Appearance appearance, boolean records) {
    this.records = records;
    this.prefix = prefix;
    this.appearance = appearance;
    this.style = OwnFile.style(appearance);
    this.banner = new BannerMarkup(appearance, prefix, style);
  }

  @Override
  public String language(@Nullable String acceptLanguage) {
    return appearance.wording().language(acceptLanguage);
  }

  @Override
  public String folder() {
    return prefix;
  }

  @Override
  public byte[] banner(Invitation invitation) {
    return banner.of(invitation).getBytes(US_ASCII);
  }

  @Override
  public boolean declaresOn(String target) {
    if (appearance.declarationPages().isEmpty()) {
      return false;
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return appearance.declarationPages().contains(path);
  }

  @Override
  public byte[] declaration(SiteRules rules, String language) {
    Declaration declaration =
        Declaration.of(rules, appearance.wording().in(language), records, prefix);
    return new DeclarationPage(declaration).part().getBytes(US_ASCII);
  }

  @Override
  public byte[] placeholder(Embed embed) {
    return new Placeholder(embed, appearance.wording().in(embed.language()), prefix, style)
        .markup()
        .getBytes(US_ASCII);
  }

  @Override
  public byte[] standIn(Service service, Place place) {
    if (service.standIns().isEmpty()) {
      return NOTHING;
    }
    String source = place.origin() + prefix + "stand-in.js" + StandInScript.query(service);
    String nonce = AsciiMarkup.escaped(place.nonce());
    String permit = nonce.isEmpty() ? "" : " nonce=\"" + nonce + "\"";
    return ("<script" + permit + " src=\"" + AsciiMarkup.escaped(source) + "\"></script>")
        .getBytes(US_ASCII);
  }
}
