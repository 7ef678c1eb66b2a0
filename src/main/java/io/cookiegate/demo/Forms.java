package io.cookiegate.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** The forms of the legacy site: the start page choice, the contact form and its own cookie question. */
final class Forms {
  private static final int MAX_FIELDS = 16;
  private static final int MAX_LENGTH = 64 * 1024;
  private static final String CONSENT = "acceptcookies";

  void post(String path, Request request, Response response, Callback callback) {
    Fields fields;
    try {
      fields = FormFields.getFields(request, request, UTF_8, MAX_FIELDS, MAX_LENGTH);
    } catch (RuntimeException e) {
      Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
      return;
    }
    switch (path) {
      case "/start" -> start(fields, response, callback);
      case "/contact" -> Redirect.to(Page.THANKS.path(), response, callback);
      case "/accept-cookies" -> consent(fields, response, callback);
      default -> Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
    }
  }

  private static void start(Fields fields, Response response, Callback callback) {
    Page choice = StartPage.named(value(fields, "page")).orElse(Page.PRIVATE);
    add(response, StartPage.remember(choice));
    Redirect.to(choice.path(), response, callback);
  }

  private static void consent(Fields fields, Response response, Callback callback) {
    String choice = value(fields, CONSENT);
    String field =
        choice.equals("true") || choice.equals("false")
            ? CONSENT + "=" + choice + "; Path=/; Max-Age=63072000; SameSite=Lax"
            : CONSENT + "=; Path=/; Max-Age=0";
    add(response, List.of(field));
    Redirect.to(Page.at(value(fields, "back")).orElse(Page.PRIVATE).path(), response, callback);
  }

  private static void add(Response response, List<String> setCookies) {
    setCookies.forEach(field -> response.getHeaders().add(HttpHeader.SET_COOKIE, field));
  }

  private static String value(Fields fields, String name) {
    String value = fields.getValue(name);
    return value == null ? "" : value;
  }
}
