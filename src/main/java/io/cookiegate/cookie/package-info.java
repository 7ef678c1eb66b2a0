/**
 * The {@code Set-Cookie} and {@code Cookie} header fields as browsers read and write them.
 *
 * <p>Floor 0: imports {@code java.*} only. Follows RFC 6265bis; every reader keeps ranges of the
 * field it was given, so that what stays keeps its bytes.
 */
@NullMarked
package io.cookiegate.cookie;

import org.jspecify.annotations.NullMarked;
