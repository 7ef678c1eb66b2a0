package io.cookiegate.classification;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text in several languages.
 *
 * @param byLanguage the text by its BCP 47 primary language subtag, lower case; never empty unless
 *     the text is {@link #NONE}
 */
public record LocalizedText(Map<String, String> byLanguage) {
  /** The text that says nothing. */
  public static final LocalizedText NONE = new LocalizedText(Map.of());

  private static final String FALLBACK = "en";

  public LocalizedText {
    byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
  }

  /** A text in English only. */
  public static LocalizedText english(String text) {
    return new LocalizedText(Map.of(FALLBACK, text));
  }

  /** Whether there is no text in any language. */
  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /** The text in a language, else in English, else in the first language there is, else empty. */
  public String in(String language) {
    String text = byLanguage.get(language);
    if (text == null) {
      text = byLanguage.get(FALLBACK);
    }
    if (text == null) {
      text = byLanguage.isEmpty() ? "" : byLanguage.values().iterator().next();
    }
    return text;
  }
}
