package io.cookiegate.classification;

import static java.util.Objects.requireNonNull;

import io.cookiegate.diagnostic.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's product: what it is for, and the cookies and tags by which it is known.
 *
 * @param id the key it is written under
 * @param name what visitors know it by
 * @param category the id of its category; a cookie rule may name another
 * @param purpose what it is used for
 * @param stores what its cookies store
 * @param thirdParty whether information goes to a third party
 * @param policy the address of the vendor's own statement; null where none is known
 * @param reason why it is in its category, where a source leaves that open; null where it does not
 * @param standIns the globals that stay as functions without effect when its library is removed
 */
public record Service(
    String id,
    String name,
    String category,
    LocalizedText purpose,
    LocalizedText stores,
    LocalizedText thirdParty,
    @Nullable String policy,
    @Nullable String reason,
    List<CookieRule> cookies,
    List<TagRule> tags,
    List<String> standIns,
    Origin origin,
    Position position) {
  public Service {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(category, "category");
    requireNonNull(purpose, "purpose");
    requireNonNull(stores, "stores");
    requireNonNull(thirdParty, "thirdParty");
    cookies = List.copyOf(cookies);
    tags = List.copyOf(tags);
    standIns = List.copyOf(standIns);
    requireNonNull(origin, "origin");
    requireNonNull(position, "position");
  }
}
