/**
 * The decision: a request head in, edits to it out; a response head in, edits and a plan for its
 * body out. Both front doors only translate, so they cannot decide differently.
 *
 * <p>Floor 2. Imports floors 0 and 1; no HTTP library.
 */
@NullMarked
package io.cookiegate.gate;

import org.jspecify.annotations.NullMarked;
