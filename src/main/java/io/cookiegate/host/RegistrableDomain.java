package io.cookiegate.host;

import com.google.common.net.InternetDomainName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The domain under a public suffix that somebody registered: {@code example.co.uk} of {@code a.b.example.co.uk}. */
public final class RegistrableDomain {
  private RegistrableDomain() {}

  /**
   * The registrable domain of a host, or null for an IP address, a public suffix or a single label.
   * Where the Public Suffix List names no rule, the rule {@code *} holds, as its algorithm says: the
   * last label is the suffix.
   */
  public static @Nullable String of(String host) {
    if (!InternetDomainName.isValid(host) || isIpAddress(host)) {
      return null;
    }
    InternetDomainName name = InternetDomainName.from(host);
    if (name.hasPublicSuffix()) {
      return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : null;
    }
    int labels = name.parts().size();
    return labels < 2 ? null : name.parts().get(labels - 2) + "." + name.parts().get(labels - 1);
  }

  /** The domains a cookie of this host can belong to: the host itself, then each parent down to the registrable one. */
  public static List<String> parents(String host) {
    List<String> domains = new ArrayList<>();
    domains.add(host);
    String last = of(host);
    for (String domain = host; last != null && !domain.equals(last); ) {
      domain = domain.substring(domain.indexOf('.') + 1);
      domains.add(domain);
    }
    return List.copyOf(domains);
  }

  private static boolean isIpAddress(String host) {
    return Character.isDigit(host.charAt(host.length() - 1));
  }
}
