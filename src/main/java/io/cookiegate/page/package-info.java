/**
 * What visitors meet: the gate's own pages, and the markup that it puts in place of something
 * removed. Renders, and knows no server.
 *
 * <p>Floor 3. Imports floors 0 to 2.
 */
@NullMarked
package io.cookiegate.page;

import org.jspecify.annotations.NullMarked;
