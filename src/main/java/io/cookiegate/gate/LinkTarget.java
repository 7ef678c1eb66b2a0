package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.classification.TagRule;
import io.cookiegate.host.RegistrableDomain;
import io.cookiegate.host.WebUrl;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decision about a URL in a header field, where there are few and Strings are at hand. */
final class LinkTarget {
  private LinkTarget() {}

  static boolean isGated(String url, RequestHead request, SiteRules rules, Gating gating) {
    WebUrl base =
        WebUrl.parse((request.secure() ? "https://" : "http://") + request.host() + "/", null);
    WebUrl target = WebUrl.parse(url, base);
    String host = target == null || !target.isNetwork() ? null : target.matchHost();
    if (target == null || host == null) {
      return false;
    }
    TagRule rule = rule(host, target.path(), rules);
    return rule != null
        ? gating.gates(rule)
        : rules.unclassifiedTags() == Unclassified.REMOVE && isThirdParty(host, request.host());
  }

  private static TagRule.@Nullable Host rule(String host, String path, SiteRules rules) {
    byte[] hostBytes = host.getBytes(UTF_8);
    byte[] pathBytes = path.getBytes(UTF_8);
    return rules
        .classification()
        .host(hostBytes, 0, hostBytes.length, pathBytes, 0, pathBytes.length);
  }

  private static boolean isThirdParty(String host, String site) {
    String own = RegistrableDomain.of(site);
    return own == null ? !host.equals(site) : !Objects.equals(own, RegistrableDomain.of(host));
  }
}
