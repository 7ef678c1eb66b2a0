/**
 * What counts as what: categories, services, their cookies and tags, merged into one immutable,
 * indexed classification.
 *
 * <p>Floor 1. Imports {@code host} and {@code diagnostic}. Returns values, never logs.
 */
@NullMarked
package io.cookiegate.classification;

import org.jspecify.annotations.NullMarked;
