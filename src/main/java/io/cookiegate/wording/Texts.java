package io.cookiegate.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.classification.LocalizedText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The product's own texts: every key, in every language that ships. */
public final class Texts {
  /** Where a word of the occasion stands in a text. */
  public static final String BLANK = "{}";

  /** The languages that ship, English first. */
  public static final List<String> LANGUAGES = List.of("en", "sv", "de", "fr", "fi", "no", "da");

  private static final Map<String, LocalizedText> SHIPPED = load();

  private Texts() {}

  /** The key of every text. */
  public static Set<String> keys() {
    return SHIPPED.keySet();
  }

  /** Whether the text of a key has a blank, so that any other in its place must. */
  public static boolean hasBlank(String key) {
    return shipped(key).in("en").contains(BLANK);
  }

  static LocalizedText shipped(String key) {
    return Objects.requireNonNull(SHIPPED.get(key), key);
  }

  private static Map<String, LocalizedText> load() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (String language : LANGUAGES) {
      properties(language)
          .forEach(
              (key, text) ->
                  all.computeIfAbsent(key.toString(), first -> new TreeMap<>())
                      .put(language, text.toString()));
    }
    Map<String, LocalizedText> texts = new TreeMap<>();
    all.forEach((key, text) -> texts.put(key, new LocalizedText(text)));
    return Collections.unmodifiableMap(texts);
  }

  private static Properties properties(String language) {
    String name = "messages_" + language + ".properties";
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(name), name), UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
