package io.cookiegate.classification;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cookie names that a rule means. Names are compared with case, as browsers keep them. */
public sealed interface NamePattern {
  /** The pattern as it is written in the file. */
  String text();

  /** Whether a cookie name is meant. */
  boolean matches(String name);

  /** One name. */
  record Exact(String text) implements NamePattern {
    @Override
    public boolean matches(String name) {
      return text.equals(name);
    }
  }

  /** A name in which each {@code *} stands for any characters, also none. */
  record Wildcard(String text) implements NamePattern {
    public Wildcard {
      if (text.indexOf('*') < 0) {
        throw new IllegalArgumentException("a wildcard has a '*': " + text);
      }
    }

    /** The characters before the first {@code *}. */
    public String prefix() {
      return text.substring(0, text.indexOf('*'));
    }

    /** The number of characters that are not {@code *}: the longest wildcard wins. */
    public int literalLength() {
      return (int) text.chars().filter(c -> c != '*').count();
    }

    @Override
    public boolean matches(String name) {
      return WildcardMatch.matches(text, name);
    }
  }

  /** A regular expression that the whole name must match. */
  record Regex(String text, Pattern pattern, String prefix) implements NamePattern {
    public Regex(String text) {
      this(text, Pattern.compile(text), prefixOf(text));
    }

    /** The characters with which every name begins that is meant, as far as they are plain to see. */
    private static String prefixOf(String text) {
      int end = 0;
      while (end < text.length() && isLiteral(text.charAt(end))) {
        end++;
      }
      boolean whole = text.indexOf('|') < 0;
      boolean counted = end < text.length() && "?*+{".indexOf(text.charAt(end)) >= 0;
      return whole ? text.substring(0, counted ? Math.max(0, end - 1) : end) : "";
    }

    private static boolean isLiteral(char c) {
      return (c >= '0' && c <= '9')
          || (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || c == '_'
          || c == '-';
    }

    // A matcher takes half a kilobyte, and most names are none's.
    @Override
    public boolean matches(String name) {
      return name.startsWith(prefix) && pattern.matcher(name).matches();
    }

    // A Pattern compares by identity; two rules are the same when they are spelled the same.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Regex regex && regex.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }
}
