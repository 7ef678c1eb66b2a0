package io.cookiegate.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.diagnostic.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Packs the catalogue while the product is built, so that no start has to read its YAML.
 *
 * <p>All texts come first, each once, and then numbers: a text is one more than its place among
 * them, 0 for none; a number has seven bits in each byte, the lowest first, and a mark on each byte
 * but the last.
 */
public final class CataloguePacker {
  static final int EXACT = 0;
  static final int WILDCARD = 1;
  static final int REGEX = 2;

  /** A session; a stated time is {@link #TIMED} more than its seconds. */
  static final int SESSION = 1;

  static final int TIMED = 2;

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private CataloguePacker() {}

  /** Writes the packed catalogue into the folder of the compiled classes. */
  public static void main(String[] folder) throws IOException {
    Files.write(Path.of(folder[0]).resolve(Catalogue.PACKED), pack(Catalogue.written()));
  }

  static byte[] pack(Contents contents) {
    CataloguePacker packer = new CataloguePacker();
    packer.each(contents.categories().values(), packer::category);
    packer.each(contents.services().values(), packer::service);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    number(packed, packer.texts.size());
    for (String text : packer.texts.keySet()) {
      byte[] bytes = text.getBytes(UTF_8);
      number(packed, bytes.length);
      packed.writeBytes(bytes);
    }
    packed.writeBytes(packer.body.toByteArray());
    return packed.toByteArray();
  }

  private <T> void each(Collection<T> items, Consumer<T> item) {
    number(items.size());
    items.forEach(item);
  }

  private void category(Category category) {
    text(category.id());
    number(category.needsConsent() ? 1 : 0);
    localized(category.title());
    localized(category.description());
    position(category.position());
  }

  private void service(Service service) {
    text(service.id());
    text(service.name());
    text(service.category());
    localized(service.purpose());
    localized(service.stores());
    localized(service.thirdParty());
    text(service.policy());
    text(service.reason());
    each(service.cookies(), this::cookie);
    each(service.tags(), this::tag);
    each(service.standIns(), this::text);
    position(service.position());
  }

  private void cookie(CookieRule rule) {
    NamePattern pattern = rule.pattern();
    number(
        pattern instanceof NamePattern.Exact
            ? EXACT
            : pattern instanceof NamePattern.Wildcard ? WILDCARD : REGEX);
    text(pattern.text());
    text(rule.domain());
    lifetime(rule.lifetime());
    number(rule.enforceLifetime() ? 1 : 0);
    localized(rule.purpose());
    text(rule.reason());
    text(rule.category());
    position(rule.position());
  }

  private void lifetime(@Nullable Lifetime lifetime) {
    if (lifetime == null) {
      number(0);
    } else if (lifetime.duration() == null) {
      number(SESSION);
    } else {
      number(Math.toIntExact(TIMED + requireNonNull(lifetime.duration()).toSeconds()));
    }
  }

  private void tag(TagRule rule) {
    if (rule instanceof TagRule.Host host) {
      number(0);
      text(host.host());
      text(host.path());
    } else {
      each(((TagRule.Inline) rule).literals(), this::text);
    }
    text(rule.category());
    position(rule.position());
  }

  private void localized(LocalizedText text) {
    number(text.byLanguage().size());
    text.byLanguage()
        .forEach(
            (language, words) -> {
              text(language);
              text(words);
            });
  }

  private void position(Position position) {
    number(position.line());
    number(position.column());
  }

  private void text(@Nullable String text) {
    Integer place = text == null ? Integer.valueOf(0) : texts.get(text);
    if (place == null) {
      place = texts.size() + 1;
      texts.put(requireNonNull(text), place);
    }
    number(place);
  }

  private void number(int number) {
    number(body, number);
  }

  private static void number(ByteArrayOutputStream out, int number) {
    int left = number;
    while (left > 0x7F) {
      out.write(left | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }
}
