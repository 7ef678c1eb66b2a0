package io.cookiegate.classification;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is classified, merged and indexed: which service a cookie name or a host belongs
 * to, and which categories need consent. Immutable, and safe for use by many threads.
 */
public final class Classification {
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final CookieIndex cookies;
  private final HostIndex hosts;
  private final HostIndex hostEnds;
  private final ScriptLiterals scriptLiterals;
  private final ScriptSieve scriptSieve;
  private final String version;

  private Classification(Collection<Category> categories, Collection<Service> services) {
    categories.forEach(category -> this.categories.put(category.id(), category));
    services.forEach(service -> this.services.put(service.id(), service));
    requireKnownCategories();
    this.cookies = CookieIndex.of(services.stream().flatMap(s -> s.cookies().stream()).toList());
    this.hosts = HostIndex.of(tags(TagRule.Host.class));
    this.hostEnds = HostIndex.ofEnds(tags(TagRule.Host.class));
    this.scriptLiterals = ScriptLiterals.of(tags(TagRule.Inline.class));
    this.scriptSieve = ScriptSieve.of(waiting(TagRule.Inline.class), waiting(TagRule.Host.class));
    this.version = Fingerprint.of(this.categories.values(), this.services.values());
  }

  /**
   * A classification of these services.
   *
   * @throws IllegalArgumentException if a rule names a category that is not given
   */
  public static Classification of(Collection<Category> categories, Collection<Service> services) {
    return new Classification(categories, services);
  }

  private void requireKnownCategories() {
    for (Service service : services.values()) {
      requireKnown(service.category());
      service.cookies().forEach(rule -> requireKnown(rule.category()));
      service.tags().forEach(rule -> requireKnown(rule.category()));
    }
  }

  private void requireKnown(String category) {
    if (!categories.containsKey(category)) {
      throw new IllegalArgumentException("no category is named " + category);
    }
  }

  /** A hash of all that decides or is declared: 64 lower-case hexadecimal digits. */
  public String version() {
    return version;
  }

  /** The categories in the order in which they are written. */
  public Collection<Category> categories() {
    return Collections.unmodifiableCollection(categories.values());
  }

  /** The category of that id; null where there is none. */
  public @Nullable Category category(String id) {
    return categories.get(id);
  }

  /** Whether a rule's category waits for consent. */
  public boolean needsConsent(Rule rule) {
    Category category = categories.get(rule.category());
    return category == null || category.needsConsent();
  }

  /** The services in the order in which they are written. */
  public Collection<Service> services() {
    return Collections.unmodifiableCollection(services.values());
  }

  /** The service of that id; null where there is none. */
  public @Nullable Service service(String id) {
    return services.get(id);
  }

  /**
   * The rule that decides about a cookie: the site's before the catalogue's, an exact name before
   * the longest wildcard before a regular expression, a scoped rule before an unscoped one.
   *
   * @param name the cookie's name, with case
   * @param domain the cookie's Domain, or the host that sets it where it has none; lower case
   */
  public @Nullable CookieRule cookie(String name, String domain) {
    return cookies.find(name, domain);
  }

  /**
   * The rule that decides about a host: the longest host that is the given one or a parent of it,
   * then the longest path prefix, then the site's before the catalogue's. Does not allocate.
   *
   * @param host canonical, lower case, no trailing dot, as ASCII bytes
   * @param path as ASCII bytes, beginning with {@code /}; a rule for every path also matches an
   *     empty one
   */
  public TagRule.@Nullable Host host(
      byte[] host, int hostFrom, int hostTo, byte[] path, int pathFrom, int pathTo) {
    return hosts.find(host, hostFrom, hostTo, path, pathFrom, pathTo);
  }

  /**
   * The rule for a path that decides about hosts of which only the end is known: {@code google.com}
   * and {@code /pagead/} are the end of {@code www.google.com/pagead/}. Does not allocate.
   *
   * @param end canonical, lower case, without a dot at either end, as ASCII bytes
   */
  public TagRule.@Nullable Host hostEnd(
      byte[] end, int endFrom, int endTo, byte[] path, int pathFrom, int pathTo) {
    return hostEnds.findExactly(end, endFrom, endTo, path, pathFrom, pathTo);
  }

  /** The literals of all rules about inline scripts, ready to be looked for. */
  public ScriptLiterals scriptLiterals() {
    return scriptLiterals;
  }

  /** A sieve for inline scripts: what it holds back is no business of any rule that may gate. */
  public ScriptSifting scriptSifting() {
    return new ScriptSifting(scriptSieve);
  }

  /** Whether there is a rule about a host or a parent of it, for whatever path. */
  public boolean coversHost(String host) {
    byte[] ascii = host.getBytes(StandardCharsets.US_ASCII);
    return hosts.covers(ascii, 0, ascii.length);
  }

  /** All rules about hosts, in the order in which they are written. */
  public List<TagRule.Host> hostRules() {
    return tags(TagRule.Host.class);
  }

  private <T extends TagRule> List<T> waiting(Class<T> kind) {
    return tags(kind).stream().filter(this::needsConsent).toList();
  }

  private <T extends TagRule> List<T> tags(Class<T> kind) {
    return services.values().stream()
        .flatMap(service -> service.tags().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
