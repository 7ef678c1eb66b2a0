/**
 * What a visitor said: the consent cookie, its policy, and what follows for a category.
 *
 * <p>Floor 1. Imports {@code cookie} and {@code classification}. Keeps nothing about a visitor.
 */
@NullMarked
package io.cookiegate.consent;

import org.jspecify.annotations.NullMarked;
