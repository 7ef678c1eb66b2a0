package io.cookiegate.config;

import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.diagnostic.FindingCode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a site keeps its visitors' consent. */
final class ConsentReader {
  private ConsentReader() {}

  /** The policy of a site; null, with the finding made, where it contradicts itself. */
  static @Nullable ConsentPolicy read(Fields site) {
    Fields fields = site.open(GateKeys.CONSENT, GateKeys.SITE_CONSENT);
    String cookie = fields.orDefault(GateKeys.COOKIE_NAME);
    ConsentPolicy usual = ConsentPolicy.named(cookie);
    String companion = fields.get(GateKeys.PURPOSES_COOKIE);
    Set<String> granted = values(fields, GateKeys.GRANTED, usual.granted());
    Set<String> refused = values(fields, GateKeys.REFUSED, usual.refused());
    Duration lifetime = fields.orDefault(GateKeys.LIFETIME);
    boolean honourGpc = fields.orDefault(GateKeys.HONOUR_GPC);
    boolean asksAgain = fields.orDefault(GateKeys.ASK_AGAIN);
    boolean contradicted = isContradicted(fields, granted, refused);
    boolean shared = isShared(fields, cookie, companion);
    if (contradicted || shared) {
      return null;
    }
    String purposes = companion == null ? usual.purposesCookie() : companion;
    return new ConsentPolicy(cookie, granted, refused, lifetime, purposes, honourGpc, asksAgain);
  }

  private static Set<String> values(
      Fields fields, Key<List<Kind.Item<String>>> key, Set<String> usual) {
    Set<String> values = new LinkedHashSet<>(Kind.Item.values(fields.items(key)));
    return values.isEmpty() ? usual : values;
  }

  private static boolean isContradicted(Fields fields, Set<String> granted, Set<String> refused) {
    String both = granted.stream().filter(refused::contains).findFirst().orElse(null);
    if (both == null) {
      return false;
    }
    fields.refuse(
        fields.has(GateKeys.REFUSED) ? GateKeys.REFUSED : GateKeys.GRANTED,
        FindingCode.CONFLICT,
        Shown.of(both) + " is given for yes and for no",
        "allowed is each value once");
    return true;
  }

  private static boolean isShared(Fields fields, String cookie, @Nullable String companion) {
    if (companion == null || !ConsentPolicy.named(cookie).ownsBesides(companion)) {
      return false;
    }
    fields.refuse(
        GateKeys.PURPOSES_COOKIE,
        FindingCode.CONFLICT,
        Shown.of(cookie) + " is given for both cookies",
        "allowed is a name of its own");
    return true;
  }
}
