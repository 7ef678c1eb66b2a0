package io.cookiegate.consent;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How a site keeps its visitors' consent.
 *
 * @param cookie the name of the consent cookie
 * @param granted the exact values that mean yes, the one that the gate writes first
 * @param refused the exact values that mean no, likewise; any other value counts as not asked
 * @param lifetime how long a choice made through the gate is kept
 * @param purposesCookie the name of the companion that lists categories chosen one by one
 * @param honourGpc whether {@code Sec-GPC: 1} counts as a refusal while no choice was made
 * @param asksAgain whether visitors who accepted are asked again about what was added since
 */
public record ConsentPolicy(
    String cookie,
    Set<String> granted,
    Set<String> refused,
    Duration lifetime,
    String purposesCookie,
    boolean honourGpc,
    boolean asksAgain) {
  static final String REVISION = "-revision";
  static final String ONCE = "-once";

  /** The contract of the first site: {@code acceptcookies}, {@code true} or {@code false}. */
  public static final ConsentPolicy DEFAULT = named("acceptcookies");

  public ConsentPolicy {
    requireNonNull(cookie, "cookie");
    granted = inOrder(granted);
    refused = inOrder(refused);
    requireNonNull(lifetime, "lifetime");
    requireNonNull(purposesCookie, "purposesCookie");
    if (granted.stream().anyMatch(refused::contains)) {
      throw new IllegalArgumentException("a value cannot mean both yes and no");
    }
  }

  private static Set<String> inOrder(Set<String> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a choice needs a value that says it");
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(values));
  }

  /** The value by which the gate itself writes a yes: the first. */
  public String grantedValue() {
    return granted.iterator().next();
  }

  /** The value by which the gate itself writes a no: the first. */
  public String refusedValue() {
    return refused.iterator().next();
  }

  /** The name of the cookie that remembers what a visitor who accepted was asked about. */
  public String revisionCookie() {
    return cookie + REVISION;
  }

  /** The name of the cookie by which one page view is allowed some services. */
  public String onceCookie() {
    return cookie + ONCE;
  }

  /** Whether a cookie is one of those that hold the choice. */
  public boolean owns(String name) {
    return name.equals(purposesCookie) || ownsBesides(name);
  }

  /** Whether a cookie is one of those that hold the choice, other than the companion. */
  public boolean ownsBesides(String name) {
    return name.startsWith(cookie)
        && (name.length() == cookie.length() || isSuffix(name, REVISION) || isSuffix(name, ONCE));
  }

  private boolean isSuffix(String name, String suffix) {
    return name.length() == cookie.length() + suffix.length() && name.endsWith(suffix);
  }

  /** The same policy, asking visitors again or not. */
  public ConsentPolicy asking(boolean again) {
    return again == asksAgain
        ? this
        : new ConsentPolicy(cookie, granted, refused, lifetime, purposesCookie, honourGpc, again);
  }

  /** The default policy with another cookie name. */
  public static ConsentPolicy named(String cookie) {
    return new ConsentPolicy(
        cookie,
        Set.of("true"),
        Set.of("false"),
        Duration.ofDays(730),
        cookie + "-purposes",
        true,
        true);
  }
}
