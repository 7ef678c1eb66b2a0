package io.cookiegate.page;

import io.cookiegate.wording.AsciiMarkup;
import io.cookiegate.wording.Messages;
import java.util.List;

/** What a visitor is shown of the records of their choices: the numbers, and a button to erase them. */
final class ReceiptMarkup {
  private final Messages messages;
  private final String prefix;

  ReceiptMarkup(Messages messages, String prefix) {
    this.messages = messages;
    this.prefix = prefix;
  }

  /** The section; empty where the browser holds no number. */
  String of(List<String> ids) {
    if (ids.isEmpty()) {
      return "";
    }
    StringBuilder markup = new StringBuilder("<section class=\"cookie-gate-receipt\">\n<h2>");
    markup.append(text("receipt.title")).append("</h2>\n<p>").append(text("receipt.text"));
    markup.append("</p>\n<ul>\n");
    for (String id : ids) {
      markup
          .append("<li><code dir=\"ltr\">")
          .append(AsciiMarkup.escaped(id))
          .append("</code></li>\n");
    }
    markup.append("</ul>\n<form method=\"post\" action=\"").append(AsciiMarkup.escaped(prefix));
    markup.append("receipt\"><p class=\"cookie-gate-choices\"><button type=\"submit\">");
    return markup
        .append(text("receipt.erase"))
        .append("</button></p></form>\n</section>\n")
        .toString();
  }

  private String text(String key) {
    return AsciiMarkup.escaped(messages.text(key));
  }
}
