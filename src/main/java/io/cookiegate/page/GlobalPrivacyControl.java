package io.cookiegate.page;

import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.cookie.CookieHeader;
import io.cookiegate.gate.Fields;
import io.cookiegate.gate.RequestHead;
import java.util.Locale;

/** What a visitor is told of the Global Privacy Control signal of their browser. */
enum GlobalPrivacyControl {
  /** The browser sends none. */
  SILENT,
  /** It counts as a no. */
  COUNTS,
  /** The visitor's own choice goes before it. */
  CHOSEN,
  /** The site does not act on it. */
  UNUSED;

  static GlobalPrivacyControl of(RequestHead request, ConsentPolicy policy) {
    String signal = request.fields().first("Sec-GPC");
    if (signal == null || !signal.strip().equals("1")) {
      return SILENT;
    }
    if (hasChosen(request.fields(), policy)) {
      return CHOSEN;
    }
    return policy.honourGpc() ? COUNTS : UNUSED;
  }

  private static boolean hasChosen(Fields fields, ConsentPolicy policy) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.name(i).equalsIgnoreCase("Cookie")
          && CookieHeader.values(fields.value(i), policy.cookie()).stream()
              .anyMatch(v -> policy.granted().contains(v) || policy.refused().contains(v))) {
        return true;
      }
    }
    return false;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
