package io.cookiegate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Content-Security-Policy of a page that gets the gate's markup (CSP Level 3). The banner has a
 * style sheet and a form of the page's own origin; a policy that keeps either away gets {@code
 * 'self'} in that one place, and stays as it is in every other. Its scripts get nothing: the gate's
 * own, which nobody needs, takes the page's nonce, or is not run.
 */
final class ContentPolicy {
  private static final String SELF = "'self'";
  private static final String NONE = "'none'";
  private static final String NONCE = "'nonce-";

  private ContentPolicy() {}

  /** A field's policies, so that the gate's markup works under each; the same where it does. */
  static String allowingMarkup(String field) {
    List<String> policies = new ArrayList<>();
    for (String policy : field.split(",", -1)) {
      policies.add(allowingStyle(allowingForm(policy)));
    }
    return String.join(",", policies);
  }

  private static String allowingForm(String policy) {
    return allowing(policy, "form-action");
  }

  private static String allowingStyle(String policy) {
    for (String name : List.of("style-src-elem", "style-src")) {
      if (!sources(policy, name).isEmpty()) {
        return allowing(policy, name);
      }
    }
    String fallback = sources(policy, "default-src");
    return fallback.isEmpty() || allowsSelf(fallback)
        ? policy
        : policy + "; style-src" + withSelf(fallback.substring("default-src".length()));
  }

  private static String allowing(String policy, String name) {
    String directive = sources(policy, name);
    if (directive.isEmpty() || allowsSelf(directive)) {
      return policy;
    }
    int at = policy.indexOf(directive);
    String rest = policy.substring(at + directive.length());
    String sources = withSelf(directive.substring(name.length()));
    return policy.substring(0, at) + directive.substring(0, name.length()) + sources + rest;
  }

  private static String withSelf(String sources) {
    StringBuilder kept = new StringBuilder();
    for (String source : words(sources)) {
      if (!source.equalsIgnoreCase(NONE)) {
        kept.append(' ').append(source);
      }
    }
    return kept + " " + SELF;
  }

  private static boolean allowsSelf(String directive) {
    List<String> sources = words(directive);
    return sources.contains("*") || sources.stream().anyMatch(SELF::equalsIgnoreCase);
  }

  /** The first directive of a name, with its name, as it is written; empty where there is none. */
  private static String sources(String policy, String name) {
    for (String part : policy.split(";", -1)) {
      String directive = part.strip();
      List<String> words = words(directive);
      if (!words.isEmpty() && words.get(0).equalsIgnoreCase(name)) {
        return directive;
      }
    }
    return "";
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[ \\t\\n\\f\\r]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** The nonce by which a field's policies allow scripts; empty where there is none. */
  static String nonce(String field) {
    for (String policy : field.split(",", -1)) {
      for (String name : List.of("script-src-elem", "script-src", "default-src")) {
        for (String source : words(sources(policy, name))) {
          if (source.toLowerCase(Locale.ROOT).startsWith(NONCE) && source.endsWith("'")) {
            return source.substring(NONCE.length(), source.length() - 1);
          }
        }
      }
    }
    return "";
  }

  /** Whether a page under a field's policies may send a form to its own site at all. */
  static boolean letsAnswer(String field) {
    for (String policy : field.split(",", -1)) {
      List<String> sandbox = words(sources(policy, "sandbox").toLowerCase(Locale.ROOT));
      boolean open = sandbox.contains("allow-forms") && sandbox.contains("allow-same-origin");
      if (!sandbox.isEmpty() && !open) {
        return false;
      }
    }
    return true;
  }
}
