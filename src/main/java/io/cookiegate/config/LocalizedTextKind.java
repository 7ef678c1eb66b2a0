package io.cookiegate.config;

import io.cookiegate.classification.LocalizedText;
import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text by language: BCP 47 primary language subtags (RFC 5646 section 2.2.1) in lower case. */
final class LocalizedTextKind implements Kind<LocalizedText> {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Kind<String> WORDS = Kinds.text("a text that is not blank");

  @Override
  public String form() {
    return "a text by language, such as { en: ... }";
  }

  @Override
  public @Nullable LocalizedText read(Node node, Findings findings) {
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      Kind.refuseType(node, form(), findings);
      return null;
    }
    Map<String, String> byLanguage = new HashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      String text = WORDS.read(entry.value(), findings);
      if (isLanguage(entry, findings) && text != null) {
        byLanguage.put(entry.key(), text);
      }
    }
    return new LocalizedText(byLanguage);
  }

  private static boolean isLanguage(Node.Entry entry, Findings findings) {
    boolean known = LANGUAGE.matcher(entry.key()).matches();
    if (!known) {
      findings.add(
          entry.position(),
          FindingCode.BAD_VALUE,
          entry.value().path(),
          Shown.of(entry.key()) + " is given as a language",
          remedy(entry.key()));
    }
    return known;
  }

  private static String remedy(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return LANGUAGE.matcher(lower).matches()
        ? "did you mean " + lower + "?"
        : "allowed is a language of two or three letters, such as en or sv";
  }
}
