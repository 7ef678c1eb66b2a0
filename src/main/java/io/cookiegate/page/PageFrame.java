package io.cookiegate.page;

import io.cookiegate.wording.AsciiMarkup;
import io.cookiegate.wording.Messages;

/** What all pages of the gate have around their content. */
final class PageFrame {
  private PageFrame() {}

  static String around(String title, Messages messages, String prefix, String content) {
    return """
        <!DOCTYPE html>
        <html lang="%s" dir="%s">
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
        .formatted(
            AsciiMarkup.escaped(messages.language()),
            messages.direction(),
            title,
            AsciiMarkup.escaped(prefix),
            title,
            content);
  }
}
