package io.cookiegate.wording;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The choice of a language by {@code Accept-Language} (RFC 9110 section 12.5.4). */
public final class Languages {
  private Languages() {}

  /** The best of the product's languages for a field value; English where none is asked for. */
  public static String best(@Nullable String acceptLanguage) {
    return Wording.BUILT_IN.language(acceptLanguage);
  }

  /** The best of some languages, likewise. */
  static String best(@Nullable String acceptLanguage, Set<String> languages) {
    String best = Texts.LANGUAGES.get(0);
    double bestWeight = 0;
    if (acceptLanguage != null) {
      for (String range : acceptLanguage.split(",", 64)) {
        String language = known(range, languages);
        double weight = language == null ? 0 : weight(range);
        if (language != null && weight > bestWeight) {
          best = language;
          bestWeight = weight;
        }
      }
    }
    return best;
  }

  private static @Nullable String known(String range, Set<String> languages) {
    int end = 0;
    String text = range.strip().toLowerCase(Locale.ROOT);
    while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    String language = text.substring(0, end);
    // Both written forms of Norwegian are served by the one that there is.
    String served = language.equals("nb") || language.equals("nn") ? "no" : language;
    return languages.contains(served) ? served : null;
  }

  private static double weight(String range) {
    int q = range.indexOf("q=");
    if (q < 0) {
      return 1;
    }
    try {
      return Double.parseDouble(range.substring(q + 2).strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
