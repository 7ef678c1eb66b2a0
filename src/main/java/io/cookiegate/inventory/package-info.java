/**
 * What live traffic really carries: the names of cookies and the hosts of tags, counted. Never a
 * cookie's value, a query or an address.
 *
 * <p>Floor 3. Imports floors 0 to 2.
 */
@NullMarked
package io.cookiegate.inventory;

import org.jspecify.annotations.NullMarked;
