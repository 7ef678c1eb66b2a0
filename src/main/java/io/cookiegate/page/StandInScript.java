package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The script that defines, without effect, the globals of a removed library. */
final class StandInScript {
  private static final String PARAMETER = "?of=";
  private static final String FUNCTION = resource("stand-in.js");

  private StandInScript() {}

  /** The query that names a service. */
  static String query(Service service) {
    return PARAMETER + service.id();
  }

  /** The script for the service named in a request target; null where it has no stand-in. */
  static @Nullable String of(Classification classification, String target) {
    int parameter = target.indexOf(PARAMETER);
    Service service =
        parameter < 0
            ? null
            : classification.service(target.substring(parameter + PARAMETER.length()));
    return service == null || service.standIns().isEmpty() ? null : FUNCTION + call(service);
  }

  // The names come from the classification, where they are checked to be identifiers.
  private static String call(Service service) {
    return service.standIns().stream()
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(",", "(window,[", "]);\n"));
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(StandInScript.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
