package io.cookiegate.page;

import io.cookiegate.cookie.CookieHeader;
import io.cookiegate.cookie.SetCookie;
import io.cookiegate.gate.Fields;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.RequestHead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The cookie in which a browser keeps the numbers of its own receipts, the newest first, with a full
 * stop between them, so that the visitor can see them and have them erased. It is for the gate's own
 * pages only: its Path keeps it from the site, and page scripts do not see it.
 */
final class ReceiptCookie {
  static final String NAME = "cookie-gate-receipt";

  private static final int MOST = 10;
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final String prefix;

  ReceiptCookie(String prefix) {
    this.prefix = prefix;
  }

  /** The numbers that a request carries; what is none is left out. */
  List<String> ids(RequestHead request) {
    List<String> ids = new ArrayList<>();
    Fields fields = request.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.name(i).equalsIgnoreCase("Cookie")) {
        CookieHeader.values(fields.value(i), NAME).forEach(value -> read(value, ids));
      }
    }
    return ids.stream().distinct().limit(MOST).toList();
  }

  private static void read(String value, List<String> ids) {
    for (String id : value.split("\\.", MOST + 1)) {
      if (ID.matcher(id).matches()) {
        ids.add(id);
      }
    }
  }

  /** The field that adds a number to those which a request carries. */
  Field adding(String id, RequestHead request, Duration lifetime) {
    List<String> ids = new ArrayList<>(List.of(id));
    ids.addAll(ids(request));
    String value = String.join(".", ids.subList(0, Math.min(MOST, ids.size())));
    String secure = VisitorScheme.isHttps(request) ? "; Secure" : "";
    return new Field(
        "Set-Cookie",
        NAME
            + "="
            + value
            + "; Path="
            + prefix
            + "; Max-Age="
            + lifetime.toSeconds()
            + secure
            + "; HttpOnly; SameSite=Lax");
  }

  /** The field that takes the cookie away. */
  Field expiry(RequestHead request) {
    return new Field(
        "Set-Cookie", SetCookie.expire(NAME, null, prefix, VisitorScheme.isHttps(request)));
  }
}
