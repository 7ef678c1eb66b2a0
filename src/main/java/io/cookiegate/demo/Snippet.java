package io.cookiegate.demo;

import java.util.List;
import java.util.Locale;

/**
 * A vendor's piece of markup, in the shape in which sites pasted it, with account numbers that belong
 * to nobody.
 */
enum Snippet {
  RESOURCE_HINTS(
      Spot.HEAD, "Resource hints", "link dns-prefetch, preconnect", "ssl.google-analytics.com"),
  GA_JS(Spot.HEAD, "Google Analytics", "ga.js, inline script", "ssl.google-analytics.com"),
  ANALYTICS_JS(
      Spot.HEAD, "Google Analytics", "analytics.js, inline script", "www.google-analytics.com"),
  GTAG(Spot.HEAD, "Google Analytics 4", "gtag.js, script with src", "www.googletagmanager.com"),
  GTM(Spot.HEAD, "Google Tag Manager", "gtm.js, inline script", "www.googletagmanager.com"),
  GTM_NOSCRIPT(
      Spot.BODY_START, "Google Tag Manager", "iframe in noscript", "www.googletagmanager.com"),
  ADOBE(Spot.HEAD, "Adobe Analytics", "tag library, script with src", "assets.adobedtm.com"),
  META(Spot.HEAD, "Meta pixel", "inline script, img in noscript", "connect.facebook.net"),
  HOTJAR(Spot.HEAD, "Hotjar", "inline script", "static.hotjar.com"),
  FLOODLIGHT(Spot.BODY_START, "DoubleClick Floodlight", "iframe", "0000000.fls.doubleclick.net"),
  GOOGLE_ADS(
      Spot.BODY_END, "Google Ads", "conversion.js, img in noscript", "www.googleadservices.com"),
  DOUBLECLICK_IMAGE(Spot.BODY_END, "DoubleClick", "img with srcset", "ad.doubleclick.net"),
  MARKETO(Spot.BODY_END, "Marketo Munchkin", "inline script", "munchkin.marketo.net"),
  ADOBE_S_CODE(
      Spot.BODY_END, "Adobe SiteCatalyst", "s_code, img in noscript", "ciszere.d1.sc.omtrdc.net"),
  HUMANY(Spot.BODY_END, "Humany", "inline script", "ciszere.humany.net"),
  ADFORM(Spot.BODY_END, "Adform", "inline script, img in noscript", "track.adform.net"),
  LINKEDIN(Spot.BODY_END, "LinkedIn Insight", "inline script, img in noscript", "snap.licdn.com"),
  BING(Spot.BODY_END, "Microsoft Advertising", "inline script", "bat.bing.com"),
  YOUTUBE(Spot.CONTENT, "YouTube", "iframe", "www.youtube.com");

  private final Spot spot;
  private final String vendor;
  private final String shape;
  private final String host;
  private final String markup;

  Snippet(Spot spot, String vendor, String shape, String host) {
    this.spot = spot;
    this.vendor = vendor;
    this.shape = shape;
    this.host = host;
    this.markup = Resources.text("snippets/" + resourceName() + ".html");
  }

  Spot spot() {
    return spot;
  }

  String vendor() {
    return vendor;
  }

  /** What the markup consists of, in a few words. */
  String shape() {
    return shape;
  }

  /** The host that a browser with scripts contacts because of this snippet. */
  String host() {
    return host;
  }

  String markup() {
    return markup;
  }

  static String markupAt(Spot spot, List<Snippet> snippets) {
    StringBuilder markup = new StringBuilder();
    snippets.stream().filter(s -> s.spot == spot).forEach(s -> markup.append(s.markup));
    return markup.toString();
  }

  private String resourceName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
