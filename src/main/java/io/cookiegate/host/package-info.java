/**
 * Host names, URLs as a browser reads them, and registrable domains.
 *
 * <p>Floor 0: imports {@code java.*} and Guava's public-suffix matcher, nothing else. It returns
 * values, never logs, and says so where a host cannot be read for sure, so that a caller can close.
 */
@NullMarked
package io.cookiegate.host;

import org.jspecify.annotations.NullMarked;
