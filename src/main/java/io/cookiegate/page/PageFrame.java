package io.cookiegate.page;

import io.cookiegate.wording.AsciiMarkup;

/** What all pages of the gate have around their content. */
final class PageFrame {
  private PageFrame() {}

  static String around(String title, String language, String prefix, String content) {
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <link rel="stylesheet" href="%sbanner.css">
        </head>
        <body class="cookie-gate-page">
        <main>
        <h1>%s</h1>
        %s</main>
        </body>
        </html>
        """
        .formatted(language, title, AsciiMarkup.escaped(prefix), title, content);
  }
}
