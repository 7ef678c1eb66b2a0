package io.cookiegate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Content-Security-Policy of a page that gets the gate's markup (CSP Level 3). The banner has a
 * style sheet and a form of the page's own origin; a policy that keeps either away gets {@code
 * 'self'} in that one place, and stays as it is in every other. Scripts get as little as there is: the
 * gate's own take the page's nonce, and where it has none, the folder of the gate's own files is
 * allowed and nothing else of the origin.
 */
final class ContentPolicy {
  private static final String SELF = "'self'";
  private static final String NONE = "'none'";
  private static final String NONCE = "'nonce-";

  private ContentPolicy() {}

  /**
   * A field's policies, so that the gate's markup works under each; the same where it does.
   *
   * @param scripts the source of the gate's own scripts (CSP 3, section 2.3.1); empty where there is
   *     none
   */
  static String allowingMarkup(String field, String scripts) {
    List<String> policies = new ArrayList<>();
    for (String policy : field.split(",", -1)) {
      policies.add(allowingScript(allowingStyle(allowingForm(policy)), scripts));
    }
    return String.join(",", policies);
  }

  /**
   * The source of scripts in a folder of an origin.
   *
   * @param origin scheme, host and port
   * @param folder a path; empty where there is none
   */
  static String source(String origin, String folder) {
    String authority = origin.substring(origin.indexOf("//") + 2);
    boolean plain = authority.chars().allMatch(c -> c < 0x80 && isOfHost((char) c));
    return plain && !folder.isEmpty() ? authority + folder : "";
  }

  private static boolean isOfHost(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ':';
  }

  private static String allowingForm(String policy) {
    return allowing(policy, "form-action", SELF);
  }

  private static String allowingStyle(String policy) {
    return allowing(policy, List.of("style-src-elem", "style-src"), SELF);
  }

  private static String allowingScript(String policy, String source) {
    return source.isEmpty()
        ? policy
        : allowing(policy, List.of("script-src-elem", "script-src"), source);
  }

  /** Allows a source in the first directive of some that there is, else beside the default. */
  private static String allowing(String policy, List<String> names, String source) {
    for (String name : names) {
      if (!sources(policy, name).isEmpty()) {
        return allowing(policy, name, source);
      }
    }
    String fallback = sources(policy, "default-src");
    String name = names.get(names.size() - 1);
    return fallback.isEmpty() || allows(fallback, source)
        ? policy
        : policy + "; " + name + with(source, fallback.substring("default-src".length()));
  }

  private static String allowing(String policy, String name, String source) {
    String directive = sources(policy, name);
    if (directive.isEmpty() || allows(directive, source)) {
      return policy;
    }
    int at = policy.indexOf(directive);
    String rest = policy.substring(at + directive.length());
    String sources = with(source, directive.substring(name.length()));
    return policy.substring(0, at) + directive.substring(0, name.length()) + sources + rest;
  }

  private static String with(String added, String sources) {
    StringBuilder kept = new StringBuilder();
    for (String source : words(sources)) {
      if (!source.equalsIgnoreCase(NONE)) {
        kept.append(' ').append(source);
      }
    }
    return kept + " " + added;
  }

  private static boolean allows(String directive, String added) {
    boolean scripts = !added.equals(SELF);
    for (String source : words(directive.toLowerCase(Locale.ROOT))) {
      boolean own = source.equals("*") || source.equals(SELF) || source.equalsIgnoreCase(added);
      // With a nonce the gate's own scripts have it; beside 'strict-dynamic' addresses do not
      // count.
      boolean other = source.startsWith(NONCE) || source.equals("'strict-dynamic'");
      if (own || (scripts && other)) {
        return true;
      }
    }
    return false;
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
    if (!field.contains(NONCE) && !field.toLowerCase(Locale.ROOT).contains(NONCE)) {
      return "";
    }
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
    if (field.isEmpty()) {
      return true;
    }
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
