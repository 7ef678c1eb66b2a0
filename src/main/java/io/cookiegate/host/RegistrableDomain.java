package io.cookiegate.host;

import com.google.common.net.InternetDomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The domain under a public suffix that somebody registered: {@code example.co.uk} of {@code
 * a.b.example.co.uk}. It is the widest a cookie of a host can reach.
 *
 * <p>Hosts are expected as {@link HostName} and {@link WebUrl#matchHost} give them.
 */
public final class RegistrableDomain {
  /** A site's own hosts are asked about with each of its pages, and are few. */
  private static final int REMEMBERED = 64;

  private static final AtomicReferenceArray<@Nullable Known> KNOWN =
      new AtomicReferenceArray<>(REMEMBERED);

  private record Known(String host, @Nullable String domain) {}

  private RegistrableDomain() {}

  /**
   * The registrable domain of a host, or null for an IP address, a public suffix or a single label.
   * Private suffixes ({@code github.io}) count, as they do for cookies; under a suffix that the list
   * does not have, its default rule makes the last label the suffix, as in browsers.
   */
  public static @Nullable String of(String host) {
    int place = host.hashCode() & (REMEMBERED - 1);
    Known known = KNOWN.get(place);
    if (known == null || !known.host.equals(host)) {
      known = new Known(host, find(host));
      KNOWN.set(place, known);
    }
    return known.domain;
  }

  @SuppressWarnings("UnstableApiUsage")
  private static @Nullable String find(String host) {
    if (isIpAddress(host) || !InternetDomainName.isValid(host)) {
      return null;
    }
    InternetDomainName name = InternetDomainName.from(host);
    if (!name.hasPublicSuffix()) {
      return lastTwoLabels(host);
    }
    return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : null;
  }

  /**
   * The domains for which this host can set a cookie: the host itself, then each parent down to the
   * registrable one. None where there is no registrable one: browsers take no Domain there.
   */
  public static List<String> parents(String host) {
    String last = of(host);
    if (last == null) {
      return List.of();
    }
    List<String> domains = new ArrayList<>();
    String domain = host;
    while (!domain.equals(last)) {
      domains.add(domain);
      domain = domain.substring(domain.indexOf('.') + 1);
    }
    domains.add(domain);
    return List.copyOf(domains);
  }

  private static @Nullable String lastTwoLabels(String host) {
    int last = host.lastIndexOf('.');
    return last < 0 ? null : host.substring(host.lastIndexOf('.', last - 1) + 1);
  }

  private static boolean isIpAddress(String host) {
    return host.startsWith("[") || Ipv4Parser.endsInNumber(host);
  }
}
