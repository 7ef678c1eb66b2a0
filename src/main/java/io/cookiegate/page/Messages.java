package io.cookiegate.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The product's sentences for visitors in one language. */
final class Messages {
  private static final String FALLBACK = "en";
  private static final List<String> LANGUAGES =
      List.of(FALLBACK, "sv", "de", "fr", "fi", "no", "da");
  private static final Map<String, Messages> BY_LANGUAGE = new LinkedHashMap<>();

  static {
    LANGUAGES.forEach(language -> BY_LANGUAGE.put(language, new Messages(load(language))));
  }

  private final Properties texts;

  private Messages(Properties texts) {
    this.texts = texts;
  }

  /** The languages that there are, English first. */
  static List<String> languages() {
    return LANGUAGES;
  }

  /** The sentences in a language, a primary subtag; in English where there are none in it. */
  static Messages in(String language) {
    Messages messages = BY_LANGUAGE.get(language);
    return messages == null ? Objects.requireNonNull(BY_LANGUAGE.get(FALLBACK)) : messages;
  }

  String text(String key) {
    return Objects.requireNonNull(texts.getProperty(key), key);
  }

  /** A sentence with one word filled in at {@code {}}. */
  String text(String key, String word) {
    return text(key).replace("{}", word);
  }

  private static Properties load(String language) {
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(Resource.text("messages_" + language + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
