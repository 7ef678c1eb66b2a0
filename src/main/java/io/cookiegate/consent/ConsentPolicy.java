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
 */
public record ConsentPolicy(
    String cookie,
    Set<String> granted,
    Set<String> refused,
    Duration lifetime,
    String purposesCookie,
    boolean honourGpc) {
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

  /** The default policy with another cookie name. */
  public static ConsentPolicy named(String cookie) {
    return new ConsentPolicy(
        cookie, Set.of("true"), Set.of("false"), Duration.ofDays(730), cookie + "-purposes", true);
  }
}
