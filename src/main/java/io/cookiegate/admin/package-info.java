/**
 * What operators look at, on a connector of its own: health, metrics and the inventory.
 *
 * <p>Floor 4. Imports floors 0 to 3, never another front door; Jetty and Jackson (writing only) are
 * at home here.
 */
@NullMarked
package io.cookiegate.admin;

import org.jspecify.annotations.NullMarked;
