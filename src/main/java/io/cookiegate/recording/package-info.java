/**
 * Where visitors' choices go: the pages on which they are made, tied to the ledger that a
 * configuration names. Both front doors record by it.
 *
 * <p>Floor 3, upper half: imports {@code page}, {@code receipt}, {@code config} and floors 0 to 2.
 */
@NullMarked
package io.cookiegate.recording;

import org.jspecify.annotations.NullMarked;
