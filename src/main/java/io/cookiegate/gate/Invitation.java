package io.cookiegate.gate;

import io.cookiegate.classification.Classification;
import io.cookiegate.consent.Consent;
import io.cookiegate.html.Syntax;

/**
 * The occasion on which a visitor is asked.
 *
 * @param classification what is asked about
 * @param consent what the visitor said before, where they are asked again
 * @param language the visitor's language, a lower-case primary subtag
 * @param syntax of the page: in XML the markup has to be well formed
 */
public record Invitation(
    Classification classification, Consent consent, String language, Place place, Syntax syntax) {}
