package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.gate.HeadEdits.Field;
import java.util.ArrayList;
import java.util.List;

/** The shapes that own answers have. */
final class OwnAnswers {
  private OwnAnswers() {}

  static OwnAnswer text(int status, String sentence, Field... more) {
    return of(status, "text/plain; charset=utf-8", sentence + "\n", "no-store", more);
  }

  static OwnAnswer notFound() {
    return text(404, "There is no such page here.");
  }

  static OwnAnswer empty(int status, List<Field> fields) {
    return new OwnAnswer(status, fields, new byte[0]);
  }

  /** A page of ours: nothing but our stylesheet is loaded, and nobody frames it. */
  static OwnAnswer page(String markup) {
    return of(
        200,
        "text/html; charset=utf-8",
        markup,
        "no-store",
        new Field("Vary", "Cookie, Accept-Language"),
        new Field("Referrer-Policy", "same-origin"),
        new Field(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'"));
  }

  /** A file that is the same for everybody. */
  static OwnAnswer file(String contentType, String text) {
    return of(200, contentType, text, "public, max-age=86400");
  }

  static OwnAnswer of(int status, String contentType, String text, String caching, Field... more) {
    List<Field> fields = new ArrayList<>(List.of(more));
    fields.add(new Field("Content-Type", contentType));
    fields.add(new Field("X-Content-Type-Options", "nosniff"));
    fields.add(new Field("Cache-Control", caching));
    return new OwnAnswer(status, fields, text.getBytes(UTF_8));
  }
}
