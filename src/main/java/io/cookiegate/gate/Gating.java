package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one consent holds back of one classification. Immutable. */
final class Gating {
  // Goes up with every change of what the rewriter makes of the same page, so that no cache takes a
  // page of an older release for one of this.
  private static final String REVISION = "4";

  /** Places for the names of hosts: of one page or so, and of a site. */
  private static final int FEW_NAMES = 16;

  private static final int MANY_NAMES = 4096;

  private final Set<String> known;
  private final Set<String> free;
  private final Set<String> gated;
  private final Set<String> allowedServices;
  private final Set<String> addedServices;
  private final boolean grantedRest;
  private final String variant;
  private final @Nullable ScriptMemory scripts;
  private final @Nullable ScriptMemory beginnings;
  private final HostNames hostNames;

  private Gating(Classification classification, Consent consent, boolean remembers) {
    Set<String> all = new HashSet<>();
    Set<String> needNone = new HashSet<>();
    Set<String> held = new HashSet<>();
    for (Category category : classification.categories()) {
      all.add(category.id());
      if (!category.needsConsent()) {
        needNone.add(category.id());
      } else if (!consent.allows(category)) {
        held.add(category.id());
      }
    }
    this.known = Set.copyOf(all);
    this.free = Set.copyOf(needNone);
    this.gated = Set.copyOf(held);
    this.allowedServices = consent.services();
    this.addedServices = consent.added().services();
    this.grantedRest = consent.choice() == Choice.GRANTED;
    this.scripts = remembers ? new ScriptMemory() : null;
    this.beginnings = remembers ? new ScriptMemory() : null;
    this.hostNames = new HostNames(remembers ? MANY_NAMES : FEW_NAMES);
    this.variant = REVISION + classification.version().substring(0, 10) + digits(classification);
  }

  static Gating of(Classification classification, Consent consent) {
    return new Gating(classification, consent, false);
  }

  /** The same for many visitors, with a memory of scripts. */
  static Gating remembering(Classification classification, Consent consent) {
    return new Gating(classification, consent, true);
  }

  /** The scripts that were read under it; null where it is one visitor's own. */
  @Nullable ScriptMemory scripts() {
    return scripts;
  }

  /** The beginnings of long scripts that were read under it; null where it is one visitor's own. */
  @Nullable ScriptMemory beginnings() {
    return beginnings;
  }

  /** The hosts that were named under it. */
  HostNames hostNames() {
    return hostNames;
  }

  /** A digit for each category that needs consent, and what names the services that differ from it. */
  private String digits(Classification classification) {
    StringBuilder digits = new StringBuilder();
    for (Category category : classification.categories()) {
      if (category.needsConsent()) {
        digits.append(gated.contains(category.id()) ? '0' : '1');
      }
    }
    if (!allowedServices.isEmpty() || !addedServices.isEmpty()) {
      String ids = allowedServices + "/" + new TreeSet<>(addedServices);
      digits.append('s').append(UUID.nameUUIDFromBytes(ids.getBytes(US_ASCII)));
    }
    return digits.toString();
  }

  /** Whether everything may pass, so that answers go on as they are. */
  boolean passesAll() {
    return gated.isEmpty() && addedServices.isEmpty();
  }

  boolean gates(Rule rule) {
    return (gated.contains(rule.category()) || isAdded(rule))
        && !allowedServices.contains(rule.service());
  }

  // What was added waits even where its category is allowed; what needs no consent never does.
  private boolean isAdded(Rule rule) {
    return addedServices.contains(rule.service()) && !free.contains(rule.category());
  }

  /** Whether a category waits for consent that was not given; one that is not defined does where any does. */
  boolean gates(String category) {
    return known.contains(category) ? gated.contains(category) : !gated.isEmpty();
  }

  /** Whether what no rule knows waits, on a site that lets it wait for consent. */
  boolean gatesUnclassified() {
    return !grantedRest;
  }

  /** What tells this version of a page from those under another consent: letters, digits and -. */
  String variant() {
    return variant;
  }
}
