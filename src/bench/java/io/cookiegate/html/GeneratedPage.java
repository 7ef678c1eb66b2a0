package io.cookiegate.html;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Pages that look like real ones, generated from a seed: the same bytes on every machine. */
public enum GeneratedPage {
  /** A page of a company: 20 KB. */
  SMALL(20_000, 20, 10, 2, false),
  /** A front page of a newspaper: 400 KB. */
  LARGE(400_000, 12, 6, 1, false),
  /** A shop built from scripts: half of it is inline script. */
  SCRIPT_HEAVY(300_000, 10, 40, 1, false),
  /** An article. */
  TEXT_HEAVY(200_000, 200, 2, 1, false),
  /** The same in Japanese. */
  MULTI_BYTE(200_000, 100, 4, 1, true),
  /** Every second element is a tracker's. */
  TRACKER_HEAVY(100_000, 10, 20, 30, false);

  private static final String[] WORDS =
      ("the of and to in is you that it he was for on are as with his they at be this have from or one"
              + " had by word but not what all were we when your can said there use an each which")
          .split(" ", -1);
  private static final String[] KANJI = {"日本語", "の", "ページ", "です", "新聞", "会社", "情報", "東京"};

  private final int length;
  private final int words;
  private final int scripts;
  private final int trackers;
  private final boolean multiByte;

  GeneratedPage(int length, int words, int scripts, int trackers, boolean multiByte) {
    this.length = length;
    this.words = words;
    this.scripts = scripts;
    this.trackers = trackers;
    this.multiByte = multiByte;
  }

  /** The page in UTF-8. */
  public byte[] bytes() {
    Random random = new Random(length);
    StringBuilder page = new StringBuilder(HEAD);
    while (page.length() < length) {
      card(page, random, words, multiByte);
      if (random.nextInt(100) < scripts) {
        script(page, random);
      }
      if (random.nextInt(100) < trackers) {
        page.append(TRACKERS[random.nextInt(TRACKERS.length)]);
      }
    }
    return page.append("</main></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void card(StringBuilder page, Random random, int words, boolean multiByte) {
    int id = random.nextInt(100_000);
    page.append("      <article class=\"card card--wide js-card\" data-id=\"").append(id);
    page.append("\" id=\"c").append(id).append("\">\n        <a href=\"/news/2026/11/");
    page.append(id).append("/a-story-with-a-name\" class=\"card__link\" title=\"");
    sentence(page, random, 6, multiByte);
    page.append("\">\n          <img src=\"/images/").append(id);
    page.append(".jpg\" srcset=\"/images/")
        .append(id)
        .append("-2x.jpg 2x\" width=\"320\" height=\"180\"");
    page.append(
        " alt=\"\" loading=\"lazy\" class=\"card__image\">\n          <h2 class=\"card__title\">");
    sentence(page, random, 7, multiByte);
    page.append("</h2>\n        </a>\n        <p class=\"card__text\">");
    sentence(page, random, words, multiByte);
    page.append(
        "</p>\n        <ul class=\"tags\"><li><a href=\"/t/1\">One</a></li><li><a href=\"/t/2\">");
    page.append(
        "Two &amp; three</a></li></ul>\n        <span class=\"date\"><time datetime=\"2026-11-22\">");
    page.append("22 Nov</time></span>\n      </article>\n");
  }

  private static void sentence(StringBuilder page, Random random, int words, boolean multiByte) {
    String[] from = multiByte ? KANJI : WORDS;
    for (int i = 0; i < words; i++) {
      page.append(i == 0 || multiByte ? "" : " ").append(from[random.nextInt(from.length)]);
    }
  }

  private static void script(StringBuilder page, Random random) {
    page.append("      <script>\n");
    for (int i = 0; i < 40; i++) {
      page.append("        window.app.register('item-").append(random.nextInt(1000));
      page.append("', function (a, b) { return a < b ? a : b && a[0]; });\n");
    }
    page.append("      </script>\n");
  }

  private static final String HEAD =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  <title>A page</title>\n"
          + "  <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          + "  <link rel=\"stylesheet\" href=\"/css/site.css\">\n  <style>.card{display:grid}</style>\n"
          + "  <!-- a comment -->\n</head>\n<body class=\"home\">\n  <main>\n";

  private static final String[] TRACKERS = {
    "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-1\"></script>\n",
    "<img src=\"https://www.facebook.com/tr?id=1&amp;ev=PageView\" width=\"1\" height=\"1\" alt=\"\">\n",
    "<noscript><iframe src=\"https://www.googletagmanager.com/ns.html?id=GTM-1\" height=\"0\"></iframe>"
        + "</noscript>\n",
    "<script>window._gaq=window._gaq||[];_gaq.push(['_setAccount','UA-1-1']);(function(){var g=document"
        + ".createElement('script');g.src='https://ssl.google-analytics.com/ga.js';document.head"
        + ".appendChild(g);})();</script>\n"
  };
}
