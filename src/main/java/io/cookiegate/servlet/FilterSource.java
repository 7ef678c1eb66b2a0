package io.cookiegate.servlet;

import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a filter's parameters say: where its {@code gate.yaml} is ({@code config}), or the keys of
 * one site.
 */
final class FilterSource implements Supplier<Loaded<GateConfig>> {
  private static final String CONFIG = "config";
  private static final String CLASSIFICATION = "classification";

  private final Map<String, String> parameters;
  private final @Nullable Location location;

  private FilterSource(Map<String, String> parameters, @Nullable Location location) {
    this.parameters = parameters;
    this.location = location;
  }

  static FilterSource of(Map<String, String> parameters, ServletContext context)
      throws ServletException {
    String config = parameters.get(CONFIG);
    String classification = parameters.get(CLASSIFICATION);
    if (config != null && parameters.size() > 1) {
      throw new ServletException(
          "Cookie Gate has config beside other parameters; what they say belongs into that file.");
    }
    String named = config == null ? classification : config;
    Location location = named == null ? null : Location.of(named, context);
    return new FilterSource(new HashMap<>(parameters), location);
  }

  /** Whether what is read can change while the application runs. */
  boolean canChange() {
    return location != null && location.isFile();
  }

  @Override
  public Loaded<GateConfig> get() {
    if (location == null) {
      return ConfigLoader.loadFilter(parameters, Path.of("parameters"));
    }
    return location.with(
        file ->
            parameters.containsKey(CONFIG) ? ConfigLoader.loadFilter(file) : byParameters(file));
  }

  /** File names are meant from the folder of the file that is named in parameters. */
  private Loaded<GateConfig> byParameters(Path classification) {
    Map<String, String> resolved = new HashMap<>(parameters);
    resolved.put(CLASSIFICATION, String.valueOf(classification.getFileName()));
    return ConfigLoader.loadFilter(resolved, classification);
  }
}
