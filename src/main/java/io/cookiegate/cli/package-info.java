/**
 * The commands: what an operator types, and the only place for {@code System.exit}, standard output
 * and standard error.
 *
 * <p>Floor 5. Imports every floor below, picocli, and Jackson for {@code --json}. A command that fails
 * says why in one sentence; the exit status is 0 for success, 1 for a failure or findings, and 2 where
 * the command line itself is wrong.
 */
@NullMarked
package io.cookiegate.cli;

import org.jspecify.annotations.NullMarked;
