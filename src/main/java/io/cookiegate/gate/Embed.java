package io.cookiegate.gate;

import io.cookiegate.classification.Service;
import org.jspecify.annotations.Nullable;

/**
 * An embed that was removed from a page.
 *
 * @param service whose it was; null where no rule names one
 * @param width its width attribute as it was; null where it had none
 * @param height its height attribute, likewise
 * @param classes its class attribute, by which the site's style sheets may give it a size; likewise
 * @param language the language of what stands in its place, a lower-case primary subtag
 */
public record Embed(
    @Nullable Service service,
    @Nullable String width,
    @Nullable String height,
    @Nullable String classes,
    String language,
    Place place) {}
