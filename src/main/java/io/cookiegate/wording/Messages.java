package io.cookiegate.wording;

import io.cookiegate.classification.LocalizedText;
import java.util.Map;
import java.util.Set;

/** The sentences for visitors in one language: a site's own where it has them, else the product's. */
public final class Messages {
  /** The languages of writing systems that run from right to left (Unicode CLDR). */
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

  private final Map<String, LocalizedText> own;
  private final String language;

  Messages(Map<String, LocalizedText> own, String language) {
    this.own = own;
    this.language = language;
  }

  /** The product's sentences in a language, a primary subtag; in English where it has none in it. */
  public static Messages in(String language) {
    return Wording.BUILT_IN.in(language);
  }

  /** The language they are in, a primary subtag. */
  public String language() {
    return language;
  }

  /** The direction of the language, as the {@code dir} attribute has it. */
  public String direction() {
    return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
  }

  /** A sentence. */
  public String text(String key) {
    LocalizedText shipped = Texts.shipped(key);
    LocalizedText mine = own.get(key);
    if (mine == null) {
      return shipped.in(language);
    }
    // A language that the site did not write keeps the product's words, if it has them.
    boolean written = mine.byLanguage().containsKey(language);
    return written || !shipped.byLanguage().containsKey(language)
        ? mine.in(language)
        : shipped.in(language);
  }

  /** A sentence with one word filled in at its blank. */
  public String text(String key, String word) {
    return text(key).replace(Texts.BLANK, word);
  }
}
