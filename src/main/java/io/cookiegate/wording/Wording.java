package io.cookiegate.wording;

import io.cookiegate.classification.LocalizedText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words of one site: the product's, and the site's own in their place. Immutable. */
public final class Wording {
  /** The product's words alone. */
  public static final Wording BUILT_IN = new Wording(Map.of());

  private final Map<String, LocalizedText> own;
  private final Set<String> languages;

  private Wording(Map<String, LocalizedText> own) {
    this.own = Map.copyOf(own);
    Set<String> all = new LinkedHashSet<>(Texts.LANGUAGES);
    new TreeMap<>(own).values().forEach(text -> all.addAll(text.byLanguage().keySet()));
    this.languages = all;
  }

  /**
   * The words of a site.
   *
   * @param own texts by their key; a language that the product has not comes in by them
   */
  public static Wording with(Map<String, LocalizedText> own) {
    return own.isEmpty() ? BUILT_IN : new Wording(own);
  }

  /** The language for a visitor, by the value of {@code Accept-Language}; English where none fits. */
  public String language(@Nullable String acceptLanguage) {
    return Languages.best(acceptLanguage, languages);
  }

  /** The sentences in a language. */
  public Messages in(String language) {
    return new Messages(own, languages.contains(language) ? language : Texts.LANGUAGES.get(0));
  }
}
