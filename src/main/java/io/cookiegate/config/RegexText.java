package io.cookiegate.config;

import io.cookiegate.classification.NamePattern;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression for cookie names. */
final class RegexText implements Kind.OfText<NamePattern> {
  private static final int LONGEST = 300;

  @Override
  public String form() {
    return "a regular expression of at most " + LONGEST + " characters";
  }

  @Override
  public @Nullable NamePattern parse(String text) {
    return text.isEmpty() || text.length() > LONGEST ? null : compiled(text);
  }

  private static @Nullable NamePattern compiled(String text) {
    try {
      return new NamePattern.Regex(text);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  @Override
  public String remedy(String text) {
    String complaint = text.length() > LONGEST ? "" : complaint(text);
    return complaint.isEmpty()
        ? "allowed is " + form()
        : "allowed is " + form() + " (" + complaint + ")";
  }

  private static String complaint(String text) {
    try {
      return new NamePattern.Regex(text).text().isEmpty() ? "it is empty" : "";
    } catch (PatternSyntaxException e) {
      return e.getDescription().lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    }
  }
}
