package io.cookiegate.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.diagnostic.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The catalogue as {@link CataloguePacker} packed it, from its first byte to its last. */
final class PackedCatalogue {
  private final byte[] bytes;
  private final String[] texts;
  private int at;

  private PackedCatalogue(byte[] bytes) {
    this.bytes = bytes;
    texts = new String[number()];
    for (int i = 0; i < texts.length; i++) {
      int length = number();
      texts[i] = new String(bytes, at, length, UTF_8);
      at += length;
    }
  }

  static Contents read(byte[] bytes) {
    PackedCatalogue packed = new PackedCatalogue(bytes);
    Map<String, Category> categories = new LinkedHashMap<>();
    for (int left = packed.number(); left > 0; left--) {
      Category category = packed.category();
      categories.put(category.id(), category);
    }
    Map<String, Service> services = new LinkedHashMap<>();
    for (int left = packed.number(); left > 0; left--) {
      Service service = packed.service();
      services.put(service.id(), service);
    }
    return new Contents(categories, services);
  }

  private Category category() {
    return new Category(text(), number() == 1, localized(), localized(), position());
  }

  private Service service() {
    String id = text();
    return new Service(
        id,
        text(),
        text(),
        localized(),
        localized(),
        localized(),
        textOrNull(),
        textOrNull(),
        cookies(id),
        tags(id),
        texts(number()),
        Origin.CATALOGUE,
        position());
  }

  private List<CookieRule> cookies(String service) {
    int count = number();
    List<CookieRule> cookies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cookies.add(
          new CookieRule(
              pattern(),
              textOrNull(),
              lifetime(),
              number() == 1,
              localized(),
              textOrNull(),
              service,
              text(),
              Origin.CATALOGUE,
              position()));
    }
    return cookies;
  }

  private NamePattern pattern() {
    int kind = number();
    String text = text();
    return kind == CataloguePacker.EXACT
        ? new NamePattern.Exact(text)
        : kind == CataloguePacker.WILDCARD
            ? new NamePattern.Wildcard(text)
            : new NamePattern.Regex(text);
  }

  private @Nullable Lifetime lifetime() {
    int given = number();
    return given == 0
        ? null
        : given == CataloguePacker.SESSION
            ? Lifetime.SESSION
            : Lifetime.of(Duration.ofSeconds(given - CataloguePacker.TIMED));
  }

  private List<TagRule> tags(String service) {
    int count = number();
    List<TagRule> tags = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      tags.add(tag(service));
    }
    return tags;
  }

  private TagRule tag(String service) {
    int literals = number();
    return literals == 0
        ? new TagRule.Host(text(), text(), service, text(), Origin.CATALOGUE, position())
        : new TagRule.Inline(texts(literals), service, text(), Origin.CATALOGUE, position());
  }

  private List<String> texts(int count) {
    List<String> some = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      some.add(text());
    }
    return some;
  }

  private LocalizedText localized() {
    int count = number();
    if (count == 0) {
      return LocalizedText.NONE;
    }
    Map<String, String> byLanguage = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      byLanguage.put(text(), text());
    }
    return new LocalizedText(byLanguage);
  }

  private Position position() {
    return new Position(Catalogue.NAME, number(), number());
  }

  private String text() {
    return requireNonNull(textOrNull());
  }

  private @Nullable String textOrNull() {
    int place = number();
    return place == 0 ? null : texts[place - 1];
  }

  private int number() {
    int number = 0;
    int shift = 0;
    byte next = bytes[at++];
    while (next < 0) {
      number |= (next & 0x7F) << shift;
      shift += 7;
      next = bytes[at++];
    }
    return number | next << shift;
  }
}
