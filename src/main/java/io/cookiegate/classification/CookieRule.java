package io.cookiegate.classification;

import static java.util.Objects.requireNonNull;

import io.cookiegate.diagnostic.Position;
import org.jspecify.annotations.Nullable;

/**
 * The classification of cookies by name.
 *
 * @param pattern the names it means
 * @param domain the domain it is scoped to, lower case, with its subdomains; null for any
 * @param lifetime how long the cookie is stated to stay; null where that is not stated
 * @param enforceLifetime whether a longer stay is shortened to {@code lifetime}
 * @param purpose what this one cookie is for; {@link LocalizedText#NONE} where the service's
 *     purpose says it
 * @param reason why it is in its category, where a source leaves that open; null where it does not
 */
public record CookieRule(
    NamePattern pattern,
    @Nullable String domain,
    @Nullable Lifetime lifetime,
    boolean enforceLifetime,
    LocalizedText purpose,
    @Nullable String reason,
    String service,
    String category,
    Origin origin,
    Position position)
    implements Rule {
  public CookieRule {
    requireNonNull(pattern, "pattern");
    requireNonNull(purpose, "purpose");
    requireNonNull(service, "service");
    requireNonNull(category, "category");
    requireNonNull(origin, "origin");
    requireNonNull(position, "position");
  }

  /** Whether a cookie of this domain is in the rule's scope. */
  boolean inScope(String cookieDomain) {
    return domain == null || isWithin(cookieDomain, domain);
  }

  private static boolean isWithin(String host, String domain) {
    int start = host.length() - domain.length();
    return start >= 0 && host.endsWith(domain) && (start == 0 || host.charAt(start - 1) == '.');
  }
}
