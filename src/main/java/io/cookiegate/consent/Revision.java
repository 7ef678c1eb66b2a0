package io.cookiegate.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the visitors of a site are asked about, in one revision of its classification: each category
 * that needs consent, and each service of the site's own that such a category gates. Immutable.
 *
 * <p>The stamp is a cookie's value that names all of it, four letters for each, in the alphabet of
 * RFC 4648 section 5. A visitor keeps the stamp of what they were asked about, so that what was
 * added since can be told without keeping anything here; what was taken out changes nothing for
 * them. Services of the catalogue that the site does not list come under their category.
 */
public final class Revision {
  private static final int LETTERS = 4;

  private final Map<String, String> categories = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> services = new LinkedHashMap<>();
  private final String stamp;

  private Revision(Classification classification) {
    for (Category category : classification.categories()) {
      if (category.needsConsent()) {
        categories.put(category.id(), mark(category.id()));
      }
    }
    classification.services().stream()
        .filter(service -> service.origin() == Origin.SITE)
        .forEach(this::service);
    Set<String> marks = new TreeSet<>(categories.values());
    services.values().forEach(gated -> marks.addAll(gated.values()));
    stamp = String.join("", marks);
  }

  /** The revision that a classification is. */
  public static Revision of(Classification classification) {
    return new Revision(classification);
  }

  private void service(Service service) {
    Set<String> gating = new TreeSet<>();
    gating.add(service.category());
    service.cookies().stream().map(CookieRule::category).forEach(gating::add);
    service.tags().stream().map(TagRule::category).forEach(gating::add);
    gating.retainAll(categories.keySet());
    if (!gating.isEmpty()) {
      Map<String, String> marks = new TreeMap<>();
      gating.forEach(category -> marks.put(category, mark(category + "/" + service.id())));
      services.put(service.id(), marks);
    }
  }

  private static String mark(String subject) {
    byte[] hash = sha256().digest(subject.getBytes(UTF_8));
    return Base64.getUrlEncoder().encodeToString(hash).substring(0, LETTERS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The value that remembers that a visitor was asked about all of this. */
  public String stamp() {
    return stamp;
  }

  /**
   * What was added since a visitor was asked. Of several stamps only what all of them name counts;
   * one that cannot be read names nothing.
   */
  Added since(List<String> stamps) {
    if (stamps.stream().allMatch(stamp::equals)) {
      return Added.NONE;
    }
    Set<String> asked = marks(stamps.get(0));
    stamps.forEach(other -> asked.retainAll(marks(other)));
    Set<String> newCategories = new HashSet<>(categories.keySet());
    newCategories.removeIf(id -> asked.contains(categories.get(id)));
    Set<String> newServices = new HashSet<>(services.keySet());
    newServices.removeIf(id -> asked.containsAll(marksOf(id)));
    return new Added(newCategories, newServices);
  }

  private Collection<String> marksOf(String service) {
    return services.getOrDefault(service, Map.of()).values();
  }

  /** Of what was added, that which would pass with one of these categories. */
  Added within(Set<String> chosen, Added added) {
    Set<String> inCategories = new HashSet<>(added.categories());
    inCategories.retainAll(chosen);
    Set<String> inServices = new HashSet<>(added.services());
    inServices.removeIf(
        id -> Collections.disjoint(services.getOrDefault(id, Map.of()).keySet(), chosen));
    return new Added(inCategories, inServices);
  }

  private static Set<String> marks(String stamp) {
    Set<String> marks = new HashSet<>();
    for (int i = 0; i + LETTERS <= stamp.length(); i += LETTERS) {
      marks.add(stamp.substring(i, i + LETTERS));
    }
    return marks;
  }
}
