package io.cookiegate.config;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.TagRule;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped catalogue says about tags: vendors are found, and what pages need stays. */
class CatalogueTagsTest {
  private static final Classification CATALOGUE = ConfigLoader.catalogue();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.google.com/",
        "https://www.google.com/maps/embed",
        "https://www.google.com/recaptcha/api.js",
        "https://www.google.com/cse/cse.js",
        "https://www.gstatic.com/recaptcha/releases/x/recaptcha.js",
        "https://www.gstatic.com/charts/loader.js",
        "https://ajax.googleapis.com/ajax/libs/jquery/3.7.1/jquery.min.js",
        "https://maps.googleapis.com/maps/api/js",
        "https://fonts.googleapis.com/css2",
        "https://fonts.gstatic.com/s/roboto.woff2",
        "https://accounts.google.com/gsi/client",
        "https://cdn.jsdelivr.net/npm/bootstrap/dist/js/bootstrap.min.js",
        "https://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js",
        "https://challenges.cloudflare.com/turnstile/v0/api.js",
        "https://code.jquery.com/jquery.min.js",
        "https://unpkg.com/react",
        "https://s3.amazonaws.com/bucket/image.png",
        "https://d111111abcdef8.cloudfront.net/image.png",
        "https://js.stripe.com/v3/",
        "https://www.paypal.com/sdk/js",
        "https://js.hsforms.net/forms/v2.js",
        "https://app-lon01.marketo.com/js/forms2/js/forms2.min.js",
        "https://img.en25.com/EloquaImages/clients/x/logo.png",
        "https://consent.cookiebot.com/uc.js",
        "https://cdn.cookielaw.org/scripttemplates/otSDKStub.js",
        "https://i.ytimg.com/vi/x/hqdefault.jpg",
        "https://i.pinimg.com/x.jpg",
        "https://pbs.twimg.com/media/x.jpg",
        "https://media.licdn.com/x.jpg",
        "https://cdn.shopify.com/s/files/x.js",
        "https://widget.trustpilot.com/bootstrap/v5/tp.widget.bootstrap.min.js",
        "https://t.co/abc",
        "https://s.yimg.com/aaq/x.js",
        "https://www.baidu.com/",
        "https://zz.bdstatic.com/x.js",
        "https://s.yimg.jp/images/x.png",
        "https://a1.alicdn.com/x.js",
        "https://cdn.sp-prod.net/x.js",
        "https://cdn.cpex.cz/cmp/v2/cpex-cmp.min.js",
        "https://www.bing.com/api/maps/mapcontrol",
        "https://www.readspeaker.com/x.js"
      })
  void hostsThatPagesNeedStay(String url) {
    TagRule.Host rule = host(url);
    assertTrue(rule == null || !CATALOGUE.needsConsent(rule), () -> String.valueOf(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.google-analytics.com/analytics.js, google-analytics",
    "https://ssl.google-analytics.com/ga.js, google-analytics",
    "https://stats.g.doubleclick.net/dc.js, google-analytics",
    "https://www.googletagmanager.com/gtag/js, google-analytics",
    "https://www.googletagmanager.com/gtm.js, google-tag-manager",
    "https://www.googletagmanager.com/ns.html, google-tag-manager",
    "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/0/, doubleclick",
    "https://www.google.com/pagead/1p-user-list/0/, google-ads",
    "https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js, google-adsense",
    "https://munchkin.marketo.net/munchkin.js, marketo",
    "https://assets.adobedtm.com/launch.min.js, adobe-experience-cloud",
    "https://ciszere.d1.sc.omtrdc.net/b/ss/x, adobe-analytics",
    "https://ciszere.tt.omtrdc.net/m2/x, adobe-target",
    "https://ciszere.humany.net/default/embed.js, humany",
    "https://track.adform.net/serving/scripts/trackpoint/async/, adform",
    "https://connect.facebook.net/en_US/fbevents.js, meta",
    "https://www.facebook.com/tr, meta",
    "https://px.ads.linkedin.com/collect/, linkedin",
    "https://bat.bing.com/bat.js, microsoft-advertising",
    "https://www.clarity.ms/tag/x, microsoft-clarity",
    "https://static.hotjar.com/c/hotjar-0.js, hotjar",
    "https://js-eu1.hs-scripts.com/0.js, hubspot",
    "https://platform.twitter.com/widgets.js, x",
    "https://t.co/i/adsct, x",
    "https://analytics.tiktok.com/i18n/pixel/events.js, tiktok",
    "https://s.pinimg.com/ct/core.js, pinterest",
    "https://www.youtube-nocookie.com/embed/x, youtube",
    "https://player.vimeo.com/video/0, vimeo",
    "https://t.paypal.com/ts, paypal-statistics",
    "https://s.skimresources.com/js/0.skimlinks.js, skimlinks",
    "https://p.tanx.com/ex, alimama",
    "https://c.go-mpulse.net/boomerang/x, akamai-mpulse",
    "https://pos.baidu.com/x, baidu-union",
    "https://push.zhanzhang.baidu.com/push.js, baidu-tongji",
    "https://zz.bdstatic.com/linksubmit/push.js, baidu-tongji",
    "https://s.yimg.com/rq/darla/boot.js, yahoo-advertising",
    "https://csc.beap.bc.yahoo.com/yi, yahoo-advertising",
    "https://get.s-onetag.com/x/tag.min.js, sovrn",
    "https://widget.perfectmarket.com/x/load.js, taboola",
    "https://x.ligatus.com/cgi-bin/ivw.js, outbrain",
    "https://c.msn.com/c.gif, microsoft-advertising",
    "https://ssl-vg03.met.vgwort.de/na/0, vg-wort",
    "https://static.adzerk.net/ados.js, kevel",
    "https://s.ntv.io/serve/load.js, nativo",
    "https://tag.bounceexchange.com/0/i.js, wunderkind",
    "https://tag.wknd.ai/0/i.js, wunderkind",
    "https://pixel.mtrcs.samba.tv/v2/x, samba-tv",
    "https://www.zergnet.com/zerg.js, zergnet",
    "https://yjtag.yahoo.co.jp/tag, yahoo-japan-ads",
    "https://s.yimg.jp/images/listing/tool/cv/ytag.js, yahoo-japan-ads",
    "https://d1z2jf7jlzjs58.cloudfront.net/p.js, parsely"
  })
  void findsVendorsByTheirHosts(String url, String service) {
    TagRule.Host rule = host(url);
    assertNotNull(rule);
    assertEquals(service, rule.service());
    assertTrue(CATALOGUE.needsConsent(rule));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function download(a){ga('send','event','download',a.href);return true}",
        "_gaq.push(['_trackEvent','Form','Sent']);form.submit()",
        "gtag('event','purchase',{value:1});dataLayer.push({event:'cart'})",
        "if(window.fbq){fbq('track','Lead')}twq('track','Signup');lintrk('track',{})",
        "window.dataLayer=window.dataLayer||[];dataLayer.push({page:'start'})",
        "s.tl(this,'o','link');_satellite.track('click');Munchkin.munchkinFunction('clickLink',{})",
        "analytics.track('Signed Up');mixpanel.track('x');hj('event','y');clarity('set','z','1')",
        "page.context={'xiti':{'xtn2':56,'xtsite':'0'}}",
        "var session=load(start);window.s=1;heap.track('x');_paq.push(['trackPageView'])"
      })
  void codeThatOnlyReportsStays(String script) {
    assertEquals(List.of(), found(script).stream().map(TagRule.Inline::service).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "var _gaq=_gaq||[];_gaq.push(['_setAccount','UA-0-1']);                # google-analytics",
        "(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;})();           # google-analytics",
        "gtag('js',new Date());                                                # google-analytics",
        "w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});         # google-tag-manager",
        "n.push=n;if(!f._fbq)f._fbq=n;                                         # meta",
        "fbq('init','0');                                                      # meta",
        "h._hjSettings={hjid:0,hjsv:6};                                        # hotjar",
        "Munchkin.init('000-AAA-000');                                         # marketo",
        "var s_code=s.t();if(s_code)document.write(s_code)                     # adobe-analytics",
        "_satellite.pageBottom();                                              # adobe-experience-cloud",
        "_linkedin_partner_id='0';                                             # linkedin",
        "(window,document,'script','//bat.bing.com/bat.js','uetq');            # microsoft-advertising",
        "(window,document,'//x.humany.net/default/embed.js','Humany','script') # humany",
        "window._adftrack=[];                                                  # adform",
        "_paq.push(['setSiteId','1']);                                         # matomo",
        "u='static.'+p+'.com'})('script','parsely',document);                  # parsely",
        "var google_conversion_id=0;                                           # google-ads"
      })
  void findsVendorsByTheirSnippets(String script, String service) {
    assertTrue(found(script).stream().anyMatch(rule -> rule.service().equals(service)), script);
  }

  private static List<TagRule.Inline> found(String script) {
    String plain = plain(script);
    return InlineRules.of(CATALOGUE).stream()
        .filter(rule -> rule.literals().stream().anyMatch(x -> plain.contains(plain(x))))
        .toList();
  }

  // White space and the kind of quote make no difference between two pieces of code.
  private static String plain(String code) {
    return code.replaceAll("\\s", "").replace('"', '\'');
  }

  private static TagRule.Host host(String url) {
    URI uri = URI.create(url);
    byte[] host = uri.getHost().getBytes(US_ASCII);
    byte[] path = uri.getPath().getBytes(US_ASCII);
    return CATALOGUE.host(host, 0, host.length, path, 0, path.length);
  }
}
