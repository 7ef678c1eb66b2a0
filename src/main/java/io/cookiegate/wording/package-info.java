/**
 * The words for visitors: the product's own in seven languages, a site's own over them, and the
 * logic-less templates that they are put into.
 *
 * <p>Floor 1. Imports {@code classification} and {@code diagnostic}.
 */
@NullMarked
package io.cookiegate.wording;

import org.jspecify.annotations.NullMarked;
