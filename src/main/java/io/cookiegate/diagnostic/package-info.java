/**
 * What is wrong, where, and in whose words: positions, findings and their stable codes, and why
 * something failed.
 *
 * <p>Floor 0. Imports {@code java.*} only.
 */
@NullMarked
package io.cookiegate.diagnostic;

import org.jspecify.annotations.NullMarked;
