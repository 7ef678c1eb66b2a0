package io.cookiegate.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.gate.Closure;
import io.cookiegate.inventory.Inventory;
import io.cookiegate.inventory.ReturnedCookie;
import io.cookiegate.inventory.Sighting;
import io.cookiegate.metrics.GateMetrics;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.ObjectMapper;

/**
 * The pages for operators: {@code /health/live}, {@code /health/ready}, {@code /metrics},
 * {@code /inventory}.
 */
final class AdminHandler extends Handler.Abstract {
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final String JSON = "application/json";

  private final Readiness readiness;
  private final Inventory inventory;
  private final Supplier<String> metrics;
  private final ObjectMapper json = new ObjectMapper();

  AdminHandler(Readiness readiness, Inventory inventory, Supplier<String> metrics) {
    this.metrics = metrics;
    this.readiness = readiness;
    this.inventory = inventory;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    switch (request.getHttpURI().getPath()) {
      case "/health/live" -> write(response, callback, 200, TEXT, "live\n");
      case "/health/ready" -> {
        boolean up = readiness.isReady();
        String text = (up ? "ready\n" : "not ready\n") + readiness.notes();
        write(response, callback, up ? 200 : 503, TEXT, text);
      }
      case "/metrics" -> write(response, callback, 200, GateMetrics.CONTENT_TYPE, metrics.get());
      case "/inventory" -> write(response, callback, 200, JSON, inventory());
      default -> write(response, callback, 404, TEXT, "There is no such page here.\n");
    }
    return true;
  }

  private String inventory() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("sightings", inventory.sightings().stream().map(AdminHandler::fields).toList());
    document.put("returned", inventory.returned().stream().map(AdminHandler::fields).toList());
    document.put("others", inventory.others());
    Map<String, Long> closures = new LinkedHashMap<>();
    for (Closure reason : Closure.values()) {
      closures.put(reason.code(), inventory.closures(reason));
    }
    document.put("closures", closures);
    return json.writeValueAsString(document) + "\n";
  }

  private static Map<String, Object> fields(Sighting sighting) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("site", sighting.site());
    fields.put("kind", word(sighting.kind()));
    fields.put("name", sighting.name());
    if (sighting.service() != null) {
      fields.put("service", sighting.service());
    }
    if (sighting.category() != null) {
      fields.put("category", sighting.category());
    }
    fields.put("outcome", word(sighting.outcome()));
    fields.put("count", sighting.count());
    return fields;
  }

  private static Map<String, Object> fields(ReturnedCookie returned) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("site", returned.site());
    fields.put("name", returned.name());
    fields.put("page", returned.page());
    fields.put("count", returned.count());
    return fields;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void write(
      Response response, Callback callback, int status, String contentType, String text) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(text.getBytes(UTF_8)), callback);
  }
}
