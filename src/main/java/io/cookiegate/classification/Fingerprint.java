package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of a classification's meaning: places in files are left out, order is kept. */
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  static String of(Collection<Category> categories, Collection<Service> services) {
    Fingerprint fingerprint = new Fingerprint(sha256());
    categories.forEach(fingerprint::category);
    services.forEach(fingerprint::service);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void category(Category category) {
    put("category", category.id(), category.needsConsent());
    put(category.title());
    put(category.description());
  }

  private void service(Service service) {
    put("service", service.id(), service.name(), service.category());
    put(service.purpose());
    put(service.stores());
    put(service.thirdParty());
    put(service.standIns());
    service.cookies().forEach(this::cookie);
    service.tags().forEach(this::tag);
  }

  private void cookie(CookieRule rule) {
    Lifetime lifetime = rule.lifetime();
    put("cookie", rule.pattern().getClass().getSimpleName(), rule.pattern().text());
    put(rule.domain(), lifetime != null, lifetime == null ? null : lifetime.duration());
    put(rule.enforceLifetime(), rule.category(), rule.origin());
  }

  // Not the record's own text, for which a virtual machine makes code at its first use.
  private void put(LocalizedText text) {
    put("text", text.byLanguage());
  }

  private void tag(TagRule rule) {
    if (rule instanceof TagRule.Host host) {
      put("host", host.host(), host.path(), rule.category(), rule.origin());
    } else if (rule instanceof TagRule.Inline inline) {
      put("inline", inline.literals(), rule.category(), rule.origin());
    }
  }

  // Each field is framed by its length, so that no two classifications run into one another.
  private void put(@Nullable Object... fields) {
    for (Object field : fields) {
      byte[] bytes = String.valueOf(field).getBytes(UTF_8);
      digest.update((bytes.length + ":").getBytes(UTF_8));
      digest.update(bytes);
    }
  }
}
