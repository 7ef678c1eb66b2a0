package io.cookiegate.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.diagnostic.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The template of the banner: the product's own, and what a site may write in its place. */
public final class BannerTemplate {
  private static final String RESOURCE = "banner.mustache";

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          Set.of(
              "accept",
              "action",
              "choose",
              "choose-url",
              "declaration",
              "declaration-url",
              "direction",
              "language",
              "nonce",
              "refuse",
              "return",
              "saved",
              "script-url",
              "stylesheet-url",
              "text",
              "title"),
          Map.of("purposes", Set.of("name", "description"), "added", Set.of("text")),
          Set.of("accept", "action", "choose-url", "refuse", "return"));

  /** The product's own. */
  public static final Template BUILT_IN = builtIn();

  private BannerTemplate() {}

  /**
   * A site's own.
   *
   * @param file the name of the file it was read from
   * @return null where a finding was made
   */
  public static @Nullable Template parse(String file, String source, Findings findings) {
    return TemplateParser.parse(file, source, VOCABULARY, findings);
  }

  private static Template builtIn() {
    Findings findings = new Findings();
    Template template = parse(RESOURCE, source(), findings);
    if (template == null) {
      throw new IllegalStateException(findings.inOrder().toString());
    }
    return template;
  }

  private static String source() {
    try (InputStream in =
        Objects.requireNonNull(BannerTemplate.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
